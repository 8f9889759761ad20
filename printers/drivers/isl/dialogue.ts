import { Fault } from '../../fault.ts'
import type { Line } from '../../transports/transport.ts'
import type { DeviceState } from '../fiscal-talk.ts'
import { type Command, converse, type Exchange, type ExchangePace, nameOf } from './exchange.ts'
import type { FrameFormat } from './frame.ts'
import { islSaid } from './letters.ts'
import { type DeviceStatus, readStatus, type StatusTable } from './status.ts'

/** How a make frames, what its status bytes mean, and where else it says no. */
export type Dialect = {
  format: FrameFormat
  table: StatusTable
  /** What the data of an answer refuse, besides the status; `null` where they answer. */
  refusal: (command: Command, data: string) => Fault | null
}

/** Commands and their answers as text. */
export type Dialogue = {
  /** Something to be done; what the device answers, once it did it. */
  tell(command: Command): Promise<string>
  /** A question. */
  ask(command: Command): Promise<string>
  state(): Promise<DeviceState>
  wasRepeated(): boolean
  hangUp(): Promise<void>
}

const STATUS: Command = { code: 0x4a, data: '', total_ms: 5_000 }

/**
 * Begins to talk. A refusal of a command that was sent more than once leaves open whether it was done: a device that lost its
 * power between the two refuses to do it twice.
 */
export async function dialogueOver(line: Line, dialect: Dialect, pace: ExchangePace): Promise<Dialogue> {
  const exchange = await converse(line, dialect.format, pace).catch(async error => {
    await line.close().catch(() => undefined)
    throw error
  })
  let repeated = false
  const say = async (command: Command, isStopping: (status: DeviceStatus) => boolean): Promise<string> => {
    const reply = await exchange.ask(command)
    repeated ||= reply.again
    const status = readStatus(dialect.table, reply.status)
    const data = islSaid(reply.data)
    const fault = refusalOf(dialect, command, { status, data, isStopped: isStopping(status) })
    if (fault) throw reply.again ? doneBefore(fault) : fault
    return data
  }
  return {
    tell: command => say(command, status => status.isStopped),
    ask: command => say(command, () => false),
    state: () => stateOf(exchange, dialect),
    wasRepeated: () => repeated,
    hangUp: () => exchange.close(),
  }
}

/** The second of two sendings is refused where the first one was carried out: that is no reason to give a paper up. */
function doneBefore({ code, detail }: Fault): Fault {
  const isOfState = code === 'refused' || code === 'receipt_open'
  return new Fault(isOfState ? 'no_answer' : code, { detail, sentBytes: true })
}

type Answered = { status: DeviceStatus; data: string; isStopped: boolean }

/** What a person can mend comes first, then what the device says of the command. */
function refusalOf(dialect: Dialect, command: Command, { status, data, isStopped }: Answered): Fault | null {
  const said = dialect.refusal(command, data)
  if (said === null && status.refusal === null && !isStopped) return null
  const [first] = status.faults
  if (first && (isStopped || said?.code === 'refused' || said === null)) return first
  return said ?? new Fault('refused', { detail: `${nameOf(command.code)}: ${status.refusal}` })
}

async function stateOf(exchange: Exchange, { table }: Dialect): Promise<DeviceState> {
  const { faults, warnings, open } = readStatus(table, (await exchange.ask(STATUS)).status)
  return { fault: faults[0] ?? null, warnings, open }
}
