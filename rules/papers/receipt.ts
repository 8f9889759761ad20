import type { Lang } from '../languages.ts'
import { type Cents, showEuro, sumCents } from '../money.ts'
import type { Speed } from '../services.ts'
import { euroInWords } from '../words.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

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
  given: Cents
  change: Cents
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
      { drawer: true },
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: receipt.title, align: 'center', bold: true },
      { text: receipt.number(facts.number), align: 'center', bold: true },
      { text: facts.takenAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      { rule: '-' },
      ...departmentBlocks(facts.lines, texts, lang),
      { rule: '=' },
      { left: receipt.total, right: showEuro(facts.total, lang), bold: true, large: true },
      { rule: '=' },
      { text: receipt.inWords(euroInWords(facts.total, lang)) },
      { left: receipt.given, right: showEuro(facts.given, lang) },
      { left: receipt.change, right: showEuro(facts.change, lang) },
      { feed: 2 },
      { left: receipt.signature, right: '............' },
      { feed: 1 },
      { text: receipt.thanks, align: 'center' },
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

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
