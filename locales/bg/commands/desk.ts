import { command, type InOtherWords } from '../command-text.ts'

export const deskCommands = {
  desk: command({
    does: 'Отваря екрана на касата',
    examples: [
      ['gishe', 'на терминал е същото'],
      ['gishe desk --desk 2', 'работа на каса 2'],
      ['gishe desk --training', 'за обучение'],
    ],
  }),
}

export type DeskCommands = InOtherWords<typeof deskCommands>
