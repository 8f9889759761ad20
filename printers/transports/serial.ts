import type { SerialPort } from 'serialport'
import { Fault, type FaultCode } from '../fault.ts'
import { within } from './deadline.ts'
import { sendWhileTaken } from './held-back.ts'
import { createInbox, type Inbox } from './inbox.ts'
import type { SerialAddress } from './serial-options.ts'
import { type Line, NO_BYTES, type Transport } from './transport.ts'

const OPEN_MS = 3_000
/** The piece under way when the time is over may end. */
const LAST_PIECE_MS = 500
const TURN_MS = 5
const TURNS_BETWEEN_FEELING = 20

/** A serial port (RS-232, USB adapter, USB CDC, Bluetooth). The package is loaded when the first line opens. */
export const serialTransport = (address: SerialAddress): Transport => ({
  async open() {
    const { SerialPort } = await import('serialport')
    const port = new SerialPort({ ...portOptions(address), autoOpen: false })
    const inbox = listen(port)
    await opened(port)
    try {
      await putWires(port, address)
      await refuseIfHeldBack(port, address.flow)
    } catch (error) {
      await closed(port)
      throw error
    }
    return lineOver(port, inbox, address.flow)
  },
})

const portOptions = ({ path, baud, dataBits, parity, stopBits, flow, xany, hupcl, lock }: SerialAddress) => {
  const software = flow === 'xonxoff'
  const frame = { path, baudRate: baud, dataBits, parity, stopBits }
  return { ...frame, rtscts: flow === 'rtscts', xon: software, xoff: software, xany, hupcl, lock }
}

/** Both wires are put at once: the package puts the other one up where only one is told. */
async function putWires(port: SerialPort, { dtr, rts }: SerialAddress): Promise<void> {
  if (dtr === null && rts === null) return
  await called(done => port.set({ dtr: dtr ?? true, rts: rts ?? true }, done)).catch(error => {
    throw new Fault('bad_settings', { detail: `dtr, rts: ${error instanceof Error ? error.message : error}` })
  })
}

/** A printer that is off or offline holds its wire low from the beginning. */
async function refuseIfHeldBack(port: SerialPort, flow: SerialAddress['flow']): Promise<void> {
  if (flow !== 'rtscts' && flow !== 'dtrdsr') return
  const wire = flow === 'rtscts' ? 'cts' : 'dsr'
  if ((await wires(port))?.[wire] === false)
    throw new Fault('offline', { detail: `${wire.toUpperCase()} is low` })
}

function listen(port: SerialPort): Inbox {
  const inbox = createInbox()
  port.on('data', (bytes: Buffer) => inbox.arrive(bytes))
  port.on('error', error => inbox.end(broken(error)))
  port.on('close', (error: Error | null) => inbox.end(broken(error)))
  return inbox
}

async function opened(port: SerialPort): Promise<void> {
  const opening = called(done => port.open(done))
  const late = new Fault('timeout', { detail: `${port.path}: cannot be opened` })
  try {
    await within(opening, OPEN_MS, () => late)
  } catch (error) {
    if (error === late) opening.then(() => closed(port)).catch(() => undefined)
    throw error === late ? late : openingFault(error)
  }
}

const OPENING: [RegExp, FaultCode][] = [
  [/no such file|no such device|file not found|not found/i, 'no_device'],
  [/permission denied|access denied/i, 'no_permission'],
  [/lock|busy/i, 'busy'],
  [/invalid (parity|stop bits|data bits)|baud rate/i, 'bad_settings'],
]

/** The package gives no codes, only the system's sentence. */
function openingFault(error: unknown): Fault {
  // The binding begins its messages with what they are.
  const detail = String(error instanceof Error ? error.message : error).replace(/^Error: /, '')
  return new Fault(OPENING.find(([sign]) => sign.test(detail))?.[1] ?? 'no_device', { detail })
}

function lineOver(port: SerialPort, inbox: Inbox, flow: SerialAddress['flow']): Line {
  return {
    async write(bytes, deadline_ms, stop) {
      const until = performance.now() + deadline_ms
      const isLate = () => stop?.aborted === true || performance.now() >= until
      const sent = flow === 'dtrdsr' ? sendWatched(port, bytes, isLate) : send(port, bytes)
      try {
        await within(
          Promise.race([sent, inbox.whole]),
          deadline_ms + (flow === 'dtrdsr' ? LAST_PIECE_MS : 0),
          () => new Fault('timeout', { sentBytes: true }),
          flow === 'dtrdsr' ? undefined : stop,
        )
      } catch (error) {
        if (port.isOpen) await called(done => port.flush(done)).catch(() => undefined)
        throw error instanceof Fault ? error : broken(error)
      }
    },
    read: deadline_ms => read(port, inbox, deadline_ms),
    close: () => closed(port),
  }
}

const send = async (port: SerialPort, bytes: Uint8Array): Promise<void> => {
  await Promise.all([called(done => port.write(bytes, done)), called(done => port.drain(done))])
}

const sendWatched = (port: SerialPort, bytes: Uint8Array, isLate: () => boolean): Promise<void> =>
  sendWhileTaken(
    bytes,
    { takes: async () => (await wires(port))?.dsr ?? null, send: piece => send(port, piece) },
    isLate,
  )

/**
 * The package learns of bytes in a callback after which Node runs no promises until its next turn, so a reader takes short
 * turns. A pulled cable does not always end a read either: then only what is asked of the port fails, so it is felt.
 */
async function read(port: SerialPort, inbox: Inbox, deadline_ms: number): Promise<Uint8Array> {
  const until = performance.now() + deadline_ms
  for (let turn = 1, left = deadline_ms; ; turn++, left = until - performance.now()) {
    const bytes = await inbox.take(Math.min(left, TURN_MS))
    if (bytes.length > 0) return bytes
    if (left <= TURN_MS) return NO_BYTES
    if (turn % TURNS_BETWEEN_FEELING === 0) await feel(port, inbox)
  }
}

const feel = (port: SerialPort, inbox: Inbox): Promise<void> =>
  Promise.race([called(done => port.drain(done)), inbox.whole]).catch(error => {
    throw broken(error)
  })

/** What the other end says over the wires; null where the port has none. */
const wires = (port: SerialPort): Promise<{ cts: boolean; dsr: boolean } | null> =>
  new Promise(resolve => port.get((error, signals) => resolve(error || !signals ? null : signals)))

const closed = (port: SerialPort): Promise<void> =>
  port.isOpen ? called(done => port.close(done)).catch(() => undefined) : Promise.resolve()

const broken = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault('line_broken', {
        detail: error instanceof Error ? error.message : 'port closed',
        sentBytes: true,
      })

const called = (start: (done: (error: Error | null | undefined) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => start(error => (error ? reject(error) : resolve())))
