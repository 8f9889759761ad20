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
}

/**
 * Приходна квитанция: issuer, number, date, what was paid for by department, the total in digits and in words, the cash given
 * and the change (the requisites of a primary document, ЗСч чл. 6). The drawer opens first, so that
 * change is counted out while the receipt prints.
 */
export function receiptPaper(facts: ReceiptFacts, texts: PaperTexts, lang: Lang): Paper {
  const { receipt } = texts
  return {
    kind: 'receipt',
    title: `${receipt.title} ${receipt.number(facts.number)}`,
    blocks: [
      ...(opensDrawer(facts) ? [{ drawer: true as const }] : []),
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: receipt.title, align: 'center', bold: true },
      { text: receipt.number(facts.number), align: 'center', bold: true },
      { text: facts.takenAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      ...payerBlocks(facts, receipt),
      { rule: '-' },
      ...departmentBlocks(facts.lines, texts, lang),
      { rule: '=' },
      { left: receipt.total, right: showEuro(facts.total, lang), bold: true, large: true },
      { rule: '=' },
      { text: receipt.inWords(euroInWords(facts.total, lang)) },
      ...facts.tenders.flatMap(tender => tenderBlocks(tender, receipt, lang)),
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

/** What was paid for, each department once, with its payment codes and its own total where there are several. */
export function departmentBlocks(lines: readonly ReceiptLine[], texts: PaperTexts, lang: Lang): Block[] {
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
