import { command, type InOtherWords } from '../command-text.ts'

export const doctorCommands = {
  doctor: command({
    does: 'Проверява базата, принтерите, часовника и терминала и казва какво да се направи',
    more: 'За всяко устройство на USB показва правилото, с което Linux му дава постоянно име и група.',
    options: { udev: ['<файл>', 'само записва тези правила във файл'] },
    examples: [
      ['gishe doctor', 'всичко ли е наред'],
      ['sudo gishe doctor --udev /etc/udev/rules.d/70-gishe-printers.rules', 'постоянни имена за принтерите'],
      ['gishe doctor --json', 'за наблюдение; изход 3, ако нещо не е наред'],
    ],
  }),
}

export type DoctorCommands = InOtherWords<typeof doctorCommands>
