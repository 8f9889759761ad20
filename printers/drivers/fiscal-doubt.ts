import type { FiscalDocument, FiscalTender } from '../../rules/fiscal.ts'
import type { Note } from '../../rules/printing.ts'
import { asFault } from '../fault.ts'
import { documentOf, isSince, type ReceiptTask } from './fiscal-receipt.ts'
import type { FiscalTalk, JournalEntry, ReceiptState } from './fiscal-talk.ts'

/**
 * What became of a receipt that is in doubt, whoever sent it: one that is open and ours is brought to its end, then the
 * number of the last document is compared with the noted one.
 */
export async function receiptAfterDoubt(
  talk: FiscalTalk,
  task: ReceiptTask,
  note: Note,
): Promise<FiscalDocument | 'not_printed' | { unknown: string }> {
  const { deviceNumber } = await talk.identity()
  if (deviceNumber !== note['device']) return { unknown: `${deviceNumber} ≠ ${note['device']}` }
  const { open } = await talk.state()
  const [before, number] = [Number(note['document']), Number(note['receipt'] ?? NaN)]
  if (open === 'sale' || open === 'storno') {
    const isNoted = (await talk.lastNumber()) === number
    if (!isNoted && !isOurs(await talk.receipt(), task)) return { unknown: 'another receipt is open' }
    await endReceipt(talk, task.tenders)
  }
  const last = await talk.lastNumber()
  if (last <= before) return 'not_printed'
  return since(talk, task, { before, last, isNext: last === before + 1 || last === number, at: note['at'] })
}

/**
 * The sales of an open receipt are the first of this one, of which the last may stand there twice; nothing else of it can be
 * known from outside.
 */
function isOurs({ items, amountCents }: ReceiptState, { lines }: ReceiptTask): boolean {
  const sumOf = (count: number): number =>
    lines.slice(0, count).reduce((sum, line) => sum + line.amountCents, 0)
  const twice = sumOf(items - 1) + (lines[items - 2]?.amountCents ?? 0)
  return (items <= lines.length && amountCents === sumOf(items)) || (items > 1 && amountCents === twice)
}

const MOST_SINCE = 50

type Since = { before: number; last: number; isNext: boolean; at: unknown }

/**
 * Documents were issued since. Where the journal tells УНП it tells whether ours is among them. Where it cannot be read, the
 * sums of the last receipt tell of the next document only; of more, and of one that has no УНП, a person does.
 */
async function since(
  talk: FiscalTalk,
  task: ReceiptTask,
  { before, last, isNext, at }: Since,
): Promise<FiscalDocument | 'not_printed' | { unknown: string }> {
  const unknown = { unknown: `${before + 1}–${last}` }
  if (last - before > MOST_SINCE) return unknown
  const entries: (JournalEntry | null)[] = []
  for (let number = before + 1; number <= last; number++) {
    const entry = await talk.journal(number).catch(unlessDoubt)
    if (entry?.unp === task.unp && !entry.isCancelled) return issued(talk, task, { number, at })
    entries.push(entry && isSince(entry.at, at) ? entry : null)
  }
  if (entries.every(entry => entry !== null) && entries.some(entry => entry?.unp)) return 'not_printed'
  const receipt = await talk.receipt()
  const isIssued = receipt.amountCents === task.totalCents && receipt.paidCents >= task.totalCents
  if (!isNext) return unknown
  if (!isIssued) return 'not_printed'
  return entries.at(-1) === null ? issued(talk, task, { number: last, at }) : unknown
}

/** What is not read in this way tells nothing; a line that broke is another matter. */
export function unlessDoubt(error: unknown): null {
  const fault = asFault(error)
  if (fault.sentBytes) throw fault
  return null
}

async function issued(
  talk: FiscalTalk,
  task: ReceiptTask,
  { number, at }: { number: number; at: unknown },
): Promise<FiscalDocument> {
  const { fiscalMemory } = await talk.identity()
  return documentOf(talk, { number, fiscalMemory, task, since: at })
}

/**
 * Cancels the open receipt, or pays what is left of it and closes it where something was paid already: there is no third way
 * out.
 */
export async function endReceipt(
  talk: FiscalTalk,
  tenders: readonly FiscalTender[],
): Promise<'cancelled' | 'closed'> {
  const { amountCents, paidCents } = await talk.receipt()
  if (paidCents === 0 && (await isCancelled(talk))) return 'cancelled'
  let paid = paidCents
  for (const tender of [...tenders, { how: 'cash' as const, amountCents }]) {
    const credit = Math.min(paid, tender.amountCents)
    paid -= credit
    const left = Math.min(tender.amountCents - credit, amountCents - (await talk.receipt()).paidCents)
    if (left > 0) await talk.pay({ ...tender, amountCents: left })
  }
  await talk.close()
  return 'closed'
}

const isCancelled = (talk: FiscalTalk): Promise<boolean> =>
  talk.cancel().then(
    () => true,
    error => {
      const fault = asFault(error)
      if (fault.code !== 'refused' || fault.sentBytes) throw fault
      return false
    },
  )
