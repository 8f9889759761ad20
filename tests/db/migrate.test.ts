import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseFault } from '../../db/fault.ts'
import { migrateTown, readStamp, schemaStamp } from '../../db/migrate.ts'
import { type OpenDatabase, openDatabase, type Place } from '../../db/open.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD, demoTown } from '../../office/town/demo-town.ts'
import { foundTown } from '../../office/town/found-town.ts'
import { newDatabase, serverOf, servers } from '../support/town.ts'

describe.each(servers)('migrating on PostgreSQL %s', version => {
  const { place: server, owner } = serverOf(version)
  let place: Place
  let open: OpenDatabase
  beforeEach(() => {
    place = { ...server, database: newDatabase() }
    open = openDatabase(place, owner, 'tests')
  })
  afterEach(() => open.close())
  const fault = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof DatabaseFault ? error.code : error),
    )
  const stampWith = (text: string) => open.sql`comment on schema public is ${open.sql.unsafe(`'${text}'`)}`
  const signingIn = () =>
    signIn({ place, login: 'kasa1', password: DEMO_PASSWORD, desk: 1, lang: 'bg', program: 'tests' })

  test('ten programs starting together on no database make it once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => migrateTown(place, owner)))
    const wanted = Number(schemaStamp().split(' ')[1])
    expect(outcomes.map(o => o.applied).sort()).toEqual([...Array(9).fill(0), wanted])
    const [applied] = await open.sql`select count(*)::int as n from drizzle.__drizzle_migrations`
    expect(applied?.['n']).toBe(wanted)
    expect(await readStamp(open.sql)).toBe(schemaStamp())
    expect(await migrateTown(place, owner)).toEqual({ applied: 0 })
  })

  test('a database of a newer program is left alone, by migrating and by signing in', async () => {
    await migrateTown(place, owner)
    await foundTown(open.db, Temporal.PlainDate.from('2026-11-22'), demoTown())
    await stampWith('gishe 999 0123456789abcdef')
    expect(await fault(migrateTown(place, owner))).toBe('newer_database')
    expect(await fault(signingIn())).toBe('newer_database')
    expect(await readStamp(open.sql)).toBe('gishe 999 0123456789abcdef')
  })

  test('a database that is behind says so at sign-in; migrating brings back stamp and privileges', async () => {
    await migrateTown(place, owner)
    await foundTown(open.db, Temporal.PlainDate.from('2026-11-22'), demoTown())
    await open.sql`revoke select on payments from ${open.sql(`${place.database}_cashier`)}`
    await open.sql`grant delete on print_jobs to ${open.sql(`${place.database}_cashier`)}`
    await stampWith('gishe 1 0123456789abcdef')
    expect(await fault(signingIn())).toBe('needs_migration')
    await open.sql`alter table staff rename position to place`
    expect(await fault(signingIn())).toBe('needs_migration')
    await open.sql`alter table staff rename place to position`
    await migrateTown(place, owner)
    const session = await signingIn()
    expect((await session.database.sql`select count(*)::int as n from payments`)[0]?.['n']).toBe(0)
    await expect(session.database.sql`delete from print_jobs`).rejects.toThrow('permission denied')
    await session.close()
  })

  test('a database with the tables of somebody else is not taken for a town', async () => {
    const admin = openDatabase(server, owner, 'tests', 1)
    await admin.sql`create database ${admin.sql(place.database)} template template0`
    await admin.close()
    expect(await fault(signingIn())).toMatchObject({ code: 'sign_in.wrong' })
    await open.sql`create table payments (id int)`
    await expect(migrateTown(place, owner)).rejects.toThrow()
    expect(await readStamp(open.sql)).toBeNull()
    const [mine] = await open.sql`select to_regclass('public.tills') as tills`
    expect(mine?.['tills']).toBeNull()
  })
})
