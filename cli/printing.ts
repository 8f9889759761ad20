import { setTimeout as pause } from 'node:timers/promises'
import { describePrintFault } from '../locales/texts.ts'
import { listJobs, outcomeOf, type PrintJob } from '../office/print/list-jobs.ts'
import { isScreen, type Printer, printerNamed, printerOfDesk } from '../office/print/lookup.ts'
import { printQueueOf } from '../office/print/print-queue.ts'
import { deviceOfPrinter, type PrinterToRun } from '../office/print/see-devices.ts'
import type { Session } from '../office/staff/sign-in.ts'
import type { Device } from '../printers/device.ts'
import { deviceOf } from '../printers/printer.ts'
import { profileOf } from '../printers/profiles.ts'
import { startSpooler } from '../printers/spooler.ts'
import type { Pace, SpoolerState } from '../printers/tended.ts'
import { isProblem, parseLine } from '../printers/transports/line.ts'
import { may } from '../rules/authority.ts'
import { type Refusal, refusal } from '../rules/refusal.ts'
import type { Door } from './door.ts'
import { paperText } from './output/show-paper.ts'

const LOOK_AGAIN_MS = 100
const PATIENCE_MS = 60_000
const ID_OR_ITS_END = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{6,12})$/i

/** The device of a printer, with whoever works with it where it is a fiscal one. */
export const deviceFor = ({ operator, ...printer }: PrinterToRun): Device =>
  deviceOf({ ...printer, ...(operator && { fiscal: operator }) })

/** Prints what is owed to a printer, unless another program does already. */
export const startPrinting = (
  session: Session,
  printer: PrinterToRun,
  onChange?: (state: SpoolerState) => void,
  pace?: Pace,
) =>
  startSpooler({
    queue: printQueueOf(session, printer.id),
    device: deviceFor(printer),
    ...(onChange ? { onChange } : {}),
    ...(pace ? { pace } : {}),
  })

/**
 * Prints, or lets the agent or the program that has the printer print, until this paper is printed, failed or in doubt. Gives back the job
 * as it then is; after a minute of waiting as it is.
 */
export async function untilPrinted(session: Session, printer: Printer, jobId: string): Promise<PrintJob> {
  const spooler =
    printer.printedBy === 'agent'
      ? null
      : startPrinting(session, await deviceOfPrinter(session.ctx(), printer))
  try {
    for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
      const job = await jobNamed(session, jobId)
      if (!['queued', 'sending'].includes(job.state) || waited >= PATIENCE_MS) return job
      await pause(LOOK_AGAIN_MS)
    }
  } finally {
    await spooler?.stop()
  }
}

/**
 * Waits for an owed paper; where the printer is the screen, the paper is shown. What was done stands whatever
 * the printer does. Who may not print leaves it to the program that does.
 */
export async function printOwed(
  session: Session,
  jobId: string,
  door: Door,
  notPrinted: (state: string) => string,
): Promise<PrintJob | null> {
  if (!session.desk || !may(session.who.post, 'print.run')) return null
  const { printer: name } = await jobNamed(session, jobId)
  const printer = await printerNamed(session.ctx().db, name)
  const job = await untilPrinted(session, printer, jobId)
  if (isScreen(printer.line) && !door.options.json)
    door.answer(`${paperText(job.paper, columnsOf(printer))}\n`)
  if (job.state !== 'printed') door.say(notPrinted(jobStateText(job, door)))
  return job
}

/** The paper that a person means: `last`, a whole id, or the end of one as lists show it. Refuses one that nobody knows. */
export async function jobNamed(session: Session, text: string): Promise<PrintJob> {
  const ctx = session.ctx()
  const [found, another] =
    text === 'last' && session.desk
      ? await listJobs(ctx, { deskId: session.desk.id, limit: 1 })
      : ID_OR_ITS_END.test(text)
        ? await listJobs(ctx, { named: text.toLowerCase(), limit: 2 })
        : []
  if (!found || another) throw refusal('job.unknown', { id: text })
  return found
}

/** The printer with this name, or without one that of the desk. Refuses an unknown one and whoever sits at no desk. */
export async function printerMeant(session: Session, name: string | undefined): Promise<Printer> {
  const { db } = session.ctx()
  if (name) return printerNamed(db, name)
  if (!session.desk) throw refusal('desk.needed', {})
  return printerOfDesk(db, session.desk.id)
}

/** A paper for programs: what it is and how far it came. */
export const jobJson = (job: PrintJob) => ({
  id: job.id,
  kind: job.kind,
  title: job.title,
  state: job.state,
  confirmed: job.confirmed,
  fault: job.fault,
  attempts: job.attempts,
  queued_at: job.queuedAt.toString(),
  printer: job.printer,
  desk: job.desk,
})

/** The state of a paper in words, with its fault. */
export const jobStateText = (job: PrintJob, door: Pick<Door, 'lang' | 'words'>): string =>
  [door.words.jobState[outcomeOf(job)], job.fault ? describePrintFault(job.fault, door.lang) : '']
    .filter(Boolean)
    .join(': ')
    .replace(/\.$/, '')

const SHORT = 6
/** Enough of an id to be typed. */
export const shortId = (id: string): string => id.slice(-SHORT).padStart(SHORT)

export const columnsOf = (printer: Printer): number => profileOf(printer)?.columns ?? 42

/** Why no printer can be set so, or null. */
export function whyNotPrinter(
  profiles: readonly { name: string }[],
  profile: string,
  line: string,
): Refusal | null {
  if (!profiles.some(known => known.name === profile))
    return refusal('printer.profile_unknown', { profile, known: profiles.map(known => known.name) })
  const read = parseLine(line)
  return isProblem(read) ? refusal('printer.line_wrong', { line, piece: read.piece }) : null
}
