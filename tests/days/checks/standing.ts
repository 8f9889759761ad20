import type postgres from 'postgres'
import { type Books, cashIn } from '../expected/books.ts'

/** What stands open at a moment, in text that can be compared: tills with their cash, bills, the last number of each series. */
export type Standing = {
  tills: string[]
  bills: string[]
  series: string[]
  /** Requests with their last day, null while they stand still; tasks with whose they are and their last day. */
  requests: string[]
  tasks: string[]
  sequences: string[]
}

export async function standingIn(sql: postgres.Sql): Promise<Standing> {
  const [tills, bills, series, requests, tasks, sequences] = await Promise.all([
    sql<{ shown: string }[]>`
      select format('%s %s %s holds %s', d.number, s.login, o.till_id, till_cash(o.till_id)) as shown
      from open_tills o join desks d on d.id = o.desk_id join staff s on s.id = o.staff_id`,
    sql<{ shown: string }[]>`select bill_id::text as shown from open_bills`,
    sql<{ shown: string }[]>`
      select format('%s %s %s', d.number, n.series, n.last_number) as shown
      from number_series n join desks d on d.id = n.desk_id`,
    sql<{ shown: string }[]>`select format('%s %s', request_id, due_on) as shown from open_requests`,
    sql<{ shown: string }[]>`
      select format('%s %s %s %s', o.task_id, s.login, d.code, o.due_on) as shown
      from open_tasks o join departments d on d.id = o.department_id left join staff s on s.id = o.assignee_id`,
    sql<{ shown: string }[]>`
      select format('%s %s %s', r.index, s.year, s.last_number) as shown
      from document_series s join registers r on r.id = s.register_id`,
  ])
  const shown = (rows: { shown: string }[]) => rows.map(row => row.shown).sort()
  return {
    tills: shown(tills),
    bills: shown(bills),
    series: shown(series),
    requests: shown(requests),
    tasks: shown(tasks),
    sequences: shown(sequences),
  }
}

export function standingOf({ desks, bills, registry }: Books): Standing {
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
    requests: [...registry.requests.values()]
      .filter(({ ending }) => ending === null)
      .map(({ id, due, standing }) => `${id} ${standing === 'under_way' ? due : ''}`)
      .sort(),
    tasks: [...registry.tasks.values()]
      .filter(({ ending }) => ending === null)
      .map(({ id, assignee, unit, due }) => `${id} ${assignee ?? ''} ${unit} ${due}`)
      .sort(),
    sequences: [...registry.sequences].map(([series, last]) => `${series} ${last}`).sort(),
  }
}
