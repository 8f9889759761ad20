import { setTimeout as pause } from 'node:timers/promises'
import type { FiscalDocument, FiscalTask } from '../../rules/fiscal.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import type { Note } from '../../rules/printing.ts'
import type { Answer, Device, FiscalWork, Health, Printed, TakeNote } from '../device.ts'
import { asFault, Fault } from '../fault.ts'
import { cashAfterDoubt, moveCash, printReport, reportAfterDoubt } from './fiscal-day.ts'
import { endReceipt, receiptAfterDoubt } from './fiscal-doubt.ts'
import { healthTold, whyNot } from './fiscal-health.ts'
import { issueReceipt, type Patience } from './fiscal-receipt.ts'
import type { FiscalTalk } from './fiscal-talk.ts'
import { printService, type ServicePaper, serviceAfterDoubt } from './service-paper.ts'

/** `connect` opens the line and begins to talk; what it throws means that nothing was sent. */
export type FiscalMake = ServicePaper & {
  connect: () => Promise<FiscalTalk>
  deviceNumber: string | undefined
}

/** `doubt_ms`: how long to wait before each time that a device which fell silent is asked what became of its paper. */
export type FiscalPace = Patience & { doubt_ms: readonly number[] }

const PACE: FiscalPace = { again_ms: 1_000, mend_ms: 90_000, doubt_ms: [500, 2_000, 5_000] }

/**
 * A fiscal device of any make that can be talked to over a line. It remembers what the device would not sell for, which no
 * status tells: a password that was wrong is not tried again, because three of them lock it; a day that is over stays over
 * until there is a Z report.
 */
export function fiscalDevice(make: FiscalMake, pace: FiscalPace = PACE): Device {
  let refused: Refused | null = null
  return {
    async print(paper, takeNote) {
      if (refused?.fault.code === 'password' && isReceipt(paper)) throw refused.fault
      try {
        const printed = await printOrSettle(make, paper, { takeNote, pace })
        if (isReceipt(paper) || paper.fiscal?.task === 'z_report') refused = null
        return printed
      } catch (error) {
        refused = (await refusedBy(make, asFault(error))) ?? refused
        throw error
      }
    },
    async health() {
      const health = await healthOf(make)
      if (refused && (await isOver(make, refused))) refused = null
      return { ...health, fault: health.fault ?? refused?.fault ?? null }
    },
    ask: (paper, note) => whatBecame(make, paper, note),
    fiscal: workOf(make),
  }
}

/** `report`: the last Z report when the device refused. */
type Refused = { fault: Fault; report: number | null }

const lastReportOf = (make: FiscalMake): Promise<number | null> =>
  talking(make, talk => talk.lastReport()).catch(() => null)

async function refusedBy(make: FiscalMake, fault: Fault): Promise<Refused | null> {
  if (fault.code === 'password') return { fault, report: null }
  return fault.code === 'day_not_closed' ? { fault, report: await lastReportOf(make) } : null
}

async function isOver(make: FiscalMake, { fault, report }: Refused): Promise<boolean> {
  return fault.code === 'day_not_closed' && (await lastReportOf(make)) !== report
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
  const why = whyNot(await talk.state())
  if (why) throw asFault(why, false)
  await refuseUnlessIts(make, talk, paper)
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

/** Before a note was taken nothing was sent. A device that does not answer now is asked later. */
async function whatBecame(make: FiscalMake, paper: Paper, note: Note | null): Promise<Answer> {
  if (note === null) return { outcome: 'not_printed' }
  return talking(make, async talk => {
    await refuseUnlessIts(make, talk, paper)
    return answerOf(await afterDoubt(talk, paper.fiscal, note))
  })
}

/** A receipt says itself which device it is of. */
async function refuseUnlessIts(make: FiscalMake, talk: FiscalTalk, paper: Paper): Promise<void> {
  if (paper.fiscal && !isReceipt(paper)) await refuseAnother(make, talk)
}

/** The same line may lead to another device from another machine. */
async function refuseAnother({ deviceNumber }: FiscalMake, talk: FiscalTalk): Promise<void> {
  if (deviceNumber === undefined) return
  const here = (await talk.identity()).deviceNumber
  if (here !== deviceNumber) throw new Fault('another_device', { detail: `${here} ≠ ${deviceNumber}` })
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

/** Another device at the line is known before money is taken for a receipt that it could not issue. */
const healthOf = (make: FiscalMake): Promise<Health> =>
  talking(make, async talk => {
    const told = await healthTold(talk)
    await refuseAnother(make, talk)
    return told
  }).catch(error => ({ fault: asFault(error, false), warnings: [] }))

const workOf = (make: FiscalMake): FiscalWork => ({
  identity: () => talking(make, talk => talk.identity()),
  clock: () => talking(make, talk => talk.clock()),
  setClock: to =>
    talking(make, async talk => {
      await refuseAnother(make, talk)
      await talk.setClock(to)
    }),
  lastDocument: () => talking(make, lastDocument),
  cashInDrawer: () => talking(make, async talk => (await talk.cash()).cashCents),
  endOpenReceipt: () =>
    talking(make, async talk => {
      await refuseAnother(make, talk)
      return endOpen(talk)
    }),
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
