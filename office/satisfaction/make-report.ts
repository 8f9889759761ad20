import { reports as bgReports } from '../../locales/bg/reports.ts'
import { satisfaction as bg } from '../../locales/bg/satisfaction.ts'
import { reports as enReports } from '../../locales/en/reports.ts'
import { satisfaction as en } from '../../locales/en/satisfaction.ts'
import { showMoment } from '../../rules/dates.ts'
import { overviewTables, type SatisfactionAbout, whyEmpty } from '../../rules/reports/satisfaction.ts'
import type { HeatOf, Satisfaction } from '../../rules/reports/satisfaction-facts.ts'
import { heatTable } from '../../rules/reports/satisfaction-heat.ts'
import {
  placesTable,
  questionsTable,
  reasonsTable,
  timesTable,
} from '../../rules/reports/satisfaction-views.ts'
import type { Table } from '../../rules/reports/table.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { type SatisfactionAsked, seeSatisfaction } from './see-satisfaction.ts'

/** `isDrawn`: for people, with bars and shades; programs get bare numbers. */
export type SatisfactionReport = SatisfactionAsked & { isDrawn: boolean; heatOf: HeatOf }

/** The statistics as tables in the language of the session, the figures they are made of, and why there is nothing to see. */
export async function makeSatisfactionReport(
  ctx: Ctx,
  asked: SatisfactionReport,
): Promise<{ seen: Satisfaction; tables: Table[]; empty: string | null }> {
  authorise(ctx, 'satisfaction.see')
  const seen = await seeSatisfaction(ctx, asked)
  const about = aboutOf(ctx, asked)
  return { seen, tables: tablesOf(seen, about), empty: whyEmpty(seen, about) }
}

function tablesOf(seen: Satisfaction, about: SatisfactionAbout): Table[] {
  const { by } = seen
  switch (by) {
    case 'all':
      return overviewTables(seen, about)
    case 'hall':
    case 'kiosk':
      return [placesTable(seen, by, about)]
    case 'heat':
      return [heatTable(seen, about)]
    case 'reason':
      return [reasonsTable(seen, about)]
    default:
      return [timesTable(seen, by, about)]
  }
}

/** Every question that was ever made, with the days on which it was asked. */
export async function makeQuestionsReport(ctx: Ctx): Promise<Table> {
  authorise(ctx, 'satisfaction.see')
  const period = { from: ctx.today, to: ctx.today }
  const { questions } = await seeSatisfaction(ctx, {
    period,
    by: 'week',
    question: null,
    hall: null,
    kiosk: null,
  })
  return questionsTable(questions, aboutOf(ctx, { isDrawn: false, heatOf: 'index' }))
}

const aboutOf = (
  ctx: Ctx,
  { isDrawn, heatOf }: Pick<SatisfactionReport, 'isDrawn' | 'heatOf'>,
): SatisfactionAbout => ({
  facts: { town: ctx.town, madeAt: showMoment(ctx.now, ctx.lang), madeBy: ctx.who.name },
  reports: ctx.lang === 'bg' ? bgReports : enReports,
  words: ctx.lang === 'bg' ? bg : en,
  lang: ctx.lang,
  isDrawn,
  heatOf,
})
