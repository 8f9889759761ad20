import { type FiscalMemory, type Issued, Refused, refuseWhen } from './fiscal-memory.ts'
import { cancel, close, openStorno, pay, sell } from './fiscal-receipt.ts'
import { documentNumber, money, plain, quantityOf, stampOf } from './fiscal-text.ts'

/** Command 77h of group A: information (I), text (R, N) and structured data (W, w) of the electronic journal. */
export function journalLines(memory: FiscalMemory): (data: string) => string {
  let waiting: string[] = []
  const next = () => waiting.shift() ?? 'F'
  return data => {
    const [what = '', ...rest] = data.split(',')
    if (what === 'I' || what === 'IX') return information(memory)
    if (what === 'w' || what === 'N') return next()
    refuseWhen(what !== 'W' && what !== 'R', 'syntax')
    const documents = chosen(memory, rest)
    waiting = documents.flatMap(one =>
      what === 'W' ? [...structured(memory, one), '*,'] : one.text.map(line => `P,${line}`),
    )
    return next()
  }
}

const information = ({ journal, closedDays }: FiscalMemory): string =>
  [
    'P',
    4_000_000_000,
    journal.length * 4_000,
    1,
    closedDays + 1,
    journal[0]?.document ?? 0,
    journal.at(-1)?.document ?? 0,
  ].join(',')

/** One document, or from one to another; a filter before them is let pass. */
function chosen({ journal }: FiscalMemory, rest: readonly string[]): Issued[] {
  const [from, to = from] = rest.filter(part => /^\d+$/.test(part)).map(Number)
  if (from === undefined || to === undefined) throw new Refused('syntax')
  return journal.filter(({ document }) => document >= from && document <= to)
}

const TYPES = { sale: 0, storno: 2, cancelled: 4 } as const
const isReceiptKind = (kind: Issued['kind']): kind is keyof typeof TYPES => kind in TYPES

function structured(memory: FiscalMemory, issued: Issued): string[] {
  const { receipt, kind, document, at } = issued
  const moment = stampOf(plain(at) ?? memory.now())
  if (kind === 'z')
    return [['Z', issued.z, document, 0, moment, money(issued.total), money(0), money(0)].join(',')]
  if (!receipt || !isReceiptKind(kind)) return [['D', moment, moment].join(',')]
  const cash = receipt.tenders.filter(({ mode }) => mode === 'P').reduce((sum, { cents }) => sum + cents, 0)
  const card = receipt.tenders.filter(({ mode }) => mode === 'D').reduce((sum, { cents }) => sum + cents, 0)
  const { original, reason } = receipt
  return [
    ['U', issued.unp, receipt.operator, 1, TYPES[kind], documentNumber(document)].join(','),
    ...receipt.lines.map(line =>
      [
        'R',
        line.group,
        '20.00',
        money(line.price),
        quantityOf(line.thousandths),
        money(0),
        money(line.cents),
        line.name,
      ].join(','),
    ),
    ['T', 0, money(0), 0, money(0), 0, money(0), receipt.lines.length, money(issued.total)].join(','),
    ['P', money(cash), money(0), money(card), money(0)].join(','),
    ...(reason === null
      ? []
      : [
          [
            'S',
            reason,
            original?.document,
            original?.at ?? '',
            original?.fiscalMemory ?? '',
            original?.unp ?? '',
            0,
          ].join(','),
        ]),
    ['D', moment, moment].join(','),
  ]
}

/** A storno by the number alone: the device finds the receipt in its journal and takes back all of it. */
export function copyReceipt(
  memory: FiscalMemory,
  document: number,
  opening: { operator: number; unp: string | null; reason: 0 | 1 | 2 },
): void {
  const sold = memory.journal.find(one => one.kind === 'sale' && one.document === document)
  if (!sold?.receipt) throw new Refused('not_found')
  const original = { document, at: sold.at, fiscalMemory: memory.fiscalMemory, unp: sold.unp }
  openStorno(memory, { ...opening, unp: sold.unp, original })
  try {
    for (const line of sold.receipt.lines) sell(memory, line)
    for (const { mode, cents } of sold.receipt.tenders)
      pay(memory, mode, cents, mode === 'P' ? 'В БРОЙ' : 'БЕЗКАСОВО')
    close(memory)
  } catch (error) {
    if (memory.receipt?.isPaymentStarted === false) cancel(memory)
    throw error
  }
}
