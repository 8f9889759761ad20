import { and, eq } from 'drizzle-orm'
import { fiscalDesks, fiscalDevices, fiscalDocuments, fiscalSales } from '../../db/schema/fiscal.ts'
import { payments } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { printers } from '../../db/schema/town.ts'
import { dayOf, ZONE } from '../../rules/dates.ts'
import type { FiscalSale, SoldBefore } from '../../rules/fiscal.ts'
import { refusal } from '../../rules/refusal.ts'
import type { FiscalToReverse } from '../../rules/reversals.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A fiscal device as everybody may see it: its printer's name and the number on its seal. */
export type FiscalDevice = { printerId: string; name: string; deviceNumber: string; operator: number }

const DEVICE = {
  printerId: fiscalDevices.printerId,
  name: printers.name,
  deviceNumber: fiscalDevices.deviceNumber,
  operator: fiscalDevices.operator,
}

/** The fiscal device that stands at a desk, or null. */
export async function deviceAtDesk(db: Ctx['db'] | Tx, deskId: string): Promise<FiscalDevice | null> {
  const [found] = await db
    .select(DEVICE)
    .from(fiscalDesks)
    .innerJoin(fiscalDevices, eq(fiscalDevices.printerId, fiscalDesks.printerId))
    .innerJoin(printers, eq(printers.id, fiscalDesks.printerId))
    .where(eq(fiscalDesks.deskId, deskId))
  return found ?? null
}

/** The fiscal device with this name; refuses an unknown printer and one that is none. */
export async function deviceNamed(db: Ctx['db'] | Tx, name: string): Promise<FiscalDevice> {
  const [found] = await db
    .select({ ...DEVICE, printerId: printers.id, isDevice: fiscalDevices.printerId })
    .from(printers)
    .leftJoin(fiscalDevices, eq(fiscalDevices.printerId, printers.id))
    .where(eq(printers.name, name))
  if (!found) throw refusal('printer.unknown', { name })
  const { isDevice, deviceNumber, operator, ...printer } = found
  if (isDevice === null || deviceNumber === null || operator === null)
    throw refusal('fiscal.not_a_device', { name })
  return { ...printer, deviceNumber, operator }
}

/** The sale behind a payment, and what its device issued for it. */
export type Sold = {
  printerId: string
  device: string
  sale: FiscalSale
  soldAt: Temporal.Instant
  jobId: string
  /** Of the fiscal receipt's print job. */
  state: string
  /** As the device numbered it; null while that is not known. */
  issued: SoldBefore | null
}

/** The sale of a payment, or null where no fiscal receipt tells of it. */
export async function saleOf(db: Ctx['db'] | Tx, paymentId: string): Promise<Sold | null> {
  const [row] = await db
    .select({
      unp: fiscalSales.unp,
      printerId: fiscalSales.printerId,
      device: printers.name,
      jobId: printJobs.id,
      state: printJobs.state,
      paper: printJobs.paper,
      soldAt: payments.takenAt,
      document: fiscalDocuments.document,
      fiscalMemory: fiscalDocuments.fiscalMemory,
      issuedAt: fiscalDocuments.issuedAt,
    })
    .from(fiscalSales)
    .innerJoin(payments, eq(payments.id, fiscalSales.paymentId))
    .innerJoin(printers, eq(printers.id, fiscalSales.printerId))
    .innerJoin(
      printJobs,
      and(eq(printJobs.subjectId, fiscalSales.paymentId), eq(printJobs.kind, 'fiscal-receipt')),
    )
    .leftJoin(fiscalDocuments, eq(fiscalDocuments.jobId, printJobs.id))
    .where(eq(fiscalSales.paymentId, paymentId))
  const sale = row?.paper.fiscal
  if (!row || sale?.task !== 'sale') return null
  const { unp, printerId, device, soldAt, jobId, state, document, fiscalMemory, issuedAt } = row
  const issued =
    document !== null && fiscalMemory !== null && issuedAt !== null
      ? { unp, document, fiscalMemory, at: byItsClock(issuedAt) }
      : null
  return { printerId, device, sale, soldAt, jobId, state, issued }
}

/** What decides whether a fiscal receipt can be taken back at the desk of this device. */
export const toReverse = (
  { sale, device, jobId, state, issued, printerId, soldAt }: Sold,
  here: FiscalDevice | null,
): FiscalToReverse => ({
  unp: sale.unp,
  device,
  isHere: here?.printerId === printerId,
  job: jobId,
  state,
  isNumbered: issued !== null,
  soldOn: dayOf(soldAt),
})

/** A device tells the time of the town. */
const byItsClock = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' })
