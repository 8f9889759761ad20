import { asc, eq } from 'drizzle-orm'
import { printerProfiles } from '../../db/schema/printing.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** `townProfile` is the profile itself where the town made it; the program knows the others by name. */
export type Printer = {
  id: string
  name: string
  profile: string
  townProfile: unknown
  line: string
  printedBy: string
  standInId: string | null
}

/** What is read of a printer, with its profile joined. */
export const PRINTER = {
  id: printers.id,
  name: printers.name,
  profile: printers.profile,
  townProfile: printerProfiles.profile,
  line: printers.line,
  printedBy: printers.printedBy,
  standInId: printers.standInId,
}

/** A line that leads to no device: its papers are read on the screen. */
export const isScreen = (line: string): boolean => line.trim().startsWith('preview:')

/** All printers of the town, by name. */
export const listPrinters = (ctx: Ctx): Promise<Printer[]> =>
  ctx.db
    .select(PRINTER)
    .from(printers)
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .orderBy(asc(printers.name))

/** The town's own profiles, by name. */
export const listTownProfiles = (ctx: Ctx): Promise<{ name: string; profile: unknown }[]> =>
  ctx.db
    .select({ name: printerProfiles.name, profile: printerProfiles.profile })
    .from(printerProfiles)
    .orderBy(asc(printerProfiles.name))

/** The printer of a desk. Every desk has one. */
export async function printerOfDesk(db: Ctx['db'] | Tx, deskId: string): Promise<Printer> {
  const [found] = await db
    .select(PRINTER)
    .from(desks)
    .innerJoin(printers, eq(printers.id, desks.printerId))
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .where(eq(desks.id, deskId))
  if (!found) throw refusal('desk.unknown', { number: deskId })
  return found
}

/** The printer with this name; refuses an unknown one. */
export async function printerNamed(db: Ctx['db'] | Tx, name: string): Promise<Printer> {
  const [found] = await db
    .select(PRINTER)
    .from(printers)
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .where(eq(printers.name, name))
  if (!found) throw refusal('printer.unknown', { name })
  return found
}
