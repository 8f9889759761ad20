import type { BoardCommands } from '../../bg/commands/board.ts'
import { bare } from '../command-text.ts'

export const boardCommands: BoardCommands = {
  board: {
    ...bare,
    does: 'Show the board: every desk as it is now',
    more: 'Cashier, since when, payments today, cash held against the limit, papers that are stuck, last payment, pace of 15 and 60 minutes and average time per customer.',
    options: { watch: ['', 'shown anew until it is stopped (Ctrl-C)'] },
    examples: [
      ['gishe board --user head', 'the desks now'],
      ['gishe board --user head --watch', 'on a screen of its own'],
    ],
  },
}
