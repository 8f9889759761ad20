import { asc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { fiscalDesks, fiscalDevices } from '../../db/schema/fiscal.ts'
import { printerProfiles, printerStates } from '../../db/schema/printing.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { may } from '../../rules/authority.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { PRINTER, type Printer } from './lookup.ts'

/** A printer with all that is needed to print there. */
export type PrinterToRun = Printer & {
  /** Who works with it, and the number on its seal, where it is a fiscal device. */
  operator: { operator: number; password: string; deviceNumber: string } | null
  /** A fiscal device, and whoever asks may not work with it: its papers wait for a cashier's program. */
  isOthers: boolean
  /** As its owner last saw it; null where nobody ever printed there. */
  seen: PrinterSeen | null
}

export type PrinterSeen = {
  fault: string | null
  warnings: PrinterWarning[]
  program: string
  seenAt: Temporal.Instant
  /** Seen so lately that its owner must still be there. */
  isFresh: boolean
}

/** The printer of a desk, its fiscal device where one stands there (it may be the same) and what stands in for the printer. */
export type DevicesOfDesk = {
  printer: PrinterToRun
  fiscal: PrinterToRun | null
  standIn: PrinterToRun | null
}

/** An owner tells every half a minute how its printer does; three times missed, it is gone. */
export const FRESH = sql`interval '90 seconds'`

/** Everything that a program of this desk may have to print on, for whoever prints. Refuses an unknown desk. */
export async function devicesOfDesk(ctx: Ctx, deskId: string): Promise<DevicesOfDesk> {
  authorise(ctx, 'print.run')
  const own = alias(printers, 'own')
  const found = await ctx.db
    .select({ ...toRunBy(ctx), ownId: own.id, standInOfOwn: own.standInId, fiscalId: fiscalDesks.printerId })
    .from(desks)
    .innerJoin(own, eq(own.id, desks.printerId))
    .leftJoin(fiscalDesks, eq(fiscalDesks.deskId, desks.id))
    .innerJoin(
      printers,
      or(eq(printers.id, own.id), eq(printers.id, fiscalDesks.printerId), eq(printers.id, own.standInId)),
    )
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .leftJoin(fiscalDevices, eq(fiscalDevices.printerId, printers.id))
    .leftJoin(printerStates, eq(printerStates.printerId, printers.id))
    .where(eq(desks.id, deskId))
  const [first] = found
  const withId = (id: string | null | undefined) => found.find(one => one.printer.id === id)
  const printer = withId(first?.ownId)
  if (!printer) throw refusal('desk.unknown', { number: deskId })
  const fiscal = withId(first?.fiscalId)
  const standIn = withId(first?.standInOfOwn)
  return {
    printer: toRun(printer),
    fiscal: fiscal ? toRun(fiscal) : null,
    standIn: standIn ? toRun(standIn) : null,
  }
}

/** One printer, for whoever prints there. Refuses an unknown one. */
export async function deviceOfPrinter(
  ctx: Ctx,
  printer: { id: string; name: string },
): Promise<PrinterToRun> {
  authorise(ctx, 'print.run')
  const [found] = await ctx.db
    .select(toRunBy(ctx))
    .from(printers)
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .leftJoin(fiscalDevices, eq(fiscalDevices.printerId, printers.id))
    .leftJoin(printerStates, eq(printerStates.printerId, printers.id))
    .where(eq(printers.id, printer.id))
  if (!found) throw refusal('printer.unknown', { name: printer.name })
  return toRun(found)
}

/** A printer as everybody may see it: whose it is, what stands in for it, how its owner last saw it. */
export type PrinterAsSeen = Printer & { standIn: string | null; desks: number[]; seen: PrinterSeen | null }

/** All printers of the town, by name, or those with these names. */
export async function seePrinters(ctx: Ctx, names: readonly string[] = []): Promise<PrinterAsSeen[]> {
  authorise(ctx, 'print.see')
  const other = alias(printers, 'other')
  const numbers = sql`(select string_agg(number::text, ',' order by number) from ${desks}
    where ${desks.printerId} = ${printers.id} or ${desks.id} in
      (select desk_id from ${fiscalDesks} where ${fiscalDesks.printerId} = ${printers.id}))`.mapWith(
    numbersIn,
  )
  const found = await ctx.db
    .select({ ...SEEN, standIn: other.name, desks: numbers })
    .from(printers)
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .leftJoin(printerStates, eq(printerStates.printerId, printers.id))
    .leftJoin(other, eq(other.id, printers.standInId))
    .orderBy(asc(printers.name))
  const unknown = names.find(name => !found.some(({ printer }) => printer.name === name))
  if (unknown !== undefined) throw refusal('printer.unknown', { name: unknown })
  return found
    .filter(({ printer }) => names.length === 0 || names.includes(printer.name))
    .map(({ printer, standIn, desks: at, ...state }) => ({
      ...printer,
      standIn,
      desks: at ?? [],
      seen: seenIn(state),
    }))
}

const numbersIn = (text: string): number[] => text.split(',').map(Number)

const SEEN = {
  printer: PRINTER,
  state: printerStates,
  isFresh: sql<boolean>`coalesce(${printerStates.seenAt} > now() - ${FRESH}, false)`,
}

/** The password of a fiscal device is read by those alone who work with it. */
const toRunBy = ({ who }: Ctx) => ({
  ...SEEN,
  operator: {
    operator: fiscalDevices.operator,
    password: may(who.post, 'fiscal.work')
      ? sql<string | null>`${fiscalDevices.operatorPassword}`
      : sql<string | null>`null`,
    deviceNumber: fiscalDevices.deviceNumber,
  },
})

type State = { state: typeof printerStates.$inferSelect | null; isFresh: boolean }
type Operator = { operator: number; password: string | null; deviceNumber: string }
type Found = State & { printer: Printer; operator: Operator | null }

const toRun = ({ printer, operator, ...state }: Found): PrinterToRun => {
  const password = operator?.password ?? null
  return {
    ...printer,
    operator: operator && password !== null ? { ...operator, password } : null,
    isOthers: operator !== null && password === null,
    seen: seenIn(state),
  }
}

const seenIn = ({ state, isFresh }: State): PrinterSeen | null =>
  state && {
    fault: state.fault,
    warnings: state.warnings as PrinterWarning[],
    program: state.program,
    seenAt: state.seenAt,
    isFresh,
  }
