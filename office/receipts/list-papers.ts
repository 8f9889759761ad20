import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { listJobs, type PrintJob } from '../print/list-jobs.ts'
import { type FindReceipts, findReceipts, type ReceiptRow, receiptsOfPayments } from './find-receipts.ts'

/** A paper and, where it is one, the receipt that it is or reverses. */
export type PaperRow = { job: PrintJob; receipt: ReceiptRow | null }

export type PapersFound = { papers: PaperRow[]; isMore: boolean }

/**
 * The papers of a cashier's desk: those that ask for a person first, then the newest, with the receipts they tell of; of a clerk's those of documents. Where
 * something is typed, and for everybody else, the receipts that are meant, each as it was first printed.
 */
export async function listPapers(ctx: Ctx, asked: FindReceipts & { limit: number }): Promise<PapersFound> {
  if (ctx.who.post === 'clerk') return papersOfDocuments(ctx, asked)
  authorise(ctx, 'receipts.see')
  const isOfDesk = asked.text.trim() === '' && ctx.who.post === 'cashier'
  return isOfDesk ? latestPapers(ctx, asked.limit) : receiptPapers(ctx, asked)
}

/** Of documents: confirmations, labels and lists of the own desk, with what is typed in their title. */
async function papersOfDocuments(
  ctx: Ctx,
  { text, limit }: { text: string; limit: number },
): Promise<PapersFound> {
  authorise(ctx, 'print.see')
  const typed = text.trim().toLocaleLowerCase('bg')
  const jobs = await jobsOfDesk(ctx, limit)
  const papers = jobs
    .filter(job => ctx.desk !== null && OF_DOCUMENTS.includes(job.kind))
    .filter(job => job.title.toLocaleLowerCase('bg').includes(typed))
    .map(job => ({ job, receipt: null }))
  return { papers, isMore: false }
}

const OF_DOCUMENTS: readonly string[] = ['slip', 'label', 'hand-out', 'report']

/** Of the desk, those that ask for a person first, then the newest. */
async function jobsOfDesk(ctx: Ctx, limit: number): Promise<PrintJob[]> {
  const ours = { ...(ctx.desk ? { deskId: ctx.desk.id } : {}), limit }
  const [latest, owed] = await Promise.all([listJobs(ctx, ours), listJobs(ctx, { ...ours, owed: true })])
  const asking = owed.filter(job => job.state === 'unsure' || job.state === 'failed')
  const waiting = owed.filter(job => !asking.includes(job))
  return [...new Map([...asking, ...latest, ...waiting].map(job => [job.id, job])).values()]
}

async function latestPapers(ctx: Ctx, limit: number): Promise<PapersFound> {
  const jobs = await jobsOfDesk(ctx, limit)
  const ofPayments = jobs.flatMap(job => (isOfPayment(job) && job.subjectId ? job.subjectId : []))
  const receipts = await receiptsOfPayments(ctx, [...new Set(ofPayments)])
  const byPayment = new Map(receipts.map(receipt => [receipt.paymentId, receipt]))
  const papers = jobs.map(job => ({
    job,
    receipt: (isOfPayment(job) && job.subjectId && byPayment.get(job.subjectId)) || null,
  }))
  return { papers, isMore: false }
}

const isOfPayment = ({ kind }: PrintJob): boolean => kind === 'receipt' || kind === 'reversal'

async function receiptPapers(ctx: Ctx, asked: FindReceipts & { limit: number }): Promise<PapersFound> {
  const { receipts, isMore } = await findReceipts(ctx, asked)
  const receiptsOf = receipts.map(receipt => receipt.paymentId)
  const jobs = receiptsOf.length === 0 ? [] : await listJobs(ctx, { receiptsOf, limit: asked.limit })
  const byPayment = new Map(jobs.map(job => [job.subjectId, job]))
  const papers = receipts.flatMap(receipt => {
    const job = byPayment.get(receipt.paymentId)
    return job ? [{ job, receipt }] : []
  })
  return { papers, isMore }
}
