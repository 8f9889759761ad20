import type { ReceiptsCommands } from '../../bg/commands/receipts.ts'
import { bare, CSV } from '../command-text.ts'

const RECEIPT = '2-2026-123, of this desk and year just 123, or last'

export const receiptsCommands: ReceiptsCommands = {
  'receipts list': {
    ...bare,
    does: 'List receipts, the newest first',
    more: 'Found by number, day (2026-11-22, yesterday), amount with decimals (12.50), personal number or company number, name of the payer. A cashier sees the own desk and others by the whole number; everybody else sees all.',
    args: { text: ['[text...]', 'what is looked for; the latest unless given'] },
    options: {
      limit: ['<count>', 'so many at most (50 unless given)'],
      before: ['<receipt>', 'only those older than it: the next page'],
      csv: CSV,
    },
    examples: [
      ['gishe receipts list yesterday', 'those of yesterday'],
      ['gishe receipts list Иванова', 'of a payer with this name'],
    ],
  },
  'receipts show': {
    ...bare,
    does: 'Show a receipt: lines, tenders, duplicates, reversal',
    args: { receipt: ['<receipt>', RECEIPT] },
    examples: [['gishe receipts show 2-2026-123', 'a receipt of desk 2']],
  },
  'receipts reverse': {
    ...bare,
    does: 'Reverse a whole payment: the money goes back the way it came',
    more: 'Wants an open till with enough cash and a second person. Their password is in GISHE_CONFIRM_PASSWORD or in the file GISHE_CONFIRM_PASSWORD_FILE (chmod 600), else it is asked for; never on the command line.',
    args: { receipt: ['<receipt>', RECEIPT] },
    options: {
      reason: ['<text>', 'why it is reversed'],
      'confirm-user': ['<user>', 'another cashier or a head, who confirms'],
      'storno-reason': [
        '<kind>',
        'kind of the fiscal storno: refund (unless given), operator-error or tax-base',
      ],
      'refund-reference': ['<text>', 'number of the refund of the terminal or the bank, unless all was cash'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      ['gishe receipts reverse last --reason "wrong service" --confirm-user head', 'the last receipt'],
    ],
  },
  'receipts copy': {
    ...bare,
    does: 'Print a duplicate of a receipt: numbered, with its cashier and whoever prints it',
    args: { receipt: ['<receipt>', RECEIPT] },
    options: { reversal: ['', 'of its reversal, not of itself'] },
    examples: [['gishe receipts copy last', 'a citizen lost the receipt']],
  },
}
