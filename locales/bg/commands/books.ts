import { command, type InOtherWords } from '../command-text.ts'

const PERIOD: Record<'day' | 'month' | 'from' | 'to', [string, string]> = {
  day: ['[ден]', 'един ден'],
  month: ['[месец]', 'един месец'],
  from: ['<ден>', 'първи ден'],
  to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
}
const ALL: [string, string] = ['', 'на всички каси в общината, а не само на --desk']
const CSV: [string, string] = ['', 'CSV (RFC 4180, UTF-8)']

const PDF: [string, string] = ['<файл>', 'A4 във файл PDF']
const PRINT: [string, string] = ['', 'на принтера на касата']

export const booksCommands = {
  'books cash': command({
    does: 'Показва касовата книга',
    more: 'За един ден и една каса е страница: начално салдо, ПКО, РКО, крайно салдо; за повече – по ред за всеки ден. Без период е днес. Касиерът вижда книгата на своята каса.',
    options: { ...PERIOD, all: ALL, csv: CSV, pdf: PDF, print: PRINT },
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
    options: { ...PERIOD, all: ALL, csv: CSV, pdf: PDF, print: PRINT },
    examples: [
      ['gishe books vouchers --desk 1', 'днешните ордери на каса 1'],
      ['gishe books vouchers ПКО 1-2026-000017 --print', 'самият ордер на принтера'],
    ],
  }),
  'books deposit': command({
    does: 'Предава парите на приключени каси на банката',
    more: 'Без --make показва кои каси чакат и последните описи. Предават се цели каси, с броя на банкнотите и монетите; сборът трябва да е точен. Касиерът предава своите каси, ръководителят – всички.',
    options: {
      make: ['', 'съставя опис'],
      tills: ['<Z,Z>', 'Z номера на касите, със запетая; без него – всички, които чакат'],
      money: ['<брой>', 'банкнотите и монетите: "3x50 2x20 12x0,05"'],
      note: ['<текст>', 'номер на плик или вносна бележка'],
      show: ['<номер>', 'показва опис; с --print – дубликат'],
      csv: CSV,
      pdf: PDF,
      print: PRINT,
    },
    examples: [
      ['gishe books deposit', 'какво чака и какво е предадено'],
      ['gishe books deposit --make --money "10x50 3x20" --note "плик 17"', 'предава всичко, което чака'],
      ['gishe books deposit --show 1-2026-000003 --pdf opis.pdf', 'описът на A4'],
    ],
  }),
  'books terminals': command({
    does: 'Сверява картовите терминали с квитанциите',
    more: 'Сумата е тази от отчета на терминала в края на деня. Разлика иска причина; по-късна сверка за същия ден замества предишната.',
    options: {
      ...PERIOD,
      unmatched: ['', 'само несверените през последните 31 дни'],
      match: ['<TID=сума>', 'сверява терминал за деня'],
      reason: ['<текст>', 'причина за разликата'],
      csv: CSV,
      pdf: PDF,
      print: PRINT,
    },
    examples: [
      ['gishe books terminals', 'терминалите днес'],
      ['gishe books terminals --match T0000001=125,40', 'сверява терминал за днес'],
      ['gishe books terminals --unmatched --json', 'какво остава за сверка'],
    ],
  }),
}

export type BooksCommands = InOtherWords<typeof booksCommands>
