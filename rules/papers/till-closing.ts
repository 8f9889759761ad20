import { rowsOfMoney, showDenomination } from '../counting.ts'
import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, cents, showEuro } from '../money.ts'
import type { TillClosing, TillReport } from '../till-report.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts, TillClosingTexts } from './texts.ts'
import { countBlocks, drawerBlocks, signature, sumsBlocks } from './till-sums.ts'

export type TillClosingFacts = {
  town: PaperTown
  /** Of a till that is closed. */
  report: TillReport & { closing: TillClosing }
  /** Who closed it instead of the cashier; null where the cashier did. */
  closedBy: string | null
}

/**
 * The Z of a till and the paper it is handed over with: what should be in the drawer, what was counted, what stays and what
 * is handed over, all sums, and two signatures.
 */
export function tillClosingPaper(facts: TillClosingFacts, texts: PaperTexts, lang: Lang): Paper {
  const { tillClosing, tillReport } = texts
  const { report, closedBy } = facts
  const { closing } = report
  const closedAt = showMoment(closing.closedAt, lang)
  return {
    kind: 'till-closing',
    title: `${tillClosing.title} ${tillClosing.number(closing.number)}, ${closedAt}`,
    blocks: [
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: tillClosing.title, align: 'center', bold: true },
      { text: tillClosing.number(closing.number), align: 'center', bold: true },
      { feed: 1 },
      { left: texts.heading.desk(report.desk.number), right: report.desk.name },
      { left: texts.heading.cashier, right: report.cashier.name },
      ...(closedBy === null ? [] : [{ left: tillClosing.closedBy, right: closedBy }]),
      { left: tillReport.openedAt, right: showMoment(report.openedAt, lang) },
      { left: tillClosing.closedAt, right: closedAt },
      ...countBlocks(report, tillReport),
      { rule: '-' },
      ...drawerBlocks(report, tillReport, lang),
      ...closingBlocks(closing, tillClosing, lang),
      { rule: '-' },
      ...moneyBlocks(closing, tillClosing, lang),
      ...sumsBlocks(report, tillReport, lang),
      { left: tillClosing.handedOverSum, right: showEuro(handedOver(closing), lang), bold: true },
      { feed: 2 },
      ...signature(tillClosing.handedOver, closedBy ?? report.cashier.name),
      { feed: 2 },
      ...signature(tillClosing.takenOver, ''),
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

const handedOver = ({ counted, left }: TillClosing): Cents => cents(counted - left)

function closingBlocks(closing: TillClosing, texts: TillClosingTexts, lang: Lang): Block[] {
  const { counted, difference, reason, left } = closing
  const verdict = difference === 0n ? texts.noDifference : difference < 0n ? texts.shortage : texts.surplus
  return [
    { left: texts.counted, right: showEuro(counted, lang), bold: true },
    { left: verdict, right: showEuro(difference, lang), bold: true },
    ...(reason ? [{ text: texts.reason(reason) }] : []),
    { left: texts.left, right: showEuro(left, lang) },
  ]
}

/** The notes and coins as they were counted. */
function moneyBlocks({ countedMoney, counted }: TillClosing, texts: TillClosingTexts, lang: Lang): Block[] {
  if (!countedMoney) return []
  return [
    { text: texts.money, bold: true },
    ...rowsOfMoney(countedMoney).map(({ value, pieces, amount }) => ({
      left: `${pieces} x ${showDenomination(value, lang)}`,
      right: showEuro(amount, lang),
    })),
    { left: texts.counted, right: showEuro(counted, lang), bold: true },
    { rule: '-' },
  ]
}
