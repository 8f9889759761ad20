import type { ReportsCommands } from '../../bg/commands/reports.ts'
import { bare, CSV } from '../command-text.ts'

export const reportsCommands: ReportsCommands = {
  'reports cash': {
    ...bare,
    does: 'Show the cash taken in a period',
    more: 'A day is written 2026-11-22, 22.11.2026, today or yesterday; a month 2026-11, 11.2026, this or last. Without a period it is today. A cashier sees the own tills.',
    options: {
      day: ['[day]', 'one day'],
      month: ['[month]', 'one month'],
      from: ['<day>', 'first day'],
      to: ['<day>', 'last day, inclusive (today unless given)'],
      by: ['<what>', 'service, department, desk, cashier, tender or payment-code (service unless given)'],
      csv: CSV,
    },
    examples: [
      ['gishe reports cash --day', 'today by service'],
      ['gishe reports cash --month last --by payment-code --csv', 'for the accountants'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'for another program'],
    ],
  },
}
