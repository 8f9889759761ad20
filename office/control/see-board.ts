import { type SQL, sql } from 'drizzle-orm'
import {
  boardOf,
  type ControlBoard,
  type Counts,
  type DepartmentWork,
  type Limits,
  limitsOn,
  NEARNESSES,
} from '../../rules/control.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { controlled, unitAsked, type Whose } from './lookup.ts'

/**
 * The open tasks and requests of the departments that somebody controls, by how near their last day is, and the oldest of each
 * with whoever holds it. Reads only what is open: years of ended work cost nothing.
 */
export async function seeBoard(ctx: Ctx, whose: Whose = null): Promise<ControlBoard> {
  authorise(ctx, 'control.see')
  const [calendar] = await Promise.all([calendarOf(ctx.db), unitAsked(ctx.db, whose)])
  const limits = limitsOn(calendar, ctx.today)
  const rows = await ctx.db.execute<Row>(boardQuery(whose, limits))
  return boardOf(rows.map(departmentWork), limits)
}

type Row = {
  id: string
  code: string
  name_bg: string
  name_en: string
  kind: DepartmentWork['kind']
  parent_id: string | null
  tasks: number[] | null
  requests: number[] | null
  oldest_id: string | null
  oldest_due: string | null
  oldest_what: string | null
  holder: string | null
  request_id: string | null
  request_due: string | null
  request_number: string | null
  service_bg: string | null
  service_en: string | null
}

const departmentWork = (row: Row): DepartmentWork => ({
  id: row.id,
  code: row.code,
  name: { bg: row.name_bg, en: row.name_en },
  kind: row.kind,
  parentId: row.parent_id,
  own: { tasks: countsOf(row.tasks), requests: countsOf(row.requests) },
  oldest:
    row.oldest_id && row.oldest_due
      ? {
          taskId: row.oldest_id,
          dueOn: Temporal.PlainDate.from(row.oldest_due),
          what: row.oldest_what ?? '',
          holder: row.holder,
        }
      : null,
  oldestRequest:
    row.request_id && row.request_due
      ? {
          requestId: row.request_id,
          dueOn: Temporal.PlainDate.from(row.request_due),
          number: row.request_number ?? '',
          service: { bg: row.service_bg ?? '', en: row.service_en ?? '' },
        }
      : null,
})

const countsOf = (counted: number[] | null): Counts =>
  Object.fromEntries(NEARNESSES.map((one, at) => [one, counted?.[at] ?? 0])) as Counts

const boardQuery = (whose: Whose, limits: Limits): SQL => sql`
  with seen as materialized ${controlled(whose)}, c as materialized (select * from counted_open_work()),
  t as (select department_id, ${countedBy(limits)} as counts from c where is_task group by 1),
  r as (select department_id, ${countedBy(limits)} as counts from c where not is_task group by 1)
  select d.id, d.code, d.name_bg, d.name_en, d.kind, d.parent_id, t.counts as tasks, r.counts as requests,
    oldest.task_id as oldest_id, oldest.due_on::text as oldest_due, k.what as oldest_what, s.name as holder,
    waiting.request_id, waiting.due_on::text as request_due, n.number as request_number, v.name_bg as service_bg, v.name_en as service_en
  from departments d join seen on seen.id = d.id left join t on t.department_id = d.id left join r on r.department_id = d.id
  left join lateral (select task_id, due_on, assignee_id from open_tasks o where o.department_id = d.id
    order by o.due_on limit 1) oldest on true
  left join tasks k on k.id = oldest.task_id left join staff s on s.id = oldest.assignee_id
  left join lateral (select request_id, service_id, due_on from open_requests o where o.department_id = d.id and o.due_on is not null
    order by o.due_on limit 1) waiting on true
  left join documents n on n.id = waiting.request_id left join services v on v.id = waiting.service_id`

/** In the order of NEARNESSES. */
const countedBy = ({ today, soon, week }: Limits): SQL => {
  const day = (date: Temporal.PlainDate) => sql`${date.toString()}::date`
  const open = (which: SQL) => sql`coalesce(sum(open) filter (where ${which}), 0)`
  return sql`json_build_array(
    ${open(sql`due_on < ${day(today)}`)}, ${open(sql`due_on = ${day(today)}`)},
    ${open(sql`due_on > ${day(today)} and due_on <= ${day(soon)}`)},
    ${open(sql`due_on > ${day(soon)} and due_on <= ${day(week)}`)},
    ${open(sql`due_on > ${day(week)}`)}, ${open(sql`due_on is null`)})`
}
