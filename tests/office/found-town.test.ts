import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrateTown } from '../../db/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../db/open.ts'
import { scramVerifier } from '../../office/staff/scram.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD, demoTown } from '../../office/town/demo-town.ts'
import { type FoundTown, foundTown } from '../../office/town/found-town.ts'
import { refused } from '../support/refused.ts'
import { newDatabase, serverOf, servers } from '../support/town.ts'

const TODAY = Temporal.PlainDate.from('2026-11-22')

describe.each(servers)('founding a town on PostgreSQL %s', version => {
  const { place: server, owner } = serverOf(version)
  const place = { ...server, database: newDatabase() }
  let open: OpenDatabase
  beforeAll(async () => {
    await migrateTown(place, owner)
    open = openDatabase(place, owner, 'tests', 4)
  })
  afterAll(() => open.close())
  const found = (more: Partial<FoundTown> = {}) => foundTown(open.db, TODAY, { ...demoTown(), ...more })
  const counts = async () => {
    const [row] = await open.sql`select
      (select count(*)::int from town) as towns, (select count(*)::int from staff) as staff,
      (select count(*)::int from desks) as desks, (select count(*)::int from printers) as printers,
      (select count(*)::int from services) as services, (select count(distinct code)::int from services) as codes,
      (select count(*)::int from logbook where act = 'town.found') as logged`
    return row
  }

  test('signing in before there is a town says that it is missing', async () => {
    const verifier = scramVerifier(DEMO_PASSWORD)
    await open.sql`select add_staff(gen_random_uuid(), 'rano', 'Ранен', 'cashier', ${verifier})`
    const input = {
      place,
      login: 'rano',
      password: DEMO_PASSWORD,
      desk: null,
      lang: 'bg',
      program: 'tests',
    } as const
    await refused(signIn(input), 'town.missing')
    await open.sql`delete from staff where login = 'rano'`
  })

  test('wrong input is refused before anything is made', async () => {
    const [member] = demoTown().staff
    const near = await refused(found({ municipality: 'смоля' }), 'municipality.unknown')
    expect(near.near.join()).toContain('Смолян')
    await refused(found({ municipality: 'Бяла' }), 'municipality.ambiguous')
    await refused(found({ staff: [{ ...member!, password: 'къса' }] }), 'password.too_short')
    await refused(found({ desks: [{ ...demoTown().desks[0]!, number: 0 }] }), 'input.invalid')
    expect(await counts()).toMatchObject({ towns: 0, staff: 0, services: 0, logged: 0 })
  })

  const demoRows = async () => {
    const [row] = await open.sql`select
      (select count(*)::int from settlements) as settlements, (select count(*)::int from parties) as parties,
      (select count(*)::int from open_bills) as bills, (select count(*)::int from favourites) as favourites`
    return row
  }

  test('four programs founding it at once found it once', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => found()))
    expect(outcomes.filter(o => o.founded).length).toBe(1)
    expect(await counts()).toMatchObject({ towns: 1, staff: 16, desks: 3, printers: 3, logged: 1 })
    expect(await demoRows()).toEqual({ settlements: 177, parties: 40, bills: 10, favourites: 5 })
    const { services, codes } = (await counts()) as unknown as { services: number; codes: number }
    expect(codes).toBe(services)
    expect(services).toBeGreaterThan(50)
  })

  test('found again it doubles nothing; what is missing is added', async () => {
    const before = await counts()
    expect(await found()).toMatchObject({ founded: false })
    expect(await counts()).toEqual(before)
    expect(await demoRows()).toMatchObject({ parties: 40, bills: 10 })
    const desk = {
      number: 4,
      name: 'Кметство',
      printer: { name: 'екран 4', profile: 'text', line: 'preview:' },
    }
    expect(await found({ desks: [...demoTown().desks, desk] })).toMatchObject({ founded: true })
    expect(await counts()).toMatchObject({ desks: 4, printers: 4, staff: 16, logged: 2 })
  })

  test('a town that has no settlements gets those that are shipped; its own stay as they are', async () => {
    await open.sql`update parties set ekatte = null`
    await open.sql`delete from settlements where ekatte <> '00151'`
    await found()
    expect(await demoRows()).toMatchObject({ settlements: 1 })
    await open.sql`delete from settlements`
    await found()
    expect(await demoRows()).toMatchObject({ settlements: 177 })
  })

  test('another municipality, and a demo made earnest, are refused', async () => {
    await refused(found({ municipality: 'Троян' }), 'town.exists')
    await refused(found({ demo: false }), 'town.exists')
  })

  test('fees are those in leva by the legal rule, the lev amount kept beside', async () => {
    const wrong = await open.sql`select 1 from service_fees
      where fee_cents is distinct from round(lev_cents * 100000 / 195583.0)`
    expect(wrong.length).toBe(0)
  })
})
