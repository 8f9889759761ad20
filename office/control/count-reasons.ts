import { sql } from 'drizzle-orm'
import type { ReasonsBy, ReasonsRow } from '../../rules/reports/registry.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { lateOf, type PeriodAsked, unitAsked } from './lookup.ts'

/** Why things ended late in a period, as the units stated it: of each unit, or of all together. */
export async function countReasons(ctx: Ctx, asked: PeriodAsked & { by: ReasonsBy }): Promise<ReasonsRow[]> {
  authorise(ctx, 'reports.registry')
  const unit = asked.by === 'reason' ? sql`''::text` : ctx.lang === 'bg' ? sql`d.name_bg` : sql`d.name_en`
  const [found] = await Promise.all([
    ctx.db.execute<ReasonsRow>(sql`
      select ${unit} as department, l.reason, count(*) filter (where l.is_request)::int as requests,
        count(*) filter (where not l.is_request)::int as tasks,
        (percentile_cont(0.5) within group (order by l.ended_on - l.due_on) * 10)::int as median
      from ${lateOf(asked, ctx.lang)} l join departments d on d.id = l.department_id group by 1, 2`),
    unitAsked(ctx.db, asked.whose),
  ])
  return [...found]
}
