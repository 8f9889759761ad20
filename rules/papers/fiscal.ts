import { showDay } from '../dates.ts'
import { type FiscalLine, type FiscalSale, type FiscalTask, type SoldBefore, taxLetter } from '../fiscal.ts'
import type { Lang } from '../languages.ts'
import { cents, showEuro } from '../money.ts'
import type { FiscalTexts } from './fiscal-texts.ts'
import { heading, type PaperTown } from './heading.ts'
import type { Block, Paper, PaperKind } from './paper.ts'
import type { PaperTexts } from './texts.ts'

export type FiscalPaperFacts = {
  town: PaperTown
  /** Null where it was asked for away from any desk. */
  desk: { number: number; name: string } | null
  who: string
  /** In the time of the town: `22.11.2026 14:03:27`. */
  at: string
  /** The receipt or the reversal that it goes with; null for what is of no payment. */
  receipt: string | null
}

const KINDS: Record<FiscalTask['task'], PaperKind> = {
  sale: 'fiscal-receipt',
  storno: 'fiscal-storno',
  cash_in: 'fiscal-cash',
  cash_out: 'fiscal-cash',
  x_report: 'fiscal-report',
  z_report: 'fiscal-report',
}

/**
 * What a fiscal device is asked to issue, with the same told to people who read it on a screen: the paper itself is drawn by
 * the device.
 */
export function fiscalPaper(
  task: FiscalTask,
  facts: FiscalPaperFacts,
  { fiscal: texts, heading: words }: PaperTexts,
  lang: Lang,
): Paper {
  const title = texts.titles[task.task]
  return {
    kind: KINDS[task.task],
    title: 'unp' in task ? texts.named(title, task.unp) : title,
    fiscal: task,
    blocks: [
      ...heading(facts.town, words, lang),
      { feed: 1 },
      { text: title, align: 'center', bold: true },
      { text: texts.forReading, align: 'center' },
      { text: facts.at, align: 'center' },
      { feed: 1 },
      ...(facts.desk ? [{ left: words.desk(facts.desk.number), right: facts.desk.name }] : []),
      { left: words.cashier, right: facts.who },
      ...(facts.receipt === null ? [] : [{ left: texts.receipt, right: facts.receipt }]),
      ...bodyOf(task, texts, lang),
    ],
  }
}

function bodyOf(task: FiscalTask, texts: FiscalTexts, lang: Lang): Block[] {
  switch (task.task) {
    case 'sale':
      return saleBlocks(task, texts, lang)
    case 'storno':
      return [
        ...ofBlocks(task.of, texts, lang),
        { text: texts.reason(texts.reasons[task.reason]) },
        ...saleBlocks(task, texts, lang),
      ]
    case 'cash_in':
    case 'cash_out':
      return [{ rule: '-' }, { left: texts.amount, right: euro(task.amountCents, lang), bold: true }]
    default:
      return []
  }
}

const saleBlocks = (sale: FiscalSale, texts: FiscalTexts, lang: Lang): Block[] => [
  { left: texts.unp, right: sale.unp },
  { rule: '-' },
  ...sale.lines.flatMap(line => lineBlocks(line, lang)),
  { rule: '=' },
  { left: texts.total, right: euro(sale.totalCents, lang), bold: true, large: true },
  { rule: '=' },
  ...sale.tenders.map(({ how, amountCents }) => ({
    left: texts.tenders[how],
    right: euro(amountCents, lang),
  })),
]

const lineBlocks = (line: FiscalLine, lang: Lang): Block[] => [
  { left: line.name, right: `${euro(line.amountCents, lang)} ${taxLetter(line.taxGroup)}` },
  ...(line.quantity === 1 ? [] : [{ text: `  ${line.quantity} x ${euro(line.priceCents, lang)}` }]),
]

const ofBlocks = ({ document, at, fiscalMemory }: SoldBefore, texts: FiscalTexts, lang: Lang): Block[] => [
  { rule: '-' },
  { text: texts.of(document), bold: true },
  { left: texts.issuedAt, right: showLocal(at, lang) },
  { left: texts.fiscalMemory, right: fiscalMemory },
]

const showLocal = (at: string, lang: Lang): string =>
  `${showDay(Temporal.PlainDate.from(at), lang)} ${at.slice('2026-11-22T'.length)}`

const euro = (amount: number, lang: Lang): string => showEuro(cents(amount), lang)
