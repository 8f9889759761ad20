import { randomBytes } from 'node:crypto'
import { ZONE } from '../../../rules/dates.ts'
import type { FiscalDocument, FiscalTask } from '../../../rules/fiscal.ts'
import type { Note } from '../../../rules/printing.ts'
import type { Answer, Device, FiscalWork, Health } from '../../device.ts'
import { asFault, Fault } from '../../fault.ts'
import type { FiscalOperator } from '../fiscal-settings.ts'
import type { Result } from './contract.ts'
import { areOfNoDocument, faultIn, isDayNotClosed, isError, warningsIn } from './faults.ts'
import { cashMovedBy, requestOf } from './requests.ts'
import { PACE, type Pace, type Service, serviceAt } from './service.ts'

/** A fiscal device behind an ErpNet.FP service, for makes that have no driver here. It prints fiscal documents only. */
export function erpnetDevice(url: string, operator?: FiscalOperator, pace: Pace = PACE): Device {
  const service = serviceAt(url, pace)
  return {
    async print(paper, note) {
      const task = taskOf(paper.fiscal)
      await refuseUnlessIts(service, task)
      await refuseUnlessReady(service, task)
      const cash = await service.cash().catch(() => null)
      const taskId = newTaskId()
      await note({ taskId }).catch(notBegun)
      const result = await service.print(taskId, requestOf(task, operator))
      const verdict = await judged(service, task, cash, result)
      if (verdict.outcome === 'printed') return { confirmed: true, ...verdict.told }
      throw asFault(verdict.fault, verdict.outcome === 'unknown')
    },
    health: () => healthOf(service),
    ask: (paper, note) => whatBecameOf(service, paper.fiscal, note),
    fiscal: fiscalWorkOf(service),
  }
}

function taskOf(task: FiscalTask | undefined): FiscalTask {
  if (task) return task
  throw new Fault('refused', { detail: 'ErpNet.FP: fiscal documents only' })
}

/** A sale goes only to the device whose number begins its УНП; the service does not compare them. */
async function refuseUnlessIts(service: Service, task: FiscalTask): Promise<void> {
  if (task.task !== 'sale') return
  const { serialNumber } = await service.info().catch(notBegun)
  if (!task.unp.startsWith(`${serialNumber}-`))
    throw new Fault('bad_settings', { detail: `${serialNumber} ≠ ${task.unp}` })
}

/** All that follows is either said again by the service or seen in its cash; so what hinders is asked first. */
async function refuseUnlessReady(service: Service, { task }: FiscalTask): Promise<void> {
  const { messages } = await service.status().catch(notBegun)
  const hindering = messages.filter(said => isError(said) && !(task === 'z_report' && isDayNotClosed(said)))
  if (hindering.length > 0) throw faultIn(hindering)
}

const notBegun = (error: unknown): never => {
  throw asFault(error, false)
}

/** 22 letters as the service itself makes its keys. */
const newTaskId = (): string => randomBytes(16).toString('base64url')

/** A receipt whose number is not known tells none: a person reads it on the paper. */
type Told = { document?: FiscalDocument }

type Verdict = { outcome: 'printed'; told: Told } | { outcome: 'not_printed' | 'unknown'; fault: Fault }

/**
 * What a result means, null where the service knows of none. It reports an error also where the document was issued and only
 * reading its number failed: then the cash of the device decides, where the task moves any; nothing else was printed since.
 */
async function judged(
  service: Service,
  task: FiscalTask,
  before: number | null,
  result: Result | null,
): Promise<Verdict> {
  if (result?.ok) return { outcome: 'printed', told: toldOf(result, task) }
  const fault = faultOf(result)
  if (result && areOfNoDocument(result.messages)) return { outcome: 'not_printed', fault }
  const moved = cashMovedBy(task)
  const now = moved === 0 || before === null ? null : await service.cash().catch(() => null)
  if (now === null || before === null) return { outcome: 'unknown', fault }
  if (now === before + moved) return { outcome: 'printed', told: toldOf(null, task) }
  return { outcome: now === before ? 'not_printed' : 'unknown', fault }
}

const faultOf = (result: Result | null): Fault =>
  result ? faultIn(result.messages) : new Fault('no_answer', { detail: 'task unknown' })

function toldOf(result: Result | null, task: FiscalTask): Told {
  const document = result?.receiptNumber ?? null
  if (document === null && task.task === 'sale') return {}
  return {
    document: {
      document,
      fiscalMemory: result?.fiscalMemorySerialNumber ?? null,
      at: result?.receiptDateTime?.toString({ smallestUnit: 'second' }) ?? null,
      amountCents: result?.receiptAmount ?? amountOf(task),
    },
  }
}

function amountOf(task: FiscalTask): number | null {
  if ('totalCents' in task) return task.totalCents
  return 'amountCents' in task ? task.amountCents : null
}

/**
 * Asked later, the cash proves nothing any more: papers that were printed since, a payment from the drawer or the Z report may
 * have put it back where it stood. A task that still waits or runs cannot be answered for yet.
 */
async function whatBecameOf(
  service: Service,
  task: FiscalTask | undefined,
  note: Note | null,
): Promise<Answer> {
  if (!task || note === null) return { outcome: 'not_printed' }
  const taskId = note['taskId']
  if (typeof taskId !== 'string') return { outcome: 'unknown', detail: 'sent by another driver' }
  const { taskStatus, result } = await service.task(taskId)
  if (taskStatus !== 'finished' && taskStatus !== 'unknown') throw new Fault('busy', { detail: taskStatus })
  if (result?.ok) return { outcome: 'printed', ...toldOf(result, task) }
  if (result && areOfNoDocument(result.messages)) return { outcome: 'not_printed' }
  return { outcome: 'unknown', detail: faultOf(result).message }
}

async function healthOf(service: Service): Promise<Health> {
  try {
    const { messages, deviceDateTime } = await service.status()
    const warnings = warningsIn(messages)
    if (deviceDateTime && isOff(deviceDateTime)) warnings.push('clock_is_off')
    return { fault: messages.some(isError) ? faultIn(messages) : null, warnings }
  } catch (error) {
    return { fault: asFault(error, false), warnings: [] }
  }
}

const CLOCK_MAY_BE_OFF_S = 60

const isOff = (clock: Temporal.PlainDateTime): boolean =>
  Math.abs(Temporal.Now.plainDateTimeISO(ZONE).since(clock).total('seconds')) > CLOCK_MAY_BE_OFF_S

const fiscalWorkOf = (service: Service): FiscalWork => ({
  async identity() {
    const info = await service.info()
    return {
      model: `${info.manufacturer} ${info.model}`.trim(),
      firmware: info.firmwareVersion,
      deviceNumber: info.serialNumber,
      fiscalMemory: info.fiscalMemorySerialNumber,
    }
  },
  async clock() {
    const status = await service.status()
    if (status.deviceDateTime) return status.deviceDateTime
    throw faultIn(status.messages)
  },
  async setClock(to) {
    const deviceDateTime = to.toString({ smallestUnit: 'second' })
    done(await service.act('datetime', { deviceDateTime }))
  },
  async lastDocument() {
    const { fiscalMemorySerialNumber } = await service.info()
    return { document: null, fiscalMemory: fiscalMemorySerialNumber, at: null, amountCents: null }
  },
  async cashInDrawer() {
    const cash = await service.cash()
    if (cash !== null) return cash
    throw new Fault('refused', { detail: 'cash' })
  },
  endOpenReceipt: () => endOpenReceipt(service),
})

function done(result: Result): void {
  if (!result.ok) throw faultIn(result.messages)
}

/** The service cancels, and where that is no longer allowed pays and closes; which of them it was is seen in the cash. */
async function endOpenReceipt(service: Service): Promise<'none_open' | 'cancelled' | 'closed'> {
  const [{ messages }, before] = await Promise.all([service.status(), service.cash()])
  done(await service.act('reset', {}))
  if ((await service.cash()) !== before) return 'closed'
  return messages.some(({ text }) => /receipt.*\bopen/i.test(text)) ? 'cancelled' : 'none_open'
}
