import { type FiscalMemory, type Issued, Refused } from './fiscal-memory.ts'
import { momentOf, money, plain, quantityOf, shortStamp } from './fiscal-text.ts'

/** As the search numbers the kinds of documents; 10 is sales and stornos together. */
const TYPES: Record<string, readonly Issued['kind'][]> = {
  '1': ['sale'],
  '2': ['z'],
  '3': [],
  '4': ['service'],
  '5': ['cash_in', 'cash_out'],
  '6': ['storno'],
  '7': [],
  '8': ['cancelled'],
  '9': ['x'],
  '10': ['sale', 'storno'],
}
const typeOf = (kind: Issued['kind']): string =>
  Object.keys(TYPES).find(type => TYPES[type]?.includes(kind)) ?? '0'

const chosen = ({ journal }: FiscalMemory, type: string): Issued[] =>
  journal.filter(({ kind }) => type === '0' || type === '' || TYPES[type]?.includes(kind))

const stamp = (iso: string): string => shortStamp(Temporal.PlainDateTime.from(iso))

/** Command 7Ch: the first and the last document of a period. */
export function searched(
  memory: FiscalMemory,
  [from = '', to = '', type = '0']: string[],
): (string | number)[] {
  const start = from === '' ? null : momentOf(from)
  const end = to === '' ? null : momentOf(to)
  const found = chosen(memory, type).filter(({ at }) => {
    const moment = plain(at)
    if (!moment) return false
    const { compare } = Temporal.PlainDateTime
    return !(start && compare(moment, start) < 0) && !(end && compare(moment, end) > 0)
  })
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) throw new Refused('not_found')
  return [stamp(first.at), stamp(last.at), numberOf(first), numberOf(last)]
}

const numberOf = (issued: Issued): number => (issued.kind === 'z' ? issued.z : issued.document)

/** Command 7Dh: one document as text (0, 1), or several as rows of data (9, 8). */
export function journalOf(memory: FiscalMemory): (given: string[]) => (string | number)[] {
  let text: string[] = []
  let rows: (string | number)[][] = []
  return ([option = '', first = '', second = '']) => {
    if (option === '0' || option === '9') {
      const type = option === '0' ? second : '0'
      const last = option === '9' ? Number(second || first) : Number(first)
      const found = chosen(memory, type).filter(
        one => numberOf(one) >= Number(first) && numberOf(one) <= last,
      )
      const [one] = found
      if (!one) throw new Refused('not_found')
      text = [...one.text]
      rows = found.flatMap(issued => rowsOf(memory, issued))
      return [one.document, one.document, stamp(one.at), typeOf(one.kind), one.z]
    }
    const next = option === '1' ? text.shift() : option === '8' ? rows.shift() : undefined
    if (next === undefined) throw new Refused('no_more')
    return typeof next === 'string' ? [next] : next
  }
}

/** Fourteen columns for each line that was sold or taken back. */
function rowsOf(memory: FiscalMemory, { receipt, document, total, kind }: Issued): (string | number)[][] {
  if (!receipt || kind === 'cancelled') return []
  const { original, reason } = receipt
  const words = ['Операторска грешка', 'Връщане/рекламация', 'Намаление на данъчната основа']
  return receipt.lines.map(line => [
    memory.serial,
    kind === 'sale' ? 'ФБ' : 'Сторно ФБ',
    document,
    receipt.unp,
    line.name,
    money(line.price),
    quantityOf(line.thousandths),
    money(line.cents),
    money(total),
    '',
    '',
    original?.document ?? '',
    '',
    reason === null ? '' : (words[reason] ?? ''),
  ])
}
