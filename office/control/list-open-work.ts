import { type SQL, sql } from 'drizzle-orm'
import {
  type Controlled,
  daysLate,
  daysOfNearness,
  type Limits,
  limitsOn,
  type Nearness,
  nearnessOf,
} from '../../rules/control.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { isOfUnits, unitAsked, type Whose } from './lookup.ts'

/** A cell of the board: null is every nearness. */
export type CellAsked = { what: Controlled; whose: Whose; nearness: Nearness | null }

/** An open task, or a request under way; `number` is that of its case. */
export type OpenWork = {
  id: string
  caseId: string
  number: string
  /** What is wanted of a task, the service of a request. */
  what: string
  /** Of what document the case is. */
  subject: string
  department: { code: string; name: string }
  /** Null while nobody of the department has taken it, and of requests. */
  holder: string | null
  /** Who gave the task; null of a phase and of requests. */
  from: string | null
  dueOn: Temporal.PlainDate | null
  nearness: Nearness
  /** Calendar days. */
  daysLate: number
}

/** So many at most, after that one; `limit` null is all. */
export type Page = { after: Pick<OpenWork, 'id' | 'dueOn'> | null; limit: number | null }

/** What a cell of the board counts, what is due first before the others, a page at a time. */
export async function listOpenWork(ctx: Ctx, asked: CellAsked, page: Page): Promise<OpenWork[]> {
  authorise(ctx, 'control.see')
  const [calendar] = await Promise.all([calendarOf(ctx.db), unitAsked(ctx.db, asked.whose)])
  const limits = limitsOn(calendar, ctx.today)
  const rows = await ctx.db.execute<Row>(
    asked.what === 'tasks' ? tasksQuery(asked, limits, page) : requestsQuery(asked, limits, page, ctx.lang),
  )
  return rows.map(row => openWork(row, limits, ctx.lang))
}

type Row = {
  id: string
  case_id: string
  number: string
  what: string
  subject: string
  code: string
  name_bg: string
  name_en: string
  holder: string | null
  from_name: string | null
  due: string | null
}

function openWork(row: Row, limits: Limits, lang: Lang): OpenWork {
  const dueOn = row.due === null ? null : Temporal.PlainDate.from(row.due)
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    what: row.what,
    subject: row.subject,
    department: { code: row.code, name: lang === 'bg' ? row.name_bg : row.name_en },
    holder: row.holder,
    from: row.from_name,
    dueOn,
    nearness: nearnessOf(dueOn, limits),
    daysLate: daysLate(dueOn, limits.today),
  }
}

/** The page is found first, by the days alone; what is told of its rows is read by their ids. */
const tasksQuery = (asked: CellAsked, limits: Limits, page: Page): SQL => sql`
  with o as materialized (select task_id as id, case_id, department_id, assignee_id, assigner_id, due_on from open_tasks
    where ${isOfUnits(asked.whose)} ${within(asked.nearness, limits)} ${after(page, sql`task_id`)}
    order by due_on, task_id ${upTo(page)})
  select o.id, o.case_id, c.number, k.what, c.subject, d.code, d.name_bg, d.name_en, s.name as holder, g.name as from_name,
    o.due_on::text as due
  from o join tasks k on k.id = o.id join departments d on d.id = o.department_id
  left join documents c on c.case_id = o.case_id and c.opens_case
  left join staff s on s.id = o.assignee_id left join staff g on g.id = o.assigner_id
  order by o.due_on, o.id`

const requestsQuery = (asked: CellAsked, limits: Limits, page: Page, lang: Lang): SQL => sql`
  with o as materialized (select request_id as id, case_id, department_id, service_id, due_on from open_requests
    where ${isOfUnits(asked.whose)} ${within(asked.nearness, limits)} ${after(page, sql`request_id`)}
    order by coalesce(due_on, 'infinity'), request_id ${upTo(page)})
  select o.id, o.case_id, c.number, ${lang === 'bg' ? sql`v.name_bg` : sql`v.name_en`} as what, c.subject, d.code, d.name_bg, d.name_en,
    null as holder, null as from_name, o.due_on::text as due
  from o join services v on v.id = o.service_id join departments d on d.id = o.department_id
  left join documents c on c.id = o.id
  order by coalesce(o.due_on, 'infinity'), o.id`

function within(nearness: Nearness | null, limits: Limits): SQL {
  if (nearness === null) return sql``
  if (nearness === 'still') return sql`and due_on is null`
  const { from, until } = daysOfNearness(nearness, limits)
  return sql`${from ? sql`and due_on >= ${from.toString()}::date` : sql``} ${until ? sql`and due_on <= ${until.toString()}::date` : sql``}`
}

const after = ({ after: last }: Page, id: SQL): SQL =>
  last
    ? sql`and (coalesce(due_on, 'infinity'), ${id}) > (${last.dueOn?.toString() ?? 'infinity'}::date, ${last.id}::uuid)`
    : sql``

const upTo = ({ limit }: Page): SQL => (limit === null ? sql`` : sql`limit ${limit}`)
