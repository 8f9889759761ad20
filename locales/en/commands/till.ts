import type { TillCommands } from '../../bg/commands/till.ts'
import { bare } from '../command-text.ts'

export const tillCommands: TillCommands = {
  'till open': {
    ...bare,
    does: 'Open the till with the money that lies in it',
    options: { float: ['<amount>', 'opening float (what was left in the drawer unless given)'] },
    examples: [
      ['gishe till open', 'with the money that the last closing left'],
      ['gishe till open --float 50', 'with 50 €; the difference to what was left is written down'],
    ],
  },
  'till close': {
    ...bare,
    does: 'Close the till with the money counted; its Z is printed',
    more: 'A cashier closes the own till. A head closes the one open at --desk when the cashier cannot, and says why.',
    options: {
      counted: ['<amount>', 'the money counted'],
      money: ['<money>', 'notes and coins counted: "3x50 2x20 12x0.05"'],
      exact: ['', 'the count is exactly what is expected'],
      left: ['<amount>', 'what stays in the drawer (the opening float unless given, if there is as much)'],
      reason: ['<reason>', 'why there is a difference, or why not the cashier closes'],
    },
    examples: [
      ['gishe till close --counted 183.40', 'with the sum counted'],
      ['gishe till close --money "3x50 1x20 2x5 17x0.20" --left 50', 'with notes and coins'],
      ['gishe till close --counted 180 --reason "wrong change"', 'with a difference'],
      ['gishe till close --desk 2 --user head --counted 95 --reason "the cashier is ill"', 'for the cashier'],
    ],
  },
  'till show': {
    ...bare,
    does: 'Show your open till and the cash expected in it',
    examples: [['gishe till show', 'how much there should be']],
  },
  'till pay-in': {
    ...bare,
    does: 'Put cash into the till; prints a cash-in voucher and opens the drawer',
    args: { amount: ['<amount>', 'how much comes in'] },
    options: { reason: ['<reason>', 'what it is for'], from: ['<name>', 'received from whom'] },
    examples: [['gishe till pay-in 100 --reason "change" --from "Main desk"', '100 € of change']],
  },
  'till pay-out': {
    ...bare,
    does: 'Take cash out of the till; prints a cash-out voucher and opens the drawer',
    args: { amount: ['<amount>', 'how much goes out'] },
    options: { reason: ['<reason>', 'what it is for'], to: ['<name>', 'given to whom'] },
    examples: [['gishe till pay-out 12.80 --reason "stamps" --to "Bulgarian Posts"', 'an expense']],
  },
  'till no-sale': {
    ...bare,
    does: 'Open the drawer without a sale; the reason stays on a slip',
    options: { reason: ['<reason>', 'why it is opened'] },
    examples: [['gishe till no-sale --reason "changing a note"', 'opens the drawer']],
  },
  'till x': {
    ...bare,
    does: 'Show the X report of the open till, at any time',
    more: 'A cashier sees the own till, others the one open at --desk.',
    options: { print: ['', 'prints it'] },
    examples: [
      ['gishe till x', 'the sums so far'],
      ['gishe till x --desk 2 --user head --print', 'of desk 2, on paper'],
    ],
  },
  'till z': {
    ...bare,
    does: 'Show the Z report of a closed till',
    args: { number: ['[number]', 'number of the Z (the last one of the desk unless given)'] },
    options: { print: ['', 'prints a duplicate'] },
    examples: [
      ['gishe till z', 'the last Z'],
      ['gishe till z 2-2026-000031 --print', 'a duplicate on paper'],
    ],
  },
  'till list': {
    ...bare,
    does: 'Show the tills of a period and their closings',
    more: 'A day is written as 2026-11-22, 22.11.2026, today or yesterday. No period is today. A cashier sees the own tills.',
    options: {
      day: ['<day>', 'one day'],
      from: ['<day>', 'first day'],
      to: ['<day>', 'last day, included (today unless given)'],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe till list', 'those of today'],
      ['gishe till list --from 2026-11-01 --csv', 'since the first of November'],
    ],
  },
}
