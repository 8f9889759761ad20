import type { Lang } from '../languages.ts'
import { type Cents, showEuro, sumCents } from '../money.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts, TillClosingTexts } from './texts.ts'

export type TillClosingFacts = {
  town: PaperTown
  /** Of the Z: `2-2026-000031`. */
  number: string
  desk: { number: number; name: string }
  cashier: string
  /** Who closed it instead of the cashier; null where the cashier did. */
  closedBy: string | null
  /** Both in the time of the town: `22.11.2026 08:00:12`. */
  openedAt: string
  closedAt: string
  payments: number
  /** Null where no payment was taken. */
  receipts: { first: string; last: string } | null
  openingFloat: Cents
  cashTaken: Cents
  expected: Cents
  counted: Cents
  /** Counted less expected: negative is a shortage. */
  difference: Cents
  reason: string | null
  departments: { name: string; amount: Cents }[]
  /** Sums by код за вид плащане; `code` is null for services that have none. */
  paymentCodes: { code: string | null; amount: Cents }[]
}

/** What a cashier hands over with the money: what should be in the drawer, what was counted, and whose sums it is. */
export function tillClosingPaper(facts: TillClosingFacts, texts: PaperTexts, lang: Lang): Paper {
  const { tillClosing } = texts
  return {
    kind: 'till-closing',
    title: `${tillClosing.title} ${tillClosing.number(facts.number)}, ${facts.closedAt}`,
    blocks: [
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: tillClosing.title, align: 'center', bold: true },
      { text: tillClosing.number(facts.number), align: 'center', bold: true },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      ...(facts.closedBy === null ? [] : [{ left: tillClosing.closedBy, right: facts.closedBy }]),
      { left: tillClosing.openedAt, right: facts.openedAt },
      { left: tillClosing.closedAt, right: facts.closedAt },
      { left: tillClosing.payments, right: String(facts.payments) },
      ...receiptRange(facts, tillClosing),
      { rule: '-' },
      ...cashBlocks(facts, tillClosing, lang),
      { rule: '-' },
      ...sumsBlocks(tillClosing.byDepartment, facts.departments, tillClosing, lang),
      ...sumsBlocks(tillClosing.byPaymentCode, namedCodes(facts, tillClosing), tillClosing, lang),
      { feed: 2 },
      ...signature(tillClosing.handedOver, facts.closedBy ?? facts.cashier),
      { feed: 2 },
      ...signature(tillClosing.takenOver, ''),
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

const receiptRange = ({ receipts }: TillClosingFacts, texts: TillClosingTexts): Block[] =>
  receipts
    ? [
        { left: texts.firstReceipt, right: receipts.first },
        { left: texts.lastReceipt, right: receipts.last },
      ]
    : []

function cashBlocks(facts: TillClosingFacts, texts: TillClosingTexts, lang: Lang): Block[] {
  const { difference, reason } = facts
  const verdict = difference === 0n ? texts.noDifference : difference < 0n ? texts.shortage : texts.surplus
  return [
    { left: texts.openingFloat, right: showEuro(facts.openingFloat, lang) },
    { left: texts.cashTaken, right: showEuro(facts.cashTaken, lang) },
    { left: texts.expected, right: showEuro(facts.expected, lang), bold: true },
    { left: texts.counted, right: showEuro(facts.counted, lang), bold: true },
    { left: verdict, right: showEuro(difference, lang), bold: true },
    ...(reason ? [{ text: texts.reason(reason) }] : []),
  ]
}

type NamedSum = { name: string; amount: Cents }

const namedCodes = (facts: TillClosingFacts, texts: TillClosingTexts): NamedSum[] =>
  facts.paymentCodes.map(({ code, amount }) => ({ name: code ?? texts.noPaymentCode, amount }))

function sumsBlocks(title: string, sums: readonly NamedSum[], texts: TillClosingTexts, lang: Lang): Block[] {
  if (sums.length === 0) return []
  const total = sumCents(sums.map(sum => sum.amount))
  return [
    { text: title, bold: true },
    ...sums.map(sum => ({ left: sum.name, right: showEuro(sum.amount, lang) })),
    { left: texts.total, right: showEuro(total, lang), bold: true },
    { rule: '-' },
  ]
}

const signature = (role: string, name: string): Block[] => [
  { left: role, right: '..................' },
  ...(name ? [{ text: name, align: 'right' as const }] : []),
]
