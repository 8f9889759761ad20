import { type SQL, sql } from 'drizzle-orm'
import { daysLate } from '../../rules/control.ts'
import { startOfDay } from '../../rules/dates.ts'
import type { ReviewRow } from '../../rules/reports/control.ts'
import { lastDayOf, type ReviewStatus, statusOf, type Verdict, weekOf } from '../../rules/reviews.ts'
import type { TaskOutcome } from '../../rules/tasks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { isOfUnits, type Unit, unitAsked, type Whose } from './lookup.ts'

/** The week is told by any day of it. */
export type ReviewAsked = { week: Temporal.PlainDate; whose: Whose; onlyUnreviewed?: boolean }

export type ReviewPage = { after: Pick<ReviewRow, 'id' | 'dueOn'> | null; limit: number | null }

/** A task of the week with the last that was said of it; `department` has its code, `caseId` its case. */
export type TaskForReview = ReviewRow & {
  caseId: string
  department: { code: string; name: string }
  endedOn: Temporal.PlainDate | null
}

/** How many tasks the week has, and how many of them were reviewed. */
export type WeekForReview = { rows: TaskForReview[]; all: number; reviewed: number; unit: Unit | null }

/**
 * The tasks that were under way in a week, or ended in it, of the departments that somebody controls, due first before the others:
 * as they stood at its end, each with the last review of that week. What was cancelled in it is left out.
 */
export async function listForReview(ctx: Ctx, asked: ReviewAsked, page: ReviewPage): Promise<WeekForReview> {
  authorise(ctx, 'control.see')
  const week = weekOf(asked.week)
  const [rows, unit] = await Promise.all([
    ctx.db.execute<Row>(weekQuery(ctx, { ...asked, week }, page)),
    unitAsked(ctx.db, asked.whose),
  ])
  const [first] = rows
  const until = earlier(lastDayOf(week), ctx.today)
  return {
    rows: rows.flatMap(row => (row.id ? taskForReview({ ...row, id: row.id }, until, ctx) : [])),
    all: first?.of_week ?? 0,
    reviewed: first?.reviewed ?? 0,
    unit,
  }
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other

type Row = {
  of_week: number
  reviewed: number
  id: string | null
  case_id: string
  number: string | null
  what: string
  code: string
  name_bg: string
  name_en: string
  holder: string | null
  due: string
  outcome: TaskOutcome | null
  ended: string | null
  status: ReviewStatus | null
  verdict: Verdict | null
  note: string | null
  reviewer: string | null
}

function taskForReview(row: Row & { id: string }, until: Temporal.PlainDate, { lang }: Ctx): TaskForReview {
  const dueOn = Temporal.PlainDate.from(row.due)
  const endedOn = row.ended === null ? null : Temporal.PlainDate.from(row.ended)
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number ?? '',
    what: row.what,
    department: { code: row.code, name: lang === 'bg' ? row.name_bg : row.name_en },
    holder: row.holder,
    dueOn,
    endedOn,
    daysLate: daysLate(dueOn, endedOn ?? until),
    status: statusOf({ dueOn, outcome: row.outcome }, until),
    review:
      row.status && row.verdict
        ? { status: row.status, verdict: row.verdict, note: row.note, by: row.reviewer ?? '' }
        : null,
  }
}

/** The first row tells of the week also where the page is empty. */
const weekQuery = (ctx: Ctx, asked: ReviewAsked, page: ReviewPage): SQL => sql`
  with w as materialized (
    select t.*, t.id in (select v.task_id from reviews v where v.week = ${day(asked.week)}) as is_reviewed
    from ${tasksOfWeek(asked, ctx.today)} t),
  p as materialized (
    select * from w where ${asked.onlyUnreviewed ? sql`not is_reviewed` : sql`true`}
      ${page.after ? sql`and (due_on, id) > (${day(page.after.dueOn)}, ${page.after.id}::uuid)` : sql``}
    order by due_on, id ${page.limit === null ? sql`` : sql`limit ${page.limit}`})
  select c.of_week, c.reviewed, p.id, p.case_id, o.number, k.what, d.code, d.name_bg, d.name_en, s.name as holder,
    p.due_on::text as due, p.outcome, p.ended_on::text as ended, r.status, r.verdict, r.note, r.name as reviewer
  from (select count(*)::int as of_week, count(*) filter (where is_reviewed)::int as reviewed from w) c
  left join p on true left join tasks k on k.id = p.id left join departments d on d.id = p.department_id
  left join documents o on o.case_id = p.case_id and o.opens_case left join staff s on s.id = p.assignee_id
  left join lateral (select v.status, v.verdict, v.note, h.name from reviews v join staff h on h.id = v.reviewed_by
    where v.task_id = p.id and v.week = ${day(asked.week)} order by v.reviewed_at desc, v.id desc limit 1) r on true
  order by p.due_on, p.id`

const day = (date: Temporal.PlainDate): SQL => sql`${date.toString()}::date`

/** What is open was under way then if it had been given; what ended since was too, and what ended in the week did so. */
function tasksOfWeek({ week, whose }: ReviewAsked, today: Temporal.PlainDate): SQL {
  const last = lastDayOf(week)
  const isPast = Temporal.PlainDate.compare(last, today) < 0
  const after = startOfDay(last.add({ days: 1 })).toString()
  const given = isPast
    ? sql`and exists (select from tasks k where k.id = task_id and k.given_at < ${after}::timestamptz)`
    : sql``
  return sql`(
    select task_id as id, case_id, department_id, assignee_id, due_on, null::text as outcome, null::date as ended_on
      from open_tasks where ${isOfUnits(whose)} ${given}
    union all
    select task_id, case_id, department_id, assignee_id, due_on,
      case when ended_on <= ${day(last)} then outcome end, case when ended_on <= ${day(last)} then ended_on end
      from ended_tasks(${day(week)}, ${day(today)}) where ${isOfUnits(whose)} and given_on <= ${day(last)}
        and not (outcome = 'cancelled' and ended_on <= ${day(last)}))`
}
