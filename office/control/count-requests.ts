import { type SQL, sql } from 'drizzle-orm'
import type { Lang } from '../../rules/languages.ts'
import type { RequestsBy, RequestsRow } from '../../rules/reports/registry.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { daysOf, ofUnit, type PeriodAsked, unitAsked } from './lookup.ts'

type Found = {
  key: string | null
  name: string | null
  ended: number
  late: number
  median: number | null
  term: number | null
}

/**
 * The requests that ended in a period, by one dimension and all together: how many, how many after their last day, how long they
 * took and how long they had. What stood still when it ended had no last day and was not late.
 */
export async function countRequests(
  ctx: Ctx,
  asked: PeriodAsked & { by: RequestsBy },
): Promise<RequestsRow[]> {
  authorise(ctx, 'reports.registry')
  const { key, name } = dimension(asked.by, ctx.lang)
  const [found] = await Promise.all([
    ctx.db.execute<Found>(sql`
      select coalesce(${key}, '') as key, coalesce(${name}, '') as name, count(*)::int as ended,
        count(*) filter (where e.ended_on > e.due_on)::int as late,
        (percentile_cont(0.5) within group (order by e.ended_on - e.starts_on) * 10)::int as median,
        (percentile_cont(0.5) within group (order by e.due_on - e.starts_on) * 10)::int as term
      from ended_requests(${daysOf(asked.period)}) e join services v on v.id = e.service_id
      join departments d on d.id = e.department_id join document_kinds k on k.id = e.kind_id
      where ${ofUnit(sql`e.department_id`, asked.whose)}
      group by grouping sets ((1, 2), ())`),
    unitAsked(ctx.db, asked.whose),
  ])
  return found.map(row => ({ ...row, name: row.name ?? '' }))
}

/** Names of channels, speeds and outcomes are words of the language, which the table knows. */
function dimension(by: RequestsBy, lang: Lang): { key: SQL; name: SQL } {
  const called = (table: string): SQL => sql.raw(`${table}.name_${lang}`)
  const none = sql`''::text`
  const keys: Record<RequestsBy, { key: SQL; name: SQL }> = {
    service: { key: sql`v.code`, name: called('v') },
    kind: { key: sql`k.code`, name: called('k') },
    department: { key: sql`d.code`, name: called('d') },
    channel: { key: sql`e.channel`, name: none },
    speed: { key: sql`e.speed`, name: none },
    outcome: { key: sql`e.outcome`, name: none },
    month: { key: sql`to_char(e.ended_on, 'YYYY-MM')`, name: none },
  }
  return keys[by]
}
