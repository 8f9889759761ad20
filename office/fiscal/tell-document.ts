import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { fiscalDocuments } from '../../db/schema/fiscal.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { cents } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'

const TellDocument = z.object({
  jobId: idInput,
  /** As it stands on the fiscal receipt. */
  document: z.string().trim(),
  /** Null: the one that this device had before. */
  fiscalMemory: z.string().trim().nullable(),
  /** By the clock of the device; null: when the paper was last seen to. */
  at: z.instanceof(Temporal.Instant).nullable(),
})
export type TellDocument = z.input<typeof TellDocument>

/**
 * A person has read on the fiscal receipt what the device could not tell: it came out, and under which number. Refuses what is
 * no number, an unknown paper, one of no fiscal device, one that still waits, one whose number is known already, and a device
 * whose fiscal memory nobody told yet.
 */
export async function tellDocument(
  ctx: Ctx,
  raw: TellDocument,
): Promise<{ title: string; document: string }> {
  authorise(ctx, 'print.resolve')
  const { jobId, document, fiscalMemory, at } = parseInput(TellDocument, raw)
  if (!isNumber(document)) throw refusal('fiscal.document_wrong', { text: document })
  if (fiscalMemory !== null && !isNumber(fiscalMemory))
    throw refusal('fiscal.document_wrong', { text: fiscalMemory })
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, jobId)
    const job = await paperInDoubt(tx, jobId)
    const task = job.paper.fiscal
    if (!task) throw refusal('fiscal.not_a_device', { name: job.title })
    if (job.known) {
      if (job.known === document) return { title: job.title, document }
      throw refusal('fiscal.document_known', { document: job.known })
    }
    const memory = fiscalMemory ?? (await memoryOf(tx, job.printerId))
    if (!memory) throw refusal('fiscal.memory_needed', {})
    const isOfPayment = task.task === 'sale' || task.task === 'storno'
    await tx
      .update(printJobs)
      .set({ state: 'printed', fault: null, changedAt: ctx.now })
      .where(eq(printJobs.id, jobId))
    await Promise.all([
      tx.insert(fiscalDocuments).values({
        jobId,
        printerId: job.printerId,
        task: task.task,
        paymentId: isOfPayment ? job.subjectId : null,
        document,
        fiscalMemory: memory,
        issuedAt: at ?? job.changedAt,
        amountCents: isOfPayment ? cents(task.totalCents) : null,
      }),
      writeLogbook(tx, ctx, 'print.resolve', {
        subjectId: jobId,
        facts: { came_out: true, document, fiscal_memory: memory },
      }),
    ])
    return { title: job.title, document }
  })
}

const isNumber = (text: string): boolean => /^[0-9]{1,10}$/.test(text)

/** Nobody sends it again meanwhile. */
async function paperInDoubt(tx: Tx, id: string) {
  const [found] = await tx
    .select({ job: printJobs, known: fiscalDocuments.document })
    .from(printJobs)
    .leftJoin(fiscalDocuments, eq(fiscalDocuments.jobId, printJobs.id))
    .where(eq(printJobs.id, id))
    .for('update', { of: printJobs })
  if (!found) throw refusal('job.unknown', { id })
  const { job, known } = found
  if (job.state === 'queued' || job.state === 'sending')
    throw refusal('job.still_owed', { title: job.title, state: job.state })
  return { ...job, known }
}

/** The fiscal memory that this device's documents were kept in last. */
async function memoryOf(tx: Tx, printerId: string): Promise<string | null> {
  const [last] = await tx
    .select({ memory: fiscalDocuments.fiscalMemory })
    .from(fiscalDocuments)
    .where(and(eq(fiscalDocuments.printerId, printerId), isNotNull(fiscalDocuments.fiscalMemory)))
    .orderBy(desc(fiscalDocuments.issuedAt))
    .limit(1)
  return last?.memory ?? null
}
