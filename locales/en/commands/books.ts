import type { BooksCommands } from '../../bg/commands/books.ts'
import { bare, CSV } from '../command-text.ts'

const PERIOD = {
  day: ['[day]', 'one day'],
  month: ['[month]', 'one month'],
  from: ['<day>', 'first day'],
  to: ['<day>', 'last day, inclusive (default today)'],
} as const
const ALL = ['', 'of all desks of the town, not only of --desk'] as const

export const booksCommands: BooksCommands = {
  'books cash': {
    ...bare,
    does: 'Show the cash book',
    more: 'For one day and one desk it is a page: opening balance, cash in, cash out, closing balance; for more, a row for each day. Without a period it is today. A cashier sees the book of the own desk.',
    options: { ...PERIOD, all: ALL, csv: CSV },
    examples: [
      ['gishe books cash --desk 1', 'today’s page of desk 1'],
      ['gishe books cash --desk 1 --month last --csv', 'last month, a row for each day'],
      ['gishe books cash --all --day yesterday --json', 'all desks with their vouchers, for a program'],
    ],
  },
  'books vouchers': {
    ...bare,
    does: 'Show the cash vouchers or one of them',
    more: 'A voucher is named by kind and number: in 2-2026-000017, out 2-2026-000009.',
    args: { voucher: ['[voucher...]', 'kind and number of the voucher; without it all of the period'] },
    options: { ...PERIOD, all: ALL, csv: CSV },
    examples: [
      ['gishe books vouchers --desk 1', 'today’s vouchers of desk 1'],
      ['gishe books vouchers in 1-2026-000017', 'the voucher itself'],
    ],
  },
}
