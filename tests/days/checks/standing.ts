import type postgres from 'postgres'
import { type Books, cashIn } from '../expected/books.ts'

/** What stands open at a moment, in text that can be compared: tills with their cash, bills, the last number of each series. */
export type Standing = { tills: string[]; bills: string[]; series: string[] }

export async function standingIn(sql: postgres.Sql): Promise<Standing> {
  const [tills, bills, series] = await Promise.all([
    sql<{ shown: string }[]>`
      select format('%s %s %s holds %s', d.number, s.login, o.till_id, till_cash(o.till_id)) as shown
      from open_tills o join desks d on d.id = o.desk_id join staff s on s.id = o.staff_id`,
    sql<{ shown: string }[]>`select bill_id::text as shown from open_bills`,
    sql<{ shown: string }[]>`
      select format('%s %s %s', d.number, n.series, n.last_number) as shown
      from number_series n join desks d on d.id = n.desk_id`,
  ])
  const shown = (rows: { shown: string }[]) => rows.map(row => row.shown).sort()
  return { tills: shown(tills), bills: shown(bills), series: shown(series) }
}

export function standingOf({ desks, bills }: Books): Standing {
  const all = [...desks.values()]
  return {
    tills: all
      .flatMap(({ till }) => (till ? [`${till.desk} ${till.cashier} ${till.id} holds ${cashIn(till)}`] : []))
      .sort(),
    bills: [...bills.values()]
      .filter(bill => bill.state === 'open')
      .map(bill => bill.id)
      .sort(),
    series: all
      .flatMap(desk => [...desk.series].map(([series, last]) => `${desk.number} ${series} ${last}`))
      .sort(),
  }
}
