import type { ReportsCommands } from '../../bg/commands/reports.ts'
import { bare, CSV } from '../command-text.ts'

const PERIOD = {
  day: ['[day]', 'one day'],
  week: ['[day]', 'the week (from Monday) that the day lies in'],
  month: ['[month]', 'one month'],
  quarter: ['[quarter]', 'one quarter'],
  year: ['[year]', 'one year'],
  from: ['<day>', 'first day'],
  to: ['<day>', 'last day, inclusive (today unless given)'],
} as const

const OUTPUT = {
  csv: CSV,
  pdf: ['<file>', 'write a PDF (A4)'],
  print: ['', 'print on the printer of the desk'],
} as const

const HOW_PERIOD =
  'A day is written 2026-11-22, 22.11.2026, today or yesterday; a month 2026-11, 11.2026, this or last; a quarter 2026-4 or 4.2026; a year 2026. Without a period it is today. A cashier sees the own tills.'
const BY = 'service, department, desk, cashier, tender, payment-code, kind, hour, day or month'
const TENDER = ['<tender>', 'only the money that came so: cash, card or bank'] as const

export const reportsCommands: ReportsCommands = {
  'reports cash': {
    ...bare,
    does: 'Show the money taken in a period',
    more: `A reversal is taken off on the day it was made, from the desk that gave the money back. ${HOW_PERIOD} A period that is still running is compared as far as today.`,
    options: {
      ...PERIOD,
      by: ['<what>', `${BY} (service unless given)`],
      tender: TENDER,
      compare: [
        '[with]',
        'beside the sums those of last-year (the same period a year before) or previous (the period before)',
      ],
      ...OUTPUT,
    },
    examples: [
      ['gishe reports cash --day', 'today by service'],
      ['gishe reports cash --month last --by payment-code --tender cash --csv', 'for the accountants'],
      ['gishe reports cash --year --by department --compare --pdf year.pdf', 'against last year'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'for another program'],
    ],
  },
  'reports payments': {
    ...bare,
    does: 'Show the payments that a row of the report is made of',
    more: `Without --key and --name all payments of the period. ${HOW_PERIOD}`,
    options: {
      ...PERIOD,
      by: ['<what>', `${BY} (service unless given)`],
      key: ['<code>', 'the code of the row: service, department, desk, login, hour, day'],
      name: ['<name>', 'the name of a row that has no code'],
      tender: TENDER,
      ...OUTPUT,
    },
    examples: [
      ['gishe reports payments --day', 'all of today'],
      ['gishe reports payments --month --by service --key 2076', 'for one service'],
    ],
  },
  'reports times': {
    ...bare,
    does: 'Show how long a payment takes',
    more: `From the first key to the payment, only where the desk measured it: half of the customers were served faster than the median. ${HOW_PERIOD}`,
    options: { ...PERIOD, by: ['<what>', 'cashier, desk or hour (cashier unless given)'], ...OUTPUT },
    examples: [['gishe reports times --month --by hour', 'when the queue is slow']],
  },
  'reports reversals': {
    ...bare,
    does: 'Show the reversed payments',
    more: `Number, receipt, amount, reason, who reversed and who confirmed. ${HOW_PERIOD}`,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports reversals --month', 'this month']],
  },
  'reports differences': {
    ...bare,
    does: 'Show shortages and surpluses at closing',
    more: HOW_PERIOD,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports differences --quarter', 'this quarter']],
  },
  'reports overrides': {
    ...bare,
    does: 'Show what was paid at a changed price',
    more: `With the reason and who agreed; reversed ones too. ${HOW_PERIOD}`,
    options: { ...PERIOD, ...OUTPUT },
    examples: [['gishe reports overrides --year 2026', 'of the year']],
  },
}
