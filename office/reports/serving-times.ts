import { type SQL, sql } from 'drizzle-orm'
import { ZONE } from '../../rules/dates.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type { TimesBy, TimesRow } from '../../rules/reports/times.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { atOwnTills, within } from './lookup.ts'

type Found = {
  key: string | null
  name: string | null
  payments: string
  measured: string
  median: number | null
  mean: number | null
}

/**
 * How long customers of a period were served, by cashier, desk or hour of the day, and all together: the median and the mean of
 * the payments whose time a desk measured. A payment that was reversed since was served all the same.
 */
export async function servingTimes(ctx: Ctx, period: Period, by: TimesBy): Promise<TimesRow[]> {
  authorise(ctx, 'reports.cash')
  const [key, name] = KEYS[by]
  const found = await ctx.db.execute<Found>(sql`
    select ${key} as key, ${name} as name, count(*) as payments, count(p.served_ms) as measured,
      percentile_cont(0.5) within group (order by p.served_ms) as median, avg(p.served_ms)::float8 as mean
    from payments p join tills t on t.id = p.till_id join desks d on d.id = t.desk_id join staff s on s.id = t.staff_id
    where ${within(sql`p.taken_at`, period)} ${atOwnTills(ctx, sql`p.till_id`)}
    group by grouping sets ((1, 2), ())`)
  return found.map(row => ({
    key: row.key,
    name: row.name ?? '',
    payments: Number(row.payments),
    measured: Number(row.measured),
    median: row.median === null ? null : Math.round(row.median),
    mean: row.mean === null ? null : Math.round(row.mean),
  }))
}

const KEYS: Record<TimesBy, [key: SQL, name: SQL]> = {
  cashier: [sql`s.login`, sql`s.name`],
  desk: [sql`d.number::text`, sql`d.name`],
  hour: [sql.raw(`extract(hour from p.taken_at at time zone '${ZONE}')::int::text`), sql`''::text`],
}
