import type { FiscalMemory, Receipt, SoldLine, Tender } from './fiscal-memory.ts'

const COLUMNS = 42

export const money = (cents: number): string => `${cents < 0 ? '-' : ''}${whole(cents)}.${rest(cents)}`
const whole = (cents: number): string => String(Math.trunc(Math.abs(cents) / 100))
const rest = (cents: number): string => String(Math.abs(cents) % 100).padStart(2, '0')

export const centred = (text: string): string =>
  ' '.repeat(Math.max(0, Math.floor((COLUMNS - text.length) / 2))) + text.slice(0, COLUMNS)

export const sides = (left: string, right: string): string =>
  left.slice(0, COLUMNS - right.length - 1).padEnd(COLUMNS - right.length) + right

export const LETTERS = 'АБВГДЕЖЗ'
export const letterOf = (group: number): string => LETTERS[group - 1] ?? '?'

export const headerText = (memory: FiscalMemory): string[] => [
  ...memory.header.map(centred),
  centred(`ЕИК ${memory.eik}`),
]

const REASONS = ['ОПЕРАТОРСКА ГРЕШКА', 'ВРЪЩАНЕ/РЕКЛАМАЦИЯ', 'НАМАЛЕНИЕ НА ДАНЪЧНАТА ОСНОВА']

/** The beginning of a receipt. */
export const openText = (memory: FiscalMemory, receipt: Receipt): string[] => [
  ...headerText(memory),
  ...(receipt.reason === null
    ? []
    : [
        centred('С Т О Р Н О'),
        centred(REASONS[receipt.reason] ?? ''),
        `КЪМ ДОКУМЕНТ ${receipt.original?.document} ${receipt.original?.at ?? ''}`.trimEnd(),
      ]),
  `УНП: ${receipt.unp}`,
  `ОПЕРАТОР ${receipt.operator}`,
]

export const saleText = (line: SoldLine): string[] => [
  ...line.name.split('\n').map(part => part.slice(0, COLUMNS)),
  sides(
    line.thousandths === 1_000 ? '' : `  ${quantityOf(line.thousandths)} x ${money(line.price)}`,
    `${money(line.cents)} ${letterOf(line.group)}`,
  ),
]

export const quantityOf = (thousandths: number): string => (thousandths / 1_000).toFixed(3)

export const totalText = (total: number): string[] => ['-'.repeat(COLUMNS), sides('ОБЩА СУМА', money(total))]

export const tenderText = (words: string, { cents }: Tender, change: number): string[] => [
  sides(words, money(cents)),
  ...(change > 0 ? [sides('РЕСТО', money(change))] : []),
]

export const freeText = (text: string): string[] => [`#${text.slice(0, COLUMNS - 2)}`]

/** The end of every document: its number, the date and what kind of paper it is. */
export const endText = (memory: FiscalMemory, document: number, kind: string): string[] => [
  sides(`#${documentNumber(document)}`, stampOf(memory.now())),
  centred(kind),
  centred(`ИН ${memory.serial}  ФП ${memory.fiscalMemory}`),
]

export const documentNumber = (document: number): string => String(document).padStart(7, '0')

/** What the code on a fiscal receipt says: memory, number, date, time, amount. */
export const codeOf = (memory: FiscalMemory, document: number, total: number): string => {
  const [day = '', time = ''] = isoOf(memory.now()).split('T')
  return `${memory.fiscalMemory}*${documentNumber(document)}*${day}*${time}*${money(total)}`
}

export const isoOf = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'second' })

const two = (number: number): string => String(number).padStart(2, '0')

/** DD-MM-YY hh:mm:ss */
export const shortStamp = (at: Temporal.PlainDateTime): string =>
  `${two(at.day)}-${two(at.month)}-${two(at.year % 100)} ${timeOf(at)}`

/** DD-MM-YYYY hh:mm:ss */
export const stampOf = (at: Temporal.PlainDateTime): string =>
  `${two(at.day)}-${two(at.month)}-${at.year} ${timeOf(at)}`

const timeOf = (at: Temporal.PlainDateTime): string => `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`

/** DD-MM-YY hh:mm[:ss] as hosts set the clock; null where it is no moment. */
export function momentOf(text: string): Temporal.PlainDateTime | null {
  const [, day, month, year, hour, minute, second = '00'] =
    /^(\d\d)-(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?(?: DST)?$/.exec(text) ?? []
  return year === undefined ? null : plain(`20${year}-${month}-${day}T${hour}:${minute}:${second}`)
}

export function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text)
  } catch {
    return null
  }
}
