import type { BooksCommands } from '../../bg/commands/books.ts'
import { bare, CSV } from '../command-text.ts'

const PERIOD = {
  day: ['[day]', 'one day'],
  month: ['[month]', 'one month'],
  from: ['<day>', 'first day'],
  to: ['<day>', 'last day, inclusive (default today)'],
} as const
const ALL = ['', 'of all desks of the town, not only of --desk'] as const

const PDF = ['<file>', 'A4 as a PDF file'] as const
const PRINT = ['', 'on the printer of the desk'] as const

export const booksCommands: BooksCommands = {
  'books cash': {
    ...bare,
    does: 'Show the cash book',
    more: 'For one day and one desk it is a page: opening balance, cash in, cash out, closing balance; for more, a row for each day. Without a period it is today. A cashier sees the book of the own desk.',
    options: { ...PERIOD, all: ALL, csv: CSV, pdf: PDF, print: PRINT },
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
    options: { ...PERIOD, all: ALL, csv: CSV, pdf: PDF, print: PRINT },
    examples: [
      ['gishe books vouchers --desk 1', 'today’s vouchers of desk 1'],
      ['gishe books vouchers in 1-2026-000017 --print', 'the voucher itself on the printer'],
    ],
  },
  'books deposit': {
    ...bare,
    does: 'Hand the money of closed tills over to the bank',
    more: 'Without --make it shows which tills wait and the last lists. Whole tills are handed over, with their notes and coins; the count must be exact. A cashier hands over the own tills, a head all.',
    options: {
      make: ['', 'make a list'],
      tills: ['<Z,Z>', 'Z numbers of the tills, with commas; without it all that wait'],
      money: ['<count>', 'notes and coins: "3x50 2x20 12x0.05"'],
      note: ['<text>', 'number of the bag or of the bank slip'],
      show: ['<number>', 'show a list; with --print a duplicate'],
      csv: CSV,
      pdf: PDF,
      print: PRINT,
    },
    examples: [
      ['gishe books deposit', 'what waits and what was handed over'],
      ['gishe books deposit --make --money "10x50 3x20" --note "bag 17"', 'hands over all that waits'],
      ['gishe books deposit --show 1-2026-000003 --pdf list.pdf', 'the list on A4'],
    ],
  },
  'books terminals': {
    ...bare,
    does: 'Match card terminals with the receipts',
    more: 'The total is that of the terminal’s end of day. A difference wants its reason; a later match of the same day replaces the earlier.',
    options: {
      ...PERIOD,
      unmatched: ['', 'only those of the last 31 days that are not matched'],
      match: ['<TID=total>', 'match a terminal for the day'],
      reason: ['<text>', 'reason of the difference'],
      csv: CSV,
      pdf: PDF,
      print: PRINT,
    },
    examples: [
      ['gishe books terminals', 'the terminals today'],
      ['gishe books terminals --match T0000001=125.40', 'matches a terminal for today'],
      ['gishe books terminals --unmatched --json', 'what is left to match'],
    ],
  },
}
