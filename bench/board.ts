import type postgres from 'postgres'
import { listOpenWork } from '../office/control/list-open-work.ts'
import { seeBoard } from '../office/control/see-board.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { fillOpenWork } from './open-work.ts'
import { benchTown } from './town.ts'

const TASKS = 100_000
const ROUNDS = 40

/**
 * The board of the terms over 100 000 open tasks: of a directorate's head and of the secretary, who sees all of them, against the
 * same rows counted by hand in the same run by the owner, whom no row policy concerns; and a page behind a cell of it.
 */
export async function benchBoard(): Promise<void> {
  const town = await benchTown(1)
  try {
    await fillOpenWork(town.sql, TASKS)
    const secretary = await town.signIn('head')
    await measure('board.all', secretary, () => countAll(town.sql))
    await town.sql`update staff set department_id = (select id from departments where code = 'bdir1') where login = 'head'`
    const head = await town.signIn('head')
    await measure('board', head, () => countUnder(town.sql, 'bdir1'))
    await measurePage(head)
    await Promise.all([secretary.close(), head.close()])
  } finally {
    await town.end()
  }
}

async function measure(name: string, who: Session, byHand: () => Promise<unknown>): Promise<void> {
  const ours: number[] = []
  const floor: number[] = []
  for (let turn = 0; turn <= ROUNDS; turn++) {
    ours.push(await timed(() => seeBoard(who.ctx())))
    floor.push(await timed(byHand))
  }
  figure(`${name}.ms`, median(ours.slice(1)), 'ms')
  figure(`${name}.p95`, percentile(ours.slice(1), 0.95), 'ms')
  figure(`${name}.byhand.p50`, median(floor.slice(1)), 'ms')
  figure(`${name}.ratio`, median(ours.slice(1)) / median(floor.slice(1)), 'x')
}

async function measurePage(who: Session): Promise<void> {
  const took: number[] = []
  for (let turn = 0; turn <= ROUNDS; turn++)
    took.push(
      await timed(() =>
        listOpenWork(
          who.ctx(),
          { what: 'tasks', whose: null, nearness: 'overdue' },
          { after: null, limit: 20 },
        ),
      ),
    )
  figure('board.page.p50', median(took.slice(1)), 'ms')
}

const COUNTS = `department_id, count(*) filter (where due_on < current_date) as overdue, count(*) filter (where due_on = current_date) as today,
  count(*) filter (where due_on > current_date and due_on <= current_date + 3) as soon,
  count(*) filter (where due_on > current_date + 3 and due_on <= current_date + 7) as week,
  count(*) filter (where due_on > current_date + 7) as later, min(due_on) as oldest`

const countAll = (sql: postgres.Sql) =>
  sql.unsafe(
    `select ${COUNTS} from open_tasks group by 1 union all select ${COUNTS} from open_requests group by 1`,
  )

const countUnder = (sql: postgres.Sql, code: string) => {
  const under = `where department_id in (select id from departments where code = '${code}'
    or parent_id = (select id from departments where code = '${code}'))`
  return sql.unsafe(
    `select ${COUNTS} from open_tasks ${under} group by 1 union all select ${COUNTS} from open_requests ${under} group by 1`,
  )
}
