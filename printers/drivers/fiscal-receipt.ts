import { setTimeout as pause } from 'node:timers/promises'
import type { FiscalDocument, FiscalLine, FiscalTask } from '../../rules/fiscal.ts'
import type { TakeNote } from '../device.ts'
import { asFault, Fault, type FaultCode } from '../fault.ts'
import type { FiscalTalk, ReceiptState } from './fiscal-talk.ts'

/** A receipt as the town asks for it: a sale, or the storno of one. */
export type ReceiptTask = Extract<FiscalTask, { task: 'sale' | 'storno' }>

/**
 * `again_ms`: how often a device that waits for a person is asked; `mend_ms`: how long a receipt waits half-way for paper
 * before it is left in doubt.
 */
export type Patience = { again_ms: number; mend_ms: number }

/**
 * Issues one receipt. Before it is opened the number of the last document is noted; half-way the same step is sent again
 * when there is paper again; the total is compared before anything is paid. A fault with `sentBytes` false means that no
 * receipt came to be, at most one that the device itself marked as cancelled.
 */
export async function issueReceipt(
  talk: FiscalTalk,
  task: ReceiptTask,
  { note, patience }: { note: TakeNote; patience: Patience },
): Promise<FiscalDocument> {
  refuseUnlessSums(task)
  refuseUnlessPayable(talk, task)
  const [identity, before] = [await talk.identity(), await talk.lastNumber()]
  if (task.task === 'sale' && !task.unp.startsWith(`${identity.deviceNumber}-`))
    throw new Fault('bad_settings', { detail: `${identity.deviceNumber} ≠ ${task.unp}` })
  const since = await clockOf(talk)
  const noted = { device: identity.deviceNumber, document: before, at: since }
  await note(noted)
  const number = await opened(talk, task)
  if (number !== null) await note({ ...noted, receipt: number }).catch(touched)
  await cancelledOnFault(talk, () => fill(talk, task, patience))
  await payAndClose(talk, task, patience)
  return documentOf(talk, { number: number ?? before + 1, fiscalMemory: identity.fiscalMemory, task, since })
}

const touched = (error: unknown): never => {
  throw asFault(error, true)
}

const opened = (talk: FiscalTalk, task: ReceiptTask): Promise<number | null> =>
  task.task === 'sale' ? talk.openSale(task.unp) : talk.openStorno(task.unp, task.reason, task.of)

function refuseUnlessPayable(talk: FiscalTalk, { tenders }: ReceiptTask): void {
  const strange = tenders.find(({ how }) => !talk.tenders.includes(how))
  if (strange) throw new Fault('refused', { detail: strange.how })
}

/** Lines, total and payments that do not fit each other are stopped before the device hears of them. */
function refuseUnlessSums({ lines, tenders, totalCents }: ReceiptTask): void {
  const strange = lines.find(line => line.amountCents !== productOf(line))
  if (strange) throw new Fault('unlike_total', { detail: strange.name })
  const sold = lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const paid = tenders.reduce((sum, { amountCents }) => sum + amountCents, 0)
  if (sold !== totalCents || paid !== totalCents)
    throw new Fault('unlike_total', { detail: `${amount(sold)} / ${amount(paid)} ≠ ${amount(totalCents)}` })
}

/** As the devices count: three decimals of the quantity, half a cent and more up. */
const productOf = ({ priceCents, quantity }: FiscalLine): number =>
  Math.round((priceCents * Math.round(quantity * 1_000)) / 1_000)

async function fill(talk: FiscalTalk, { lines, totalCents }: ReceiptTask, patience: Patience): Promise<void> {
  for (const [at, line] of lines.entries()) {
    await step(talk, patience, { send: () => talk.sell(line), isDone: receipt => receipt.items > at })
    if (talk.wasRepeated()) await refuseTwice(talk, at + 1)
  }
  const total = await talk.subtotal()
  if (total !== totalCents)
    throw new Fault(talk.wasRepeated() ? 'no_answer' : 'unlike_total', {
      detail: `${amount(total)} ≠ ${amount(totalCents)}`,
    })
}

/** A device that lost its power between two sendings of a sale has it twice: then the receipt begins anew. */
async function refuseTwice(talk: FiscalTalk, items: number): Promise<void> {
  const receipt = await talk.receipt()
  if (receipt.items !== items) throw new Fault('no_answer', { detail: `${receipt.items} ≠ ${items}` })
}

/** What the device refuses before anything is paid ends the receipt; it stays in the customer's hands as cancelled. */
async function cancelledOnFault(talk: FiscalTalk, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const fault = asFault(error)
    if (!fault.sentBytes) await talk.cancel().catch(touched)
    throw fault
  }
}

async function payAndClose(talk: FiscalTalk, task: ReceiptTask, patience: Patience): Promise<void> {
  let paid = 0
  for (const tender of task.tenders.filter(({ amountCents }) => amountCents > 0)) {
    paid += tender.amountCents
    const enough = paid
    const isDone = (receipt: ReceiptState) => receipt.paidCents >= enough
    await step(talk, patience, { send: () => talk.pay(tender), isDone }).catch(touched)
  }
  await step(talk, patience, { send: () => talk.close(), isDone: receipt => !receipt.isOpen }).catch(touched)
}

const MENDED_BY_HAND: readonly FaultCode[] = ['out_of_paper', 'cover_open', 'overheated']

type Step = { send: () => Promise<void>; isDone: (receipt: ReceiptState) => boolean }

/** One command. Where paper is missing it was not done: it is sent again when a person has put some in. */
async function step(talk: FiscalTalk, patience: Patience, { send, isDone }: Step): Promise<void> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const fault = asFault(error)
      if (fault.sentBytes || !MENDED_BY_HAND.includes(fault.code)) throw fault
      await untilMended(talk, patience, fault)
      if (isDone(await talk.receipt())) return
    }
  }
}

/** Resolves when the device is ready again; in the end nobody came, and the paper stays as it is. */
export async function untilMended(talk: FiscalTalk, patience: Patience, fault: Fault): Promise<void> {
  for (const until = performance.now() + patience.mend_ms; performance.now() < until; ) {
    await pause(patience.again_ms)
    const { fault: still } = await talk.state()
    if (still === null) return
    if (!MENDED_BY_HAND.includes(still.code)) throw asFault(still, true)
  }
  throw asFault(fault, true)
}

type Known = { number: number; fiscalMemory: string; task: ReceiptTask; since: unknown }

/** The receipt is out, whatever can still be learned of it: what the device does not tell any more stays empty. */
export async function documentOf(
  talk: FiscalTalk,
  { number, fiscalMemory, task, since }: Known,
): Promise<FiscalDocument> {
  const told = await talk.issuedAt(number).catch(() => null)
  const at = told !== null && isSince(told, since) ? told : await clockOf(talk)
  return { document: String(number), fiscalMemory, at, amountCents: task.totalCents }
}

const TO_THE_MINUTE = 16

/**
 * Whether what the journal has under a number can be of a paper that was sent at this time. Where a device numbers its
 * receipts apart from its documents, the number of a receipt leads to an older document of another kind.
 */
export const isSince = (at: string | null, since: unknown): boolean =>
  at === null || typeof since !== 'string' || at.slice(0, TO_THE_MINUTE) >= since.slice(0, TO_THE_MINUTE)

/** By the clock of the device; null where it does not say. */
export const clockOf = (talk: FiscalTalk): Promise<string | null> =>
  talk.clock().then(
    at => at.toString({ smallestUnit: 'second' }),
    () => null,
  )

/** Cents as the devices write them: `5.00`. */
export const amount = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
