import { randomUUIDv7 } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { LOCKS } from '../../db/locks.ts'
import type { Db } from '../../db/open.ts'
import { calendarDays } from '../../db/schema/calendar.ts'
import { logbook } from '../../db/schema/logbook.ts'
import { settlements } from '../../db/schema/parties.ts'
import { serviceFees, services } from '../../db/schema/services.ts'
import { staff } from '../../db/schema/staff.ts'
import { departments, desks, printers, town } from '../../db/schema/town.ts'
import { POSTS } from '../../rules/authority.ts'
import { isLogin, readLogin } from '../../rules/logins.ts'
import { refusal } from '../../rules/refusal.ts'
import { insertShippedCards } from '../cards/shipped-cards.ts'
import { parseInput, textInput } from '../input.ts'
import { refuseShortPassword } from '../staff/add-staff.ts'
import { scramVerifier } from '../staff/scram.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { shippedCatalogue } from './catalogue.ts'
import { fillDemo } from './demo-register.ts'
import { buildDemoStructure } from './demo-structure.ts'
import { shippedDays } from './holidays.ts'
import { municipalityNamed } from './municipalities.ts'
import { shippedSettlements } from './settlements.ts'
import { addStandardRegistry } from './standard-registry.ts'

const FoundTown = z.object({
  /** Code or name from data/municipalities.csv. */
  municipality: z.string(),
  demo: z.boolean(),
  /** A demo with documents of the last weeks in its registers. */
  documents: z.boolean().default(false),
  staff: z.array(
    z.object({
      login: z.string().transform(readLogin).refine(isLogin, 'login: a–z, 0–9, 2–20'),
      name: textInput(2, 80),
      post: z.enum(POSTS),
      password: z.string(),
      /** The code of a department; without it somebody works for the whole municipality. */
      department: z.string().optional(),
      position: textInput(1, 120).optional(),
    }),
  ),
  /** Each desk with a printer of its own. */
  desks: z.array(
    z.object({
      number: z.int().min(1).max(9999),
      name: textInput(1, 60),
      printer: z.object({ name: textInput(1, 40), profile: textInput(1, 40), line: textInput(1, 200) }),
    }),
  ),
})
export type FoundTown = z.input<typeof FoundTown>
type Input = z.output<typeof FoundTown>

/**
 * Makes the town as the database's owner: municipality, catalogue, staff, desks and printers, all in one transaction.
 * Run again for the same municipality it adds what is missing and doubles nothing; another municipality is refused.
 */
export async function foundTown(
  db: Db,
  today: Temporal.PlainDate,
  raw: FoundTown,
): Promise<{ founded: boolean; name: string }> {
  const input = parseInput(FoundTown, raw)
  for (const member of input.staff) refuseShortPassword(member.password)
  const municipality = municipalityNamed(input.municipality)
  return inTransaction({ db }, async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.founding}, 1)`)
    const [existing] = await tx.select().from(town)
    if (existing && (existing.municipalityCode !== municipality.code || existing.demo !== input.demo))
      throw refusal('town.exists', { name: existing.nameBg })
    if (!existing) {
      const { code, nameBg, nameEn, bulstat } = municipality
      await tx.insert(town).values({ municipalityCode: code, nameBg, nameEn, bulstat, demo: input.demo })
      await insertCatalogue(tx, today, input.demo)
    }
    await insertSettlements(tx)
    if (input.demo) await buildDemoStructure(tx)
    await addStandardRegistry(tx)
    await insertShippedCards(tx, today)
    await insertCalendar(tx)
    const added = (await addMissingStaff(tx, input)) + (await addMissingDesks(tx, input))
    if (input.demo) await fillDemo(tx, today, input.documents)
    const founded = !existing || added > 0
    if (founded)
      await tx
        .insert(logbook)
        .values({ act: 'town.found', facts: { municipality: municipality.code, demo: input.demo } })
    return { founded, name: municipality.nameBg }
  })
}

async function insertCatalogue(tx: Tx, today: Temporal.PlainDate, sampleFees: boolean): Promise<void> {
  const catalogue = shippedCatalogue(today, sampleFees)
  await Promise.all([
    tx.insert(departments).values(catalogue.departments),
    tx.insert(services).values(catalogue.services),
    tx.insert(serviceFees).values(catalogue.fees),
  ])
}

/** Those that are shipped, where the town has none: its own import is left alone. */
async function insertSettlements(tx: Tx): Promise<void> {
  const [some] = await tx.select({ ekatte: settlements.ekatte }).from(settlements).limit(1)
  if (!some) await tx.insert(settlements).values(shippedSettlements())
}

/** The days off that are shipped, where the town has none: what it wrote down itself is left alone. */
async function insertCalendar(tx: Tx): Promise<void> {
  const [some] = await tx.select({ day: calendarDays.day }).from(calendarDays).limit(1)
  if (some) return
  const rows = shippedDays().map(({ name, ...row }) => ({ ...row, nameBg: name.bg, nameEn: name.en }))
  await tx.insert(calendarDays).values(rows)
}

async function addMissingStaff(tx: Tx, input: Input): Promise<number> {
  let added = 0
  for (const member of input.staff) {
    const known = await tx.select({ id: staff.id }).from(staff).where(eq(staff.login, member.login))
    if (known.length > 0) continue
    const verifier = scramVerifier(member.password)
    await tx.execute(
      sql`select add_staff(${randomUUIDv7()}, ${member.login}, ${member.name}, ${member.post}, ${verifier})`,
    )
    await tx
      .update(staff)
      .set({
        departmentId: member.department ? codeIs(member.department) : null,
        position: member.position ?? null,
      })
      .where(eq(staff.login, member.login))
    added++
  }
  return added
}

const codeIs = (code: string) =>
  sql`(select ${departments.id} from ${departments} where ${departments.code} = ${code})`

async function addMissingDesks(tx: Tx, input: Input): Promise<number> {
  let added = 0
  for (const desk of input.desks) {
    const known = await tx.select({ id: desks.id }).from(desks).where(eq(desks.number, desk.number))
    if (known.length > 0) continue
    const printerId = await printerFor(tx, desk.printer)
    await tx.insert(desks).values({ id: randomUUIDv7(), number: desk.number, name: desk.name, printerId })
    added++
  }
  return added
}

async function printerFor(tx: Tx, wanted: Input['desks'][number]['printer']): Promise<string> {
  const [known] = await tx.select({ id: printers.id }).from(printers).where(eq(printers.name, wanted.name))
  if (known) return known.id
  const id = randomUUIDv7()
  await tx.insert(printers).values({ id, ...wanted })
  return id
}
