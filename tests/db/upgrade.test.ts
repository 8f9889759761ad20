import { randomUUIDv7 } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrateTown, migrationsFolder } from '../../db/migrate.ts'
import { type OpenDatabase, openDatabase, type Place } from '../../db/open.ts'
import { scramVerifier } from '../../office/staff/scram.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { newDatabase, serverOf, servers } from '../support/town.ts'

const FIRST_SHIPPED = 3

/** The town as the first program left it: one till closed last year, one this year, one still open with a payment in it. */
describe.each(servers)('a town of the first program, on PostgreSQL %s', version => {
  const { place: server, owner } = serverOf(version)
  let place: Place
  let open: OpenDatabase
  let folder: string
  const open_till = randomUUIDv7()

  beforeEach(async () => {
    place = { ...server, database: newDatabase() }
    const admin = openDatabase(server, owner, 'tests', 1)
    await admin.sql`create database ${admin.sql(place.database)} encoding 'UTF8' template template0`
    await admin.close()
    open = openDatabase(place, owner, 'tests', 1)
    folder = firstMigrations()
    await migrate(drizzle({ client: open.sql }), { migrationsFolder: folder })
    const { sql } = open
    for (const post of ['cashier', 'clerk', 'head', 'admin', 'auditor'])
      await sql.unsafe(`create role ${place.database}_${post} nologin`)
    await sql`insert into town (municipality_code, name_bg, name_en, bulstat) values ('SML31', 'Смолян', 'Smolyan', '000615118')`
    await sql`select add_staff(${randomUUIDv7()}, 'kasa1', 'Мария Петрова', 'cashier', ${scramVerifier(DEMO_PASSWORD)})`
    await sql`insert into printers values (gen_random_uuid(), 'p', 'escpos-80', 'preview:')`
    await sql`insert into desks (id, number, name, printer_id) select gen_random_uuid(), 1, 'Каса', id from printers`
    await sql`insert into departments values (gen_random_uuid(), 'grao', 'ГРАО', 'GRAO')`
    await sql`insert into services (id, code, name_bg, name_en, department_id, pricing)
      select gen_random_uuid(), '2076', 'Дубликат', 'Duplicate', id, 'open' from departments`
    for (const [at, closed] of [
      ['2025-12-30', true],
      ['2026-01-05', true],
      ['2026-01-06', false],
    ] as const)
      await oldTill(at, closed)
  })
  afterEach(async () => {
    await open.close()
    rmSync(folder, { recursive: true })
  })

  const oldTill = (day: string, closed: boolean) =>
    open.sql.begin(async sql => {
      const till = closed ? randomUUIDv7() : open_till
      const payment = randomUUIDv7()
      await sql`insert into tills (id, desk_id, staff_id, opened_at, opening_float_cents)
        select ${till}, d.id, s.id, ${`${day} 08:00+02`}, 5000 from desks d, staff s`
      await sql`insert into payments (id, till_id, taken_at, total_cents, content) values (${payment}, ${till}, ${`${day} 09:00+02`}, 250, 'x')`
      await sql`insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents)
        select ${payment}, 1, id, department_id, name_bg, 'normal', 1, 250, 250 from services`
      await sql`insert into payment_tenders (payment_id, ordinal, tender, amount_cents, given_cents, change_cents) values (${payment}, 1, 'cash', 250, 250, 0)`
      await sql`insert into receipts (payment_id) values (${payment})`
      if (closed)
        await sql`insert into till_closings (till_id, closed_at, expected_cents, counted_cents, difference_cents)
          values (${till}, ${`${day} 17:00+02`}, 5250, 5250, 0)`
    })

  test('keeps its money and numbers; closings get their Z; the open till is closed and the next one opened', async () => {
    await migrateTown(place, owner)
    const closings =
      await open.sql`select year, number, left_cents::int as left from till_closings order by closed_at`
    expect([...closings]).toEqual([
      { year: 2025, number: 1, left: 0 },
      { year: 2026, number: 1, left: 0 },
    ])
    expect([...(await open.sql`select from undeposited_tills`)]).toEqual([])
    const session = await signIn({
      place,
      login: 'kasa1',
      password: DEMO_PASSWORD,
      desk: 1,
      lang: 'bg',
      program: 'tests',
    })
    expect((await myTill(session.ctx()))?.expected).toBe(5250n)
    const closed = await closeTill(session.ctx(), {
      tillId: open_till,
      counted: 5250n,
      reason: null,
      left: 5000n,
    })
    expect(closed.number).toMatch(/^1-\d{4}-00000[12]$/)
    await openTill(session.ctx(), { tillId: randomUUIDv7(), openingFloat: 5000n })
    const vouchers =
      await open.sql`select subject, direction, amount_cents::int as cents from cash_vouchers order by issued_at, subject`
    expect([...vouchers]).toEqual([
      { subject: 'handed_over', direction: 'out', cents: 250 },
      { subject: 'takings', direction: 'in', cents: 250 },
    ])
    const receipts = await open.sql`select year, number from receipts order by year, number`
    expect([...receipts]).toEqual([
      { year: 2025, number: 1 },
      { year: 2026, number: 1 },
      { year: 2026, number: 2 },
    ])
    await session.close()
  })

  /** The migrations of the first program, alone. */
  function firstMigrations(): string {
    const copy = mkdtempSync('/tmp/gishe-first-')
    cpSync(migrationsFolder(), copy, { recursive: true })
    const path = join(copy, 'meta', '_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] }
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, FIRST_SHIPPED) }))
    return copy
  }
})
