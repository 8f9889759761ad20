import { eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { fiscalDesks, fiscalDevices } from '../../db/schema/fiscal.ts'
import { printerProfiles, printerStates } from '../../db/schema/printing.ts'
import { desks, printers } from '../../db/schema/town.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { PRINTER, type Printer } from './lookup.ts'

/** A printer with all that is needed to print there. */
export type PrinterToRun = Printer & {
  /** Who works with it, where it is a fiscal device. */
  operator: { operator: number; password: string } | null
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
    .select({ ...TO_RUN, ownId: own.id, standInOfOwn: own.standInId, fiscalId: fiscalDesks.printerId })
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
    .select(TO_RUN)
    .from(printers)
    .leftJoin(printerProfiles, eq(printerProfiles.name, printers.profile))
    .leftJoin(fiscalDevices, eq(fiscalDevices.printerId, printers.id))
    .leftJoin(printerStates, eq(printerStates.printerId, printers.id))
    .where(eq(printers.id, printer.id))
  if (!found) throw refusal('printer.unknown', { name: printer.name })
  return toRun(found)
}

const TO_RUN = {
  printer: PRINTER,
  operator: fiscalDevices.operator,
  password: fiscalDevices.operatorPassword,
  state: printerStates,
  isFresh: sql<boolean>`coalesce(${printerStates.seenAt} > now() - ${FRESH}, false)`,
}

type Found = {
  printer: Printer
  operator: number | null
  password: string | null
  state: typeof printerStates.$inferSelect | null
  isFresh: boolean
}

const toRun = ({ printer, operator, password, state, isFresh }: Found): PrinterToRun => ({
  ...printer,
  operator: operator === null || password === null ? null : { operator, password },
  seen: state && {
    fault: state.fault,
    warnings: state.warnings as PrinterWarning[],
    program: state.program,
    seenAt: state.seenAt,
    isFresh,
  },
})
