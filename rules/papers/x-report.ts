import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import type { TillReport } from '../till-report.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'
import { countBlocks, drawerBlocks, sumsBlocks } from './till-sums.ts'

export type XReportFacts = { town: PaperTown; report: TillReport; madeAt: Temporal.Instant; madeBy: string }

/** The sums of a till that is open, as often as anybody asks: it has no number and closes nothing. */
export function xReportPaper(facts: XReportFacts, texts: PaperTexts, lang: Lang): Paper {
  const { xReport, tillReport } = texts
  const { report } = facts
  const madeAt = showMoment(facts.madeAt, lang)
  return {
    kind: 'x-report',
    title: `${xReport.title}, ${texts.heading.desk(report.desk.number)}, ${madeAt}`,
    blocks: [
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: xReport.title, align: 'center', bold: true },
      { text: madeAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(report.desk.number), right: report.desk.name },
      { left: texts.heading.cashier, right: report.cashier.name },
      { left: tillReport.openedAt, right: showMoment(report.openedAt, lang) },
      { left: xReport.madeBy, right: facts.madeBy },
      ...countBlocks(report, tillReport),
      { rule: '-' },
      ...drawerBlocks(report, tillReport, lang),
      { rule: '-' },
      ...sumsBlocks(report, tillReport, lang),
      { text: xReport.closesNothing, align: 'center' },
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}
