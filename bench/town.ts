import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { ensureServer, stopServer } from '../db/embedded/server.ts'
import { migrateTown } from '../db/migrate.ts'
import { openDatabase, type Place } from '../db/open.ts'
import { type Session, signIn } from '../office/staff/sign-in.ts'
import { openTill } from '../office/tills/open-till.ts'
import { DEMO_PASSWORD, demoTown } from '../office/town/demo-town.ts'
import { foundTown } from '../office/town/found-town.ts'
import { dayOf } from '../rules/dates.ts'

export type BenchTown = {
  home: string
  place: Place
  session: (desk: number) => Promise<Session>
  /** Signs in somebody of the demo town, at no desk. */
  signIn: (login: string) => Promise<Session>
  /** The owner's line. */
  sql: postgres.Sql
  analyze: () => Promise<void>
  end: () => Promise<void>
}

/** A demo town of its own on a fresh embedded server with fsync on; desk N has the cashier `benchN` and an open till. */
export async function benchTown(desks: number): Promise<BenchTown> {
  const home = mkdtempSync('/tmp/gishe-bench-')
  const { place, owner } = await ensureServer(home, () => undefined)
  await migrateTown(place, owner)
  const own = openDatabase(place, owner, 'bench', 1)
  await foundTown(own.db, dayOf(Temporal.Now.instant()), withDesks(desks))
  const session = async (desk: number) => {
    const signed = await signIn({
      place,
      login: `bench${desk}`,
      password: DEMO_PASSWORD,
      desk,
      lang: 'bg',
      program: 'bench',
    })
    await openTill(signed.ctx(), { tillId: randomUUIDv7(), openingFloat: 0n })
    return signed
  }
  return {
    home: join(home),
    place,
    session,
    signIn: login =>
      signIn({ place, login, password: DEMO_PASSWORD, desk: null, lang: 'bg', program: 'bench' }),
    sql: own.sql,
    analyze: async () => void (await own.sql`vacuum analyze`),
    end: async () => {
      await own.close()
      await stopServer(home)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function withDesks(desks: number): ReturnType<typeof demoTown> {
  const demo = demoTown()
  const numbers = Array.from({ length: desks }, (_, at) => at + 1)
  return {
    ...demo,
    staff: [
      ...demo.staff,
      ...numbers.map(n => ({
        login: `bench${n}`,
        name: `Касиер ${n}`,
        post: 'cashier' as const,
        password: DEMO_PASSWORD,
      })),
    ],
    desks: numbers.map(n => ({
      number: n,
      name: `Каса ${n}`,
      printer: { name: `екран ${n}`, profile: 'text', line: 'preview:' },
    })),
  }
}
