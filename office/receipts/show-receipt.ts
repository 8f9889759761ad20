import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { receipts } from '../../db/schema/payments.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { desks } from '../../db/schema/town.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { ReceiptLine } from '../../rules/papers/receipt.ts'
import { type ReceiptNumber, readReceiptNumber } from '../../rules/receipts.ts'
import { refusal } from '../../rules/refusal.ts'
import type { FiscalToReverse } from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { deviceAtDesk, saleOf, toReverse } from '../fiscal/lookup.ts'
import { tendersOf } from '../payments/lookup.ts'
import { linesOfPayment, type Receipt, type Reversal, receiptOf, reversalOf } from './lookup.ts'

/** A paper of a payment: its receipt, its reversal, or a duplicate of one of them. */
export type ReceiptPaper = {
  jobId: string
  kind: 'receipt' | 'reversal'
  /** 0 is the original; then by whom the duplicate was made and when. */
  copy: number
  duplicate: Paper['duplicate'] | null
  state: string
  confirmed: boolean
  queuedAt: Temporal.Instant
}

export type ReceiptShown = Receipt & {
  lines: ReceiptLine[]
  tenders: Tender[]
  papers: ReceiptPaper[]
  reversal: Reversal | null
  /** The fiscal receipt that tells of some of it, and whether it can be taken back here; null where there is none. */
  sold: FiscalToReverse | null
}

/** A receipt by its number in any written form: see `readReceiptNumber`. Refuses one that nobody has. */
export async function showReceipt(ctx: Ctx, text: string): Promise<ReceiptShown> {
  authorise(ctx, 'receipts.see')
  const number = readReceiptNumber(text, { desk: ctx.desk?.number ?? null, today: ctx.today })
  const paymentId = number && (await paymentOf(ctx, number))
  if (!paymentId) throw refusal('receipt.unknown', { text: text.trim() })
  return showPayment(ctx, paymentId)
}

/** The same by the payment it belongs to. */
export async function showPayment(ctx: Ctx, paymentId: string): Promise<ReceiptShown> {
  authorise(ctx, 'receipts.see')
  const { db } = ctx
  const [receipt, lines, tenders, papers, reversal, sold, device] = await Promise.all([
    receiptOf(db, paymentId),
    linesOfPayment(db, paymentId, ctx.lang),
    tendersOf(db, paymentId),
    papersOf(ctx, paymentId),
    reversalOf(db, paymentId),
    saleOf(db, paymentId),
    ctx.desk && deviceAtDesk(db, ctx.desk.id),
  ])
  if (!receipt) throw refusal('receipt.unknown', { text: paymentId })
  return { ...receipt, lines, tenders, papers, reversal, sold: sold && toReverse(sold, device) }
}

async function paymentOf({ db }: Ctx, { desk, year, number }: ReceiptNumber): Promise<string | null> {
  const [row] = await db
    .select({ paymentId: receipts.paymentId })
    .from(receipts)
    .innerJoin(desks, eq(desks.id, receipts.deskId))
    .where(and(eq(desks.number, desk), eq(receipts.year, year), eq(receipts.number, number)))
  return row?.paymentId ?? null
}

async function papersOf({ db }: Ctx, paymentId: string): Promise<ReceiptPaper[]> {
  const rows = await db
    .select({
      jobId: printJobs.id,
      kind: printJobs.kind,
      copy: printJobs.copy,
      duplicate: sql<Paper['duplicate'] | null>`${printJobs.paper} -> 'duplicate'`,
      state: printJobs.state,
      confirmed: printJobs.confirmed,
      queuedAt: printJobs.queuedAt,
    })
    .from(printJobs)
    .where(and(eq(printJobs.subjectId, paymentId), inArray(printJobs.kind, ['receipt', 'reversal'])))
    .orderBy(asc(printJobs.ordinal))
  return rows.map(row => ({ ...row, kind: row.kind === 'reversal' ? 'reversal' : 'receipt' }))
}
