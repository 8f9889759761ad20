import { and, count, eq, ne, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { type Cents, cents } from '../../rules/money.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { deviceAtDesk, type FiscalDevice } from './lookup.ts'

/** How far a fiscal device is with its day, as far as the office knows without asking it. */
export type DeviceDay = {
  /** The last daily report that the device closed; null where none is known. */
  lastZAt: Temporal.Instant | null
  /** What it sold since then: stornos count against it. */
  sold: { documents: number; total: Cents }
  /** Papers that it still owes, and how many of them a person must look at. */
  waiting: number
  inDoubt: number
}

export type DeviceSeen = FiscalDevice & DeviceDay

/** The fiscal device of a desk: when its day was closed last, what it sold since and what it still owes. Null where none stands there. */
export async function seeDevice(ctx: Ctx, deskId: string): Promise<DeviceSeen | null> {
  authorise(ctx, 'fiscal.see')
  const device = await deviceAtDesk(ctx.db, deskId)
  if (!device) return null
  return { ...device, ...(await seeDeviceDay(ctx, device.printerId)) }
}

/** The same of any device, by its printer. */
export async function seeDeviceDay(ctx: Ctx, printerId: string): Promise<DeviceDay> {
  authorise(ctx, 'fiscal.see')
  const [day, owed] = await Promise.all([dayOfDevice(ctx, printerId), owedBy(ctx, printerId)])
  return { ...day, ...owed }
}

async function dayOfDevice({ db }: Ctx, printerId: string) {
  const [row] = await db.execute<{ last_z_at: string | null; documents: string; total: string }>(sql`
    with z as (select max(issued_at) as at from fiscal_documents
      where printer_id = ${printerId} and task = 'z_report')
    select (select at from z) as last_z_at, count(*) as documents,
      coalesce(sum(case task when 'storno' then -amount_cents else amount_cents end), 0) as total
    from fiscal_documents
    where printer_id = ${printerId} and task in ('sale', 'storno')
      and issued_at > coalesce((select at from z), '-infinity')`)
  return {
    lastZAt: row?.last_z_at ? instantOf(row.last_z_at) : null,
    sold: { documents: Number(row?.documents ?? 0), total: cents(BigInt(row?.total ?? 0)) },
  }
}

async function owedBy({ db }: Ctx, printerId: string) {
  const rows = await db
    .select({ state: printJobs.state, papers: count() })
    .from(printJobs)
    .where(and(eq(printJobs.printerId, printerId), ne(printJobs.state, 'printed')))
    .groupBy(printJobs.state)
  const of = (states: string[]) =>
    rows.reduce((sum, row) => sum + (states.includes(row.state) ? row.papers : 0), 0)
  return { waiting: of(['queued', 'sending']), inDoubt: of(['unsure', 'failed']) }
}
