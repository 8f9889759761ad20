import { setTimeout as pause } from 'node:timers/promises'
import { ZONE } from '../../rules/dates.ts'
import type { FiscalDocument, FiscalTask } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note, PrinterWarning } from '../../rules/printing.ts'
import type { Answer, Device, FiscalWork, Health, Printed, TakeNote } from '../device.ts'
import { asFault, Fault } from '../fault.ts'
import { cashAfterDoubt, moveCash, printReport, reportAfterDoubt } from './fiscal-day.ts'
import { endReceipt, receiptAfterDoubt } from './fiscal-doubt.ts'
import { issueReceipt, type Patience } from './fiscal-receipt.ts'
import type { DeviceState, FiscalTalk } from './fiscal-talk.ts'
import { printService, type ServicePaper, serviceAfterDoubt } from './service-paper.ts'

/** `connect` opens the line and begins to talk; what it throws means that nothing was sent. */
export type FiscalMake = ServicePaper & { connect: () => Promise<FiscalTalk> }

/** `doubt_ms`: how long to wait before each time that a device which fell silent is asked what became of its paper. */
export type FiscalPace = Patience & { doubt_ms: readonly number[] }

const PACE: FiscalPace = { again_ms: 1_000, mend_ms: 90_000, doubt_ms: [500, 2_000, 5_000] }

/**
 * A fiscal device of any make that can be talked to over a line. A password that it did not take is not tried again: three
 * wrong ones lock it.
 */
export function fiscalDevice(make: FiscalMake, pace: FiscalPace = PACE): Device {
  let wrongPassword: Fault | null = null
  const ask = (paper: Paper, note: Note | null): Promise<Answer> => whatBecame(make, paper, note)
  return {
    async print(paper, takeNote) {
      if (wrongPassword && isReceipt(paper)) throw wrongPassword
      return printOrSettle(make, paper, { takeNote, pace }).catch(error => {
        const fault = asFault(error)
        if (fault.code === 'password') wrongPassword = fault
        throw fault
      })
    },
    health: () => healthOf(make),
    ask,
    fiscal: workOf(make),
  }
}

const isReceipt = ({ fiscal }: Paper): boolean => fiscal?.task === 'sale' || fiscal?.task === 'storno'

/** Talks until the work is done, then closes the line; a line that does not close well changes nothing. */
async function talking<T>(make: FiscalMake, work: (talk: FiscalTalk) => Promise<T>): Promise<T> {
  const talk = await make.connect().catch(error => {
    throw asFault(error, false)
  })
  try {
    return await work(talk)
  } catch (error) {
    throw asFault(error)
  } finally {
    await talk.hangUp().catch(() => undefined)
  }
}

type Printing = { takeNote: TakeNote; pace: FiscalPace }

/** Where the device fell silent it is asked at once, over a new line, what became of the paper. */
async function printOrSettle(make: FiscalMake, paper: Paper, { takeNote, pace }: Printing): Promise<Printed> {
  let noted: Note | null = null
  const note: TakeNote = async told => {
    await takeNote(told)
    noted = told
  }
  try {
    const document = await talking(make, talk => printOn(make, talk, paper, { note, pace }))
    return document ? { confirmed: true, document } : { confirmed: true }
  } catch (error) {
    const fault = asFault(error)
    if (noted === null) throw asFault(fault, false)
    if (!fault.sentBytes) throw fault
    return settled(make, paper, { noted, fault, pace })
  }
}

type Doubt = { noted: Note; fault: Fault; pace: FiscalPace }

async function settled(make: FiscalMake, paper: Paper, { noted, fault, pace }: Doubt): Promise<Printed> {
  for (const wait_ms of pace.doubt_ms) {
    await pause(wait_ms)
    const answer = await whatBecame(make, paper, noted).catch(() => null)
    if (answer?.outcome === 'not_printed') throw asFault(fault, false)
    if (answer?.outcome === 'unknown') throw new Fault(fault.code, { detail: answer.detail, sentBytes: true })
    if (answer) return { confirmed: true, ...(answer.document && { document: answer.document }) }
  }
  throw fault
}

async function printOn(
  make: FiscalMake,
  talk: FiscalTalk,
  paper: Paper,
  { note, pace }: { note: TakeNote; pace: FiscalPace },
): Promise<FiscalDocument | null> {
  refuseUnlessReady(await talk.state())
  const task = paper.fiscal
  if (!task) return printService(make, talk, { paper, note, patience: pace })
  switch (task.task) {
    case 'sale':
    case 'storno':
      return issueReceipt(talk, task, { note, patience: pace })
    case 'cash_in':
    case 'cash_out':
      return moveCash(talk, task, note)
    case 'x_report':
    case 'z_report':
      return printReport(talk, task.task, note)
  }
}

function refuseUnlessReady(state: DeviceState): void {
  const fault = whyNot(state)
  if (fault) throw asFault(fault, false)
}

const whyNot = ({ fault, open }: DeviceState): Fault | null =>
  fault ?? (open === null ? null : new Fault('receipt_open', { detail: open }))

/** Before a note was taken nothing was sent. A device that does not answer now is asked later. */
async function whatBecame(make: FiscalMake, paper: Paper, note: Note | null): Promise<Answer> {
  if (note === null) return { outcome: 'not_printed' }
  return talking(make, async talk => answerOf(await afterDoubt(talk, paper.fiscal, note)))
}

type AfterDoubt = FiscalDocument | 'printed' | 'not_printed' | { unknown: string }

function afterDoubt(talk: FiscalTalk, task: FiscalTask | undefined, note: Note): Promise<AfterDoubt> {
  switch (task?.task) {
    case undefined:
      return serviceAfterDoubt(talk, note)
    case 'sale':
    case 'storno':
      return receiptAfterDoubt(talk, task, note)
    case 'cash_in':
    case 'cash_out':
      return cashAfterDoubt(talk, task, note)
    case 'x_report':
    case 'z_report':
      return reportAfterDoubt(talk, task.task, note)
  }
}

function answerOf(after: AfterDoubt): Answer {
  if (after === 'printed' || after === 'not_printed') return { outcome: after }
  return 'unknown' in after
    ? { outcome: 'unknown', detail: after.unknown }
    : { outcome: 'printed', document: after }
}

async function healthOf(make: FiscalMake): Promise<Health> {
  try {
    return await talking(make, async talk => {
      const state = await talk.state()
      const clock = await talk.clock().catch(() => null)
      const began = (await talk.dayBegan?.().catch(() => null)) ?? null
      return { fault: whyNot(state), warnings: [...state.warnings, ...warningsOf(clock, began)] }
    })
  } catch (error) {
    return { fault: asFault(error, false), warnings: [] }
  }
}

const CLOCK_MAY_BE_OFF_SECONDS = 60
/** A day that is not closed within 24 hours blocks the device (Наредба Н-18): two hours are left to close it. */
const DAY_ENDS_SOON_SECONDS = 22 * 3_600

type Moment = Temporal.PlainDateTime | null

function warningsOf(clock: Moment, began: Moment): PrinterWarning[] {
  if (clock === null) return []
  const off = clock.until(Temporal.Now.plainDateTimeISO(ZONE)).abs().total('seconds')
  const old = began?.until(clock).total('seconds') ?? 0
  return [
    ...(off > CLOCK_MAY_BE_OFF_SECONDS ? (['clock_is_off'] as const) : []),
    ...(old >= DAY_ENDS_SOON_SECONDS ? (['day_ends_soon'] as const) : []),
  ]
}

const workOf = (make: FiscalMake): FiscalWork => ({
  identity: () => talking(make, talk => talk.identity()),
  clock: () => talking(make, talk => talk.clock()),
  setClock: to => talking(make, talk => talk.setClock(to)),
  lastDocument: () => talking(make, lastDocument),
  cashInDrawer: () => talking(make, async talk => (await talk.cash()).cashCents),
  endOpenReceipt: () => talking(make, endOpen),
})

async function lastDocument(talk: FiscalTalk): Promise<FiscalDocument> {
  const [{ fiscalMemory }, number] = [await talk.identity(), await talk.lastNumber()]
  const { amountCents } = await talk.receipt()
  const at = await talk.issuedAt(number).catch(() => null)
  return { document: String(number), fiscalMemory, at, amountCents }
}

async function endOpen(talk: FiscalTalk): Promise<'none_open' | 'cancelled' | 'closed'> {
  const { open } = await talk.state()
  if (open === null) return 'none_open'
  if (open !== 'service') return endReceipt(talk, [])
  await talk.closeService()
  return 'closed'
}
