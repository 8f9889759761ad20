import type { Lang } from '../languages.ts'
import { type Cents, showEuro, sumCents } from '../money.ts'
import type { Speed } from '../services.ts'
import type { Tender } from '../tenders.ts'
import { euroInWords } from '../words.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts, ReceiptTexts } from './texts.ts'

export type ReceiptFacts = {
  town: PaperTown
  desk: { number: number; name: string }
  cashier: string
  /** As `receiptNumber` makes it: `2-2026-000123`. */
  number: string
  /** In the time of the town: `22.11.2026 14:03:27`. */
  takenAt: string
  lines: ReceiptLine[]
  total: Cents
  tenders: readonly Tender[]
  /** Null where nobody was named. */
  payer: { name: string; identifierMasked: string | null } | null
  /** Who handed over the money, where that was somebody else. */
  paidBy: string | null
  /** The УНП of the fiscal receipt that tells of the lines with a tax group; null where none has one. */
  unp: string | null
}

export type ReceiptLine = {
  code: string
  name: string
  speed: Speed
  quantity: number
  price: Cents
  amount: Cents
  department: string
  paymentCode: string | null
  /** The published price, where another one was agreed to. */
  insteadOf: Cents | null
  /** Of a line that the fiscal receipt tells of; null where this one does. */
  taxGroup: number | null
}

/**
 * Приходна квитанция: issuer, number, date, what was paid for by department, the total in digits and in words, the cash given
 * and the change (the requisites of a primary document, ЗСч чл. 6). The drawer opens first, so that
 * change is counted out while the receipt prints. What a fiscal receipt tells of is one line here; where that is all, this
 * is a note to it and says that it is no receipt.
 */
export function receiptPaper(facts: ReceiptFacts, texts: PaperTexts, lang: Lang): Paper {
  const { receipt } = texts
  const isNote = facts.lines.every(line => line.taxGroup !== null)
  const title = isNote ? texts.fiscal.noteTitle : receipt.title
  return {
    kind: 'receipt',
    title: `${title} ${receipt.number(facts.number)}`,
    blocks: [
      ...(opensDrawer(facts) ? [{ drawer: true as const }] : []),
      { logo: true },
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: title, align: 'center', bold: true },
      { text: receipt.number(facts.number), align: 'center', bold: true },
      { text: facts.takenAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      ...payerBlocks(facts, receipt),
      { rule: '-' },
      ...paidForBlocks(facts.lines, facts.unp, texts, lang),
      { rule: '=' },
      { left: receipt.total, right: showEuro(facts.total, lang), bold: true, large: true },
      { rule: '=' },
      { text: receipt.inWords(euroInWords(facts.total, lang)) },
      ...facts.tenders.flatMap(tender => tenderBlocks(tender, receipt, lang)),
      ...(isNote ? [{ feed: 1 }, { text: texts.fiscal.isNoReceipt, bold: true }] : []),
      { feed: 2 },
      { left: receipt.signature, right: '............' },
      { feed: 1 },
      { text: receipt.thanks, align: 'center' },
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

/** Only cash needs the drawer, and practice never does. */
const opensDrawer = ({ town, tenders }: ReceiptFacts): boolean =>
  !town.training && tenders.some(tender => tender.tender === 'cash')

const payerBlocks = ({ payer, paidBy }: ReceiptFacts, texts: ReceiptTexts): Block[] => [
  ...(payer ? [{ left: texts.payer, right: payer.name }] : []),
  ...(payer?.identifierMasked ? [{ text: payer.identifierMasked, align: 'right' as const }] : []),
  ...(paidBy ? [{ left: texts.paidBy, right: paidBy }] : []),
]

function tenderBlocks(tender: Tender, texts: ReceiptTexts, lang: Lang): Block[] {
  const amount = showEuro(tender.amount, lang)
  if (tender.tender === 'card') return [{ left: texts.card, right: amount }, { text: texts.cardSlip(tender) }]
  if (tender.tender === 'bank')
    return [{ left: texts.bank, right: amount }, { text: `  ${tender.reference}` }]
  return [
    { left: texts.given, right: showEuro(tender.given, lang) },
    { left: texts.change, right: showEuro(tender.change, lang) },
  ]
}

/** What was paid for: the lines of the town's own receipt, then the sum of those that the fiscal receipt tells of. */
export function paidForBlocks(
  lines: readonly ReceiptLine[],
  unp: string | null,
  texts: PaperTexts,
  lang: Lang,
): Block[] {
  const own = lines.filter(line => line.taxGroup === null)
  const fiscal = lines.filter(line => line.taxGroup !== null)
  const sum = (some: readonly ReceiptLine[]) => showEuro(sumCents(some.map(line => line.amount)), lang)
  if (fiscal.length === 0) return departmentBlocks(own, texts, lang)
  const part = { left: texts.fiscal.part(unp ?? ''), right: sum(fiscal) }
  if (own.length === 0) return [part]
  return [
    ...departmentBlocks(own, texts, lang),
    { rule: '-' },
    { left: texts.fiscal.ownTotal, right: sum(own) },
    part,
  ]
}

/** What was paid for, each department once, with its payment codes and its own total where there are several. */
function departmentBlocks(lines: readonly ReceiptLine[], texts: PaperTexts, lang: Lang): Block[] {
  const departments = [...Map.groupBy(lines, line => line.department)]
  return departments.flatMap(([department, own], at) => [
    ...(at > 0 ? [{ feed: 1 }] : []),
    { text: department, bold: true },
    ...own.flatMap(line => lineBlocks(line, texts, lang)),
    ...paymentCodesOf(own).map(code => ({ text: texts.receipt.paymentCode(code) })),
    ...(departments.length > 1 ? [departmentTotal(own, texts, lang)] : []),
  ])
}

function lineBlocks(line: ReceiptLine, texts: PaperTexts, lang: Lang): Block[] {
  const details = [
    ...(line.speed === 'normal' ? [] : [texts.receipt.speed[line.speed]]),
    ...(line.quantity === 1 ? [] : [countedPrice(line, lang)]),
    ...(line.insteadOf === null ? [] : [texts.receipt.insteadOf(showEuro(line.insteadOf, lang))]),
  ]
  return [
    { left: `${line.code} ${line.name}`, right: showEuro(line.amount, lang) },
    ...(details.length > 0 ? [{ text: `  ${details.join(', ')}` }] : []),
  ]
}

/** `3 x 1 250,00 €`, kept on one line by no-break spaces. */
const countedPrice = (line: ReceiptLine, lang: Lang): string =>
  `${line.quantity} x ${showEuro(line.price, lang)}`.replaceAll(' ', '\u00a0')

const paymentCodesOf = (lines: readonly ReceiptLine[]): string[] => [
  ...new Set(lines.flatMap(line => line.paymentCode ?? [])),
]

const departmentTotal = (lines: readonly ReceiptLine[], texts: PaperTexts, lang: Lang): Block => ({
  left: texts.receipt.departmentTotal,
  right: showEuro(sumCents(lines.map(line => line.amount)), lang),
})
