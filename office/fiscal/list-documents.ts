import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { fiscalDocuments, fiscalSales } from '../../db/schema/fiscal.ts'
import { receipts } from '../../db/schema/payments.ts'
import { desks, printers } from '../../db/schema/town.ts'
import { startOfDay } from '../../rules/dates.ts'
import type { FiscalTask } from '../../rules/fiscal.ts'
import { type Cents, cents } from '../../rules/money.ts'
import { receiptNumber } from '../../rules/payments.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** What a fiscal device issued, and for which payment. */
export type IssuedDocument = {
  issuedAt: Temporal.Instant
  device: string
  task: FiscalTask['task']
  document: string | null
  fiscalMemory: string | null
  /** What went out, by a storno or a cash-out, is below zero. */
  amount: Cents | null
  unp: string | null
  receipt: string | null
}

const OUTGOING = ['storno', 'cash_out']

/** What the fiscal devices of the town issued in a period, in the order of time. */
export async function listDocuments(ctx: Ctx, { from, to }: Period): Promise<IssuedDocument[]> {
  authorise(ctx, 'fiscal.see')
  const rows = await ctx.db
    .select({
      issued: fiscalDocuments,
      device: printers.name,
      unp: fiscalSales.unp,
      desk: desks.number,
      year: receipts.year,
      number: receipts.number,
    })
    .from(fiscalDocuments)
    .innerJoin(printers, eq(printers.id, fiscalDocuments.printerId))
    .leftJoin(fiscalSales, eq(fiscalSales.paymentId, fiscalDocuments.paymentId))
    .leftJoin(receipts, eq(receipts.paymentId, fiscalDocuments.paymentId))
    .leftJoin(desks, eq(desks.id, receipts.deskId))
    .where(
      and(
        gte(fiscalDocuments.issuedAt, startOfDay(from)),
        lt(fiscalDocuments.issuedAt, startOfDay(to.add({ days: 1 }))),
      ),
    )
    .orderBy(asc(fiscalDocuments.issuedAt), asc(fiscalDocuments.jobId))
  return rows.map(({ issued, device, unp, desk, year, number }) => ({
    issuedAt: issued.issuedAt,
    device,
    task: issued.task as FiscalTask['task'],
    document: issued.document,
    fiscalMemory: issued.fiscalMemory,
    amount:
      OUTGOING.includes(issued.task) && issued.amountCents ? cents(-issued.amountCents) : issued.amountCents,
    unp,
    receipt: desk === null || year === null || number === null ? null : receiptNumber(desk, year, number),
  }))
}
