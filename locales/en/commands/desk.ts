import type { DeskCommands } from '../../bg/commands/desk.ts'
import { bare } from '../command-text.ts'

export const deskCommands: DeskCommands = {
  desk: {
    ...bare,
    does: 'Open the cash desk screen',
    examples: [
      ['gishe', 'the same, on a terminal'],
      ['gishe desk --desk 2', 'work at desk 2'],
      ['gishe desk --training', 'for training'],
    ],
  },
}
