import type { TillCommands } from '../../bg/commands/till.ts'
import { bare } from '../command-text.ts'

export const tillCommands: TillCommands = {
  'till open': {
    ...bare,
    does: 'Open the till with the money that lies in it',
    options: { float: ['<amount>', 'opening float (0 unless given)'] },
    examples: [['gishe till open --float 50', 'in the morning, with 50 €']],
  },
  'till close': {
    ...bare,
    does: 'Close the till with the counted sum; its paper is printed',
    more: 'A cashier closes the own till. A head closes the one open at --desk when the cashier cannot, and says why.',
    options: {
      counted: ['<amount>', 'the money counted'],
      exact: ['', 'the count is exactly what is expected'],
      reason: ['<reason>', 'why there is a difference, or why not the cashier closes'],
    },
    examples: [
      ['gishe till close --counted 183.40', 'with the sum counted'],
      ['gishe till close --counted 180 --reason "wrong change"', 'with a difference'],
      ['gishe till close --desk 2 --user head --counted 95 --reason "the cashier is ill"', 'for the cashier'],
    ],
  },
  'till show': {
    ...bare,
    does: 'Show your open till and the cash expected in it',
    examples: [['gishe till show', 'how much there should be']],
  },
}
