import { command, type InOtherWords } from '../command-text.ts'

export const doctorCommands = {
  doctor: command({
    does: 'Проверява базата, принтерите, часовника и терминала и казва какво да се направи',
    examples: [
      ['gishe doctor', 'всичко ли е наред'],
      ['gishe doctor --json', 'за наблюдение; изход 3, ако нещо не е наред'],
    ],
  }),
}

export type DoctorCommands = InOtherWords<typeof doctorCommands>
