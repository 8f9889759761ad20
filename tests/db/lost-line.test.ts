import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isConnectionFault, type OpenDatabase, openDatabase } from '../../db/open.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { servers, type TestTown, testTown } from '../support/town.ts'
import { untilNoLineIsLost } from '../support/until-no-line-is-lost.ts'

describe.each(servers)('a line lost to PostgreSQL %s', version => {
  let town: TestTown
  let cashier: OpenDatabase
  beforeAll(async () => {
    town = await testTown(version)
    const user = `${town.place.database}_staff_kasa1`
    cashier = openDatabase(town.place, { user, password: DEMO_PASSWORD }, 'tests', 1)
  })
  afterAll(async () => {
    await cashier.close()
    await town.close()
  })

  test('in the middle of a transaction it is an error the caller can catch, and the next one has a new line', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const lost = cashier.sql.begin(async tx => {
        await tx`select pg_terminate_backend(pg_backend_pid())`
      })
      await expect(lost).rejects.toSatisfy(isConnectionFault)
      const [row] = await untilNoLineIsLost(() => cashier.sql`select 1 as one`)
      expect(row?.['one']).toBe(1)
    }
  })

  test('between two statements of a transaction: what was done is undone and the caller hears of it', async () => {
    const other = await town.signIn('kasa1')
    const lost = cashier.sql.begin(async tx => {
      await tx`insert into logbook (act, facts) values ('lost', '{}')`
      const [{ pid }] = (await tx`select pg_backend_pid() as pid`) as unknown as [{ pid: number }]
      await other.database.sql`select pg_terminate_backend(${pid})`
      await new Promise(resolve => setTimeout(resolve, 30))
      await tx`select 1`
    })
    await expect(lost).rejects.toSatisfy(isConnectionFault)
    const rows = await town.sql`select 1 from logbook where act = 'lost'`
    expect(rows.length).toBe(0)
  })

  test('again and again under statements sent together: nothing hangs, nothing of a lost transaction reaches another', async () => {
    const work = town.signIn('kasa1').then(session => session.database)
    const { sql } = await work
    const transaction = (mark: string) =>
      sql.begin(tx =>
        Promise.all(
          [1, 2, 3, 4].map(n =>
            tx.unsafe('insert into logbook (act, facts) values ($1, $2)', [mark, String(n)], {
              prepare: true,
            }),
          ),
        ),
      )
    const done: string[] = []
    for (let turn = 0; turn < 40; turn++) {
      const mark = `turn ${turn}`
      const lost = transaction(`${mark} lost`).then(
        () => done.push(`${mark} lost`),
        () => undefined,
      )
      await cashier.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = current_user and pid <> pg_backend_pid()`
      await Promise.all([lost, untilNoLineIsLost(() => transaction(mark)).then(() => done.push(mark))])
    }
    const rows =
      await town.sql`select act, count(*)::int as n from logbook where act like 'turn %' group by act`
    expect(rows.every(row => row['n'] % 4 === 0)).toBe(true)
    expect(rows.map(row => row['act'])).toEqual(expect.arrayContaining(done))
  })

  test('a table copied out that fills its slow reader to the last byte leaves the line good for the next question', async () => {
    for (let rows = 20; rows < 400; rows += 20) {
      const copy =
        await cashier.sql`copy (select repeat('x', 1000) from generate_series(1, ${cashier.sql.unsafe(String(rows))})) to stdout`.readable()
      await new Promise(resolve => setTimeout(resolve, 20))
      let bytes = 0
      for await (const piece of copy) bytes += piece.length
      expect(bytes).toBe(rows * 1001)
      expect([...(await cashier.sql`select 1 as one`)]).toEqual([{ one: 1 }])
    }
  })
})
