import type { Lang } from '../languages.ts'
import { type Cents, showEuro } from '../money.ts'
import type { Tender } from '../tenders.ts'
import { euroInWords } from '../words.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import { paidForBlocks, type ReceiptLine } from './receipt.ts'
import type { PaperTexts, ReversalTexts } from './texts.ts'

export type ReversalFacts = {
  town: PaperTown
  desk: { number: number; name: string }
  /** Who reverses and gives the money back. */
  cashier: string
  confirmedBy: string
  /** As `receiptNumber` makes it: `2-2026-000004`. */
  number: string
  /** In the time of the town: `22.11.2026 15:10:22`. */
  reversedAt: string
  receipt: { number: string; takenAt: string; cashier: string }
  lines: ReceiptLine[]
  total: Cents
  /** As they came in: each goes back whole, by the way it came. */
  tenders: readonly Tender[]
  payer: { name: string; identifierMasked: string | null } | null
  reason: string
  refundReference: string | null
  /** The УНП of the sale that the fiscal storno takes back; null where there is none. */
  unp: string | null
}

/**
 * Сторно of a receipt: its own number and date, the receipt it takes back, what was paid for and what goes back by which way,
 * why, and the two people who answer for it (ЗСч чл. 6; a primary document is never corrected, it is reversed by another).
 * The drawer opens first where cash goes back.
 */
export function reversalPaper(facts: ReversalFacts, texts: PaperTexts, lang: Lang): Paper {
  const { reversal } = texts
  return {
    kind: 'reversal',
    title: `${reversal.title} ${reversal.number(facts.number)}`,
    blocks: [
      ...(opensDrawer(facts) ? [{ drawer: true as const }] : []),
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: reversal.title, align: 'center', bold: true, large: true },
      { text: reversal.number(facts.number), align: 'center', bold: true },
      { text: facts.reversedAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      ...receiptBlocks(facts, reversal),
      { rule: '-' },
      ...paidForBlocks(facts.lines, facts.unp, texts, lang),
      { rule: '=' },
      { left: reversal.total, right: showEuro(facts.total, lang), bold: true, large: true },
      { rule: '=' },
      { text: texts.receipt.inWords(euroInWords(facts.total, lang)) },
      ...facts.tenders.flatMap(tender => backBlocks(tender, texts, lang)),
      ...(facts.refundReference ? [{ text: reversal.refundReference(facts.refundReference) }] : []),
      { feed: 1 },
      { text: reversal.reason(facts.reason) },
      ...signatures(facts, reversal),
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

/** Only cash needs the drawer, and practice never does. */
const opensDrawer = ({ town, tenders }: ReversalFacts): boolean =>
  !town.training && tenders.some(tender => tender.tender === 'cash')

const receiptBlocks = ({ receipt, payer }: ReversalFacts, texts: ReversalTexts): Block[] => [
  { rule: '-' },
  { left: texts.receipt, right: receipt.number, bold: true },
  { left: texts.receiptTakenAt, right: receipt.takenAt },
  { left: texts.receiptCashier, right: receipt.cashier },
  ...(payer ? [{ left: texts.payer, right: payer.name }] : []),
  ...(payer?.identifierMasked ? [{ text: payer.identifierMasked, align: 'right' as const }] : []),
]

function backBlocks(tender: Tender, { receipt, reversal }: PaperTexts, lang: Lang): Block[] {
  const amount = { left: reversal.back[tender.tender], right: showEuro(tender.amount, lang) }
  if (tender.tender === 'card') return [amount, { text: receipt.cardSlip(tender) }]
  return tender.tender === 'bank' ? [amount, { text: `  ${tender.reference}` }] : [amount]
}

const signatures = (facts: ReversalFacts, texts: ReversalTexts): Block[] =>
  (
    [
      [texts.madeBy, facts.cashier],
      [texts.confirmedBy, facts.confirmedBy],
      [texts.receivedBy, facts.payer?.name ?? ''],
    ] as const
  ).flatMap(([role, name]) => [
    { feed: 1 },
    { left: role, right: '..................' },
    ...(name ? [{ text: name, align: 'right' as const }] : []),
  ])
