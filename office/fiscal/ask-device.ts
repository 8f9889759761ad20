import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { showMoment } from '../../rules/dates.ts'
import type { FiscalTask } from '../../rules/fiscal.ts'
import { MOST } from '../../rules/money.ts'
import { fiscalPaper } from '../../rules/papers/fiscal.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { deviceNamed } from './lookup.ts'

const AskDevice = z.object({
  /** Of the print job, minted by the door: asked twice, it is issued once. */
  id: idInput,
  device: textInput(1, 40),
  task: z.discriminatedUnion('task', [
    z.object({ task: z.enum(['x_report', 'z_report']) }),
    z.object({ task: z.enum(['cash_in', 'cash_out']), amount: centsInput }),
  ]),
})
export type AskDevice = z.input<typeof AskDevice>

/**
 * Owes a report (X, Z) or a movement of the cash that the device counts (служебно въведени, изведени) to a fiscal device; it
 * waits in the order of its other papers. The till of the cashier is another matter and does not change. Refuses an unknown
 * device, no amount and one that is too large.
 */
export async function askDevice(ctx: Ctx, raw: AskDevice): Promise<{ printJobId: string; title: string }> {
  authorise(ctx, 'fiscal.work')
  const { id, device: name, task: asked } = parseInput(AskDevice, raw)
  if ('amount' in asked && asked.amount <= 0n) throw refusal('amount.zero', {})
  if ('amount' in asked && asked.amount > MOST) throw refusal('amount.too_large', { most: MOST })
  return inTransaction(ctx, async tx => {
    const [, device, earlier] = await Promise.all([
      oneAtATime(tx, id),
      deviceNamed(tx, name),
      jobWithId(tx, id),
    ])
    if (earlier) return { printJobId: id, title: earlier.title }
    const task: FiscalTask =
      'amount' in asked ? { task: asked.task, amountCents: Number(asked.amount) } : asked
    const facts = {
      town: ctx.town,
      desk: ctx.desk,
      who: ctx.who.name,
      at: showMoment(ctx.now, ctx.lang),
      receipt: null,
    }
    const paper = fiscalPaper(task, facts, paperTexts(ctx.lang), ctx.lang)
    const { printerId } = device
    await Promise.all([
      queuePrint(tx, ctx, { id, printerId, deskId: ctx.desk?.id ?? null, subjectId: null, paper }),
      writeLogbook(tx, ctx, 'fiscal.work', {
        subjectId: printerId,
        facts: { device: name, task: task.task, ...('amount' in asked && { amount_cents: asked.amount }) },
      }),
    ])
    return { printJobId: id, title: paper.title }
  })
}

async function jobWithId(tx: Tx, id: string) {
  const [job] = await tx.select({ title: printJobs.title }).from(printJobs).where(eq(printJobs.id, id))
  return job
}
