import { command, type InOtherWords } from '../command-text.ts'

const PERIOD: Record<'day' | 'month' | 'from' | 'to', [string, string]> = {
  day: ['[ден]', 'един ден'],
  month: ['[месец]', 'един месец'],
  from: ['<ден>', 'първи ден'],
  to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
}
const ALL: [string, string] = ['', 'на всички каси в общината, а не само на --desk']
const CSV: [string, string] = ['', 'CSV (RFC 4180, UTF-8)']

export const booksCommands = {
  'books cash': command({
    does: 'Показва касовата книга',
    more: 'За един ден и една каса е страница: начално салдо, ПКО, РКО, крайно салдо; за повече – по ред за всеки ден. Без период е днес. Касиерът вижда книгата на своята каса.',
    options: { ...PERIOD, all: ALL, csv: CSV },
    examples: [
      ['gishe books cash --desk 1', 'днешната страница на каса 1'],
      ['gishe books cash --desk 1 --month миналия --csv', 'миналият месец, по ред за всеки ден'],
      ['gishe books cash --all --day вчера --json', 'всички каси, с ордерите им, за друга програма'],
    ],
  }),
  'books vouchers': command({
    does: 'Показва касовите ордери или един от тях',
    more: 'Ордер се посочва с вид и номер: ПКО 2-2026-000017, РКО 2-2026-000009.',
    args: { voucher: ['[ордер...]', 'вид и номер на ордера; без него – всички за периода'] },
    options: { ...PERIOD, all: ALL, csv: CSV },
    examples: [
      ['gishe books vouchers --desk 1', 'днешните ордери на каса 1'],
      ['gishe books vouchers ПКО 1-2026-000017', 'самият ордер'],
    ],
  }),
}

export type BooksCommands = InOtherWords<typeof booksCommands>
