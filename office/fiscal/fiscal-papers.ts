import { randomUUIDv7 } from 'node:crypto'
import type { FiscalSale, SoldBefore, StornoReason } from '../../rules/fiscal.ts'
import { cents } from '../../rules/money.ts'
import { fiscalPaper } from '../../rules/papers/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Ctx, Desk } from '../context.ts'
import { paperTexts } from '../papers.ts'
import type { FiscalTaken } from '../payments/lookup.ts'

/** The receipt or reversal that a fiscal paper goes with: its number, and when in the time of the town. */
type Beside = { number: string; at: string }

/** The fiscal receipt of a sale, as it is owed to the device. */
export function saleOwed(ctx: Ctx, desk: Desk, sale: FiscalSale, { number, at }: Beside): FiscalTaken {
  const facts = { town: ctx.town, desk, who: ctx.who.name, at, receipt: number }
  const paper = fiscalPaper({ task: 'sale', ...sale }, facts, paperTexts(ctx.lang), ctx.lang)
  return { unp: sale.unp, total: cents(sale.totalCents), printJobId: randomUUIDv7(), paper }
}

export type StornoOwed = { unp: string; printJobId: string; paper: Paper }

/** The storno of exactly the document that the device issued for a sale. */
export function stornoOwed(
  ctx: Ctx,
  desk: Desk,
  { sale, of, reason }: { sale: FiscalSale; of: SoldBefore; reason: StornoReason },
  { number, at }: Beside,
): StornoOwed {
  const { unp, lines, tenders, totalCents } = sale
  const facts = { town: ctx.town, desk, who: ctx.who.name, at, receipt: number }
  const task = { task: 'storno' as const, reason, of, unp, lines, tenders, totalCents }
  const paper = fiscalPaper(task, facts, paperTexts(ctx.lang), ctx.lang)
  return { unp, printJobId: randomUUIDv7(), paper }
}
