import { control as bgControl } from '../../locales/bg/control.ts'
import { reports as bgReports } from '../../locales/bg/reports.ts'
import { control as enControl } from '../../locales/en/control.ts'
import { reports as enReports } from '../../locales/en/reports.ts'
import { showMoment } from '../../rules/dates.ts'
import { boardTables, openWorkTable, protocolTable } from '../../rules/reports/control.ts'
import { headTables } from '../../rules/reports/head.ts'
import { periodAround } from '../../rules/reports/periods.ts'
import {
  type ControlAbout,
  type DocumentsBy,
  documentsTable,
  lateTable,
  type ReasonsBy,
  type RequestsBy,
  reasonsTable,
  requestsTable,
  workloadTable,
} from '../../rules/reports/registry.ts'
import type { Table } from '../../rules/reports/table.ts'
import { weekOf } from '../../rules/reviews.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { countDocuments } from './count-documents.ts'
import { countReasons } from './count-reasons.ts'
import { countRequests } from './count-requests.ts'
import { listForReview } from './list-for-review.ts'
import { listLate } from './list-late.ts'
import { type CellAsked, listOpenWork } from './list-open-work.ts'
import { type PeriodAsked, unitAsked, type Whose } from './lookup.ts'
import { seeBoard } from './see-board.ts'
import { seeWorkload } from './see-workload.ts'

/** Any report of the control of terms and of the registry. */
export type ControlAsked =
  | { report: 'board'; whose: Whose; onlyOverdue?: boolean }
  | { report: 'head'; whose: Whose }
  | ({ report: 'list'; limit: number | null } & CellAsked)
  /** The week is told by any day of it. */
  | { report: 'protocol'; week: Temporal.PlainDate; whose: Whose }
  | ({ report: 'requests'; by: RequestsBy } & PeriodAsked)
  | ({ report: 'documents'; by: DocumentsBy } & PeriodAsked)
  | ({ report: 'reasons'; by: ReasonsBy } & PeriodAsked)
  | ({ report: 'workload' | 'late' } & PeriodAsked)

/** A report as tables in the language of the session, as every door shows, prints and writes them. */
export async function makeControlReport(ctx: Ctx, asked: ControlAsked): Promise<Table[]> {
  authorise(ctx, 'control.see')
  const about = await aboutOf(ctx, asked.whose)
  const { whose } = asked
  switch (asked.report) {
    case 'board':
      return boardTables(await seeBoard(ctx, whose), about, asked.onlyOverdue)
    case 'head':
      return headPage(ctx, whose, about)
    case 'list': {
      const { limit } = asked
      const rows = await listOpenWork(ctx, asked, { after: null, limit: limit && limit + 1 })
      const isAll = limit === null || rows.length <= limit
      return [openWorkTable(isAll ? rows : rows.slice(0, limit), { ...asked, isAll }, about)]
    }
    case 'protocol': {
      const { rows } = await listForReview(ctx, asked, { after: null, limit: null })
      return [protocolTable(rows, weekOf(asked.week), about)]
    }
    default:
      return [await periodTable(ctx, asked, about)]
  }
}

type PeriodReport = Extract<ControlAsked, PeriodAsked>

async function periodTable(ctx: Ctx, asked: PeriodReport, unit: ControlAbout): Promise<Table> {
  const about = { ...unit, period: asked.period }
  switch (asked.report) {
    case 'requests':
      return requestsTable(await countRequests(ctx, asked), asked.by, about)
    case 'documents':
      return documentsTable(await countDocuments(ctx, asked), asked.by, about)
    case 'reasons':
      return reasonsTable(await countReasons(ctx, asked), asked.by, about)
    case 'workload':
      return workloadTable(await seeWorkload(ctx, asked), about)
    case 'late':
      return lateTable(await listLate(ctx, asked), about)
  }
}

const MOST_OLDEST = 5

/** Today's board, the services and the delays of this month, and the oldest open tasks. */
async function headPage(ctx: Ctx, whose: Whose, about: ControlAbout): Promise<Table[]> {
  const month = { period: periodAround('month', ctx.today), whose }
  const oldestFirst = { what: 'tasks', whose, nearness: null } as const
  const [board, services, late, oldest] = await Promise.all([
    seeBoard(ctx, whose),
    countRequests(ctx, { ...month, by: 'service' }),
    listLate(ctx, month),
    listOpenWork(ctx, oldestFirst, { after: null, limit: MOST_OLDEST }),
  ])
  return headTables({ board, services, late, oldest }, { ...about, period: month.period })
}

async function aboutOf(ctx: Ctx, whose: Whose): Promise<ControlAbout> {
  const { lang } = ctx
  const unit = await unitAsked(ctx.db, whose)
  return {
    facts: { town: ctx.town, madeAt: showMoment(ctx.now, lang), madeBy: ctx.who.name },
    reports: lang === 'bg' ? bgReports : enReports,
    words: lang === 'bg' ? bgControl : enControl,
    lang,
    unit: unit ? unit.name[lang] : null,
  }
}
