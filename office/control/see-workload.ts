import { sql } from 'drizzle-orm'
import type { WorkloadRow } from '../../rules/reports/registry.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { daysOf, isOfUnits, ofUnit, type PeriodAsked, unitAsked } from './lookup.ts'

/**
 * What each person of the controlled departments has today, and what they ended in a period: how many in all, how many after the
 * last day, and in how many days from giving. What nobody took is of its department; what is cancelled nobody ended.
 */
export async function seeWorkload(ctx: Ctx, asked: PeriodAsked): Promise<WorkloadRow[]> {
  authorise(ctx, 'reports.registry')
  const [found] = await Promise.all([
    ctx.db.execute<WorkloadRow>(sql`
      with o as (
        select assignee_id, case when assignee_id is null then department_id end as unit_id, count(*)::int as open,
          count(*) filter (where due_on < ${ctx.today.toString()}::date)::int as overdue
        from open_tasks where ${isOfUnits(asked.whose)} group by 1, 2),
      e as (
        select coalesce(t.assignee_id, (select ended_by from task_endings x where x.task_id = t.task_id)) as assignee_id,
          t.department_id, t.ended_on > t.due_on as is_late, t.ended_on - t.given_on as days
        from ended_tasks(${daysOf(asked.period)}) t where t.outcome <> 'cancelled' and ${ofUnit(sql`t.department_id`, asked.whose)}),
      g as (
        select assignee_id, case when assignee_id is null then department_id end as unit_id, count(*)::int as ended,
          count(*) filter (where is_late)::int as late, round(avg(days) * 10)::int as mean from e group by 1, 2)
      select coalesce(s.login, d.code, '') as key, s.name, coalesce(${ctx.lang === 'bg' ? sql`d.name_bg` : sql`d.name_en`}, '') as department,
        coalesce(o.open, 0) as open, coalesce(o.overdue, 0) as overdue, coalesce(g.ended, 0) as ended, coalesce(g.late, 0) as late, g.mean
      from o full join g on coalesce(o.assignee_id, o.unit_id) = coalesce(g.assignee_id, g.unit_id)
      left join staff s on s.id = coalesce(o.assignee_id, g.assignee_id)
      left join departments d on d.id = coalesce(o.unit_id, g.unit_id, s.department_id)`),
    unitAsked(ctx.db, asked.whose),
  ])
  return [...found]
}
