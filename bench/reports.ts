import type postgres from 'postgres'
import { cashReport } from '../office/reports/cash-report.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { startOfDay } from '../rules/dates.ts'
import { type Period, periodAround, stepped } from '../rules/reports/periods.ts'
import { figure, median, timed } from './figures.ts'
import { DESKS, writeYear } from './history.ts'
import { benchTown } from './town.ts'

const YEARS = 5
const ROUNDS = 15

type Measured = { ours: number; byHand: number }

/**
 * The money of a month and of a day by service, in a town of one year and in the same town of five: against the same sums written
 * by hand, turn by turn on one line, and against itself before four more years of payments (a million lines each) came in.
 */
export async function benchReports(): Promise<void> {
  const town = await benchTown(DESKS)
  try {
    const head = await town.signIn('head')
    const { today } = head.ctx()
    const month = periodAround('month', stepped('month', today, -1))
    const day = periodAround('day', workingDayBefore(today))
    await writeYear(town.sql, 0)
    const [monthOfOne, dayOfOne] = [await measure(head, month), await measure(head, day)]
    for (let yearsAgo = 1; yearsAgo < YEARS; yearsAgo++) await writeYear(town.sql, yearsAgo)
    const [monthOfAll, dayOfAll] = [await measure(head, month), await measure(head, day)]
    report('reports.month', monthOfOne, monthOfAll)
    report('reports.day', dayOfOne, dayOfAll)
    await head.close()
  } finally {
    await town.end()
  }
}

function report(name: string, ofOne: Measured, ofAll: Measured): void {
  figure(`${name}.p50`, ofAll.ours, 'ms')
  figure(`${name}.byhand.p50`, ofAll.byHand, 'ms')
  figure(`${name}.ratio`, ofAll.ours / ofAll.byHand, 'x')
  figure(`${name}.growth`, ofAll.ours / ofOne.ours, 'x')
}

async function measure(head: Session, period: Period): Promise<Measured> {
  const ours: number[] = []
  const byHand: number[] = []
  for (let turn = 0; turn <= ROUNDS; turn++) {
    ours.push(await timed(() => cashReport(head.ctx(), period, 'service')))
    byHand.push(await timed(() => handWritten(head.database.sql, period)))
  }
  return { ours: median(ours.slice(1)), byHand: median(byHand.slice(1)) }
}

function workingDayBefore(today: Temporal.PlainDate): Temporal.PlainDate {
  const day = today.subtract({ days: 1 })
  return day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day
}

/** What somebody would write who knows how the rows lie: the same sums, nothing else. */
function handWritten(sql: postgres.Sql, { from, to }: Period) {
  const [first, last] = [startOfDay(from).toString(), startOfDay(to.add({ days: 1 })).toString()]
  return sql`
    with m as (
      select id, 1 as sign from payments where taken_at >= ${first}::timestamptz and taken_at < ${last}::timestamptz
      union all
      select payment_id, -1 from reversals where reversed_at >= ${first}::timestamptz and reversed_at < ${last}::timestamptz
    )
    select s.code, s.name_bg, g.*, (select count(*) from m where sign = 1) as all_payments from (
      select x.service_id, count(*) filter (where sign = 1) as payments, sum(sign * x.quantity) as quantity,
        coalesce(sum(x.amount) filter (where sign = 1), 0) as gross, coalesce(sum(x.amount) filter (where sign = -1), 0) as reversed
      from m cross join lateral (
        select service_id, sum(quantity) as quantity, sum(amount_cents) as amount from payment_lines
        where payment_id = m.id group by service_id) x
      group by 1) g left join services s on s.id = g.service_id order by 1`
}
