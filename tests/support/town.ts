import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { inject } from 'vitest'
import { migrateTown } from '../../db/migrate.ts'
import { type Db, type Login, openDatabase, type Place } from '../../db/open.ts'
import type { Ctx } from '../../office/context.ts'
import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import type { OpenTill } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { DEMO_PASSWORD, demoTown } from '../../office/town/demo-town.ts'
import { foundTown } from '../../office/town/found-town.ts'
import { dayOf } from '../../rules/dates.ts'
import { cents } from '../../rules/money.ts'
import type { Service, Speed } from '../../rules/services.ts'
import type { TestServer } from './servers.ts'

/** The servers to run the office against: `describe.each(servers)('… on PostgreSQL %s', version => …)`. */
export const servers = inject('servers').map(server => server.version)

/** The same for what asks nothing of a server that its walls and the main operations did not ask of each (tests/db, take-payment …). */
export const newest = servers.filter(version => version === '18')

export type TestTown = {
  place: Place
  owner: Login
  /** The owner's line: may do what staff may not. */
  sql: postgres.Sql
  db: Db
  signIn: (login: string, deskNumber?: number | null, password?: string) => Promise<Session>
  close: () => Promise<void>
}

export function serverOf(version: string): TestServer {
  const server = inject('servers').find(known => known.version === version)
  if (!server) throw new Error(`no test server ${version}`)
  return server
}

/** A name that no other test has; the roles of a town carry it. */
export const newDatabase = (): string => `t${randomBytes(5).toString('hex')}`

/** Makes a demo town of its own; staff of office/town/demo-town.ts. Call `close` when done. */
export async function testTown(version: string): Promise<TestTown> {
  const { place: server, owner, template } = serverOf(version)
  const place = { ...server, database: newDatabase() }
  const admin = openDatabase(server, owner, 'tests', 1)
  await admin.sql`create database ${admin.sql(place.database)} template ${admin.sql(template)}`
  await admin.close()
  await migrateTown(place, owner)
  const { sql, db, close } = openDatabase(place, owner, 'tests')
  await foundTown(db, dayOf(Temporal.Now.instant()), demoTown())
  const sessions: Session[] = []
  return {
    place,
    owner,
    sql,
    db,
    signIn: async (login, desk = 1, password = DEMO_PASSWORD) => {
      const session = await signIn({ place, login, password, desk, lang: 'bg', program: 'tests' })
      sessions.push(session)
      return session
    },
    close: async () => {
      await Promise.all([...sessions.map(session => session.close()), close()])
    },
  }
}

/** No weekend and no feast for months: last days that screens show are the same whatever day the test runs on. */
export const everyDayWorks = ({ sql }: TestTown) => sql`
  insert into calendar_days (day, is_working, name_bg, name_en, kind, basis, source)
    select d::date, true, 'работен', 'worked', 'worked', 'тест', 'тест' from generate_series(current_date - 60, current_date + 120, interval '1 day') d
    on conflict (day) do update set is_working = true`

/** Opens the cashier's till at the session's desk. */
export const openTillFor = (session: Session, float = 5000n): Promise<OpenTill> =>
  openTill(session.ctx(), { tillId: randomUUIDv7(), openingFloat: float })

/** A service with a fixed published fee at this speed, found in the catalogue; `at` picks another one. */
export async function pricedService(ctx: Ctx, speed: Speed = 'normal', at = 0): Promise<Service> {
  const priced = (await listServices(ctx)).filter(
    s => s.pricing === 'fixed' && (s.fees[speed]?.cents ?? 0n) > 0n,
  )
  const found = priced[at]
  if (!found) throw new Error('the demo catalogue has no such service')
  return found
}

/** What a door would send for these services at their published fees. */
export const lineOf = (service: Service, quantity = 1, speed: Speed = 'normal', price?: bigint) => ({
  serviceId: service.id,
  speed,
  quantity,
  price: price ?? service.fees[speed]?.cents ?? cents(0),
})

/** Takes one payment for one priced service, exact cash. */
export async function payOnce(session: Session, at = 0, quantity = 1): Promise<PaymentTaken> {
  const service = await pricedService(session.ctx(), 'normal', at)
  const lines = [lineOf(service, quantity)]
  return takePayment(session.ctx(), { paymentId: randomUUIDv7(), lines, given: null })
}
