import { setTimeout as pause } from 'node:timers/promises'
import type { Printer } from '../office/print/lookup.ts'
import { printerOfDesk } from '../office/print/lookup.ts'
import { printQueueOf } from '../office/print/print-queue.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { escposBytes } from '../printers/drivers/escpos/driver.ts'
import { type Emulator, PAPER_END } from '../printers/emulators/emulator.ts'
import { EscposEmulator } from '../printers/emulators/escpos.ts'
import { emulatorOnPty } from '../printers/emulators/lines.ts'
import { deviceOf } from '../printers/printer.ts'
import type { EscposProfile } from '../printers/profile.ts'
import { profileNamed } from '../printers/profiles.ts'
import { type Spooler, startSpooler } from '../printers/spooler.ts'
import { parseLine } from '../printers/transports/line.ts'
import { serialTransport } from '../printers/transports/serial.ts'
import type { SerialAddress } from '../printers/transports/serial-options.ts'
import type { Paper } from '../rules/papers/paper.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { pay, threeLines } from './payments.ts'
import { type BenchTown, benchTown } from './town.ts'

const PROFILE = 'epson-80'
const BAUDS = [9_600, 19_200, 115_200]
const BITS_A_BYTE = 10
const WARM_UP = 20
const ROUNDS = 150
const PACED_ROUNDS = 12
const IN_A_ROW = 500

/** From a payment's commit to the line, to the word of the printer, and many papers over one line, beside a bare serial port. */
export async function benchPrint(): Promise<void> {
  const town = await benchTown(1)
  try {
    const session = await town.session(1)
    const basket = await threeLines(session)
    const take = () => pay(session, basket)
    const { paper } = await take()
    const bytes = escposBytes(paper, profileNamed(PROFILE) as EscposProfile)
    figure('print.receipt.bytes', bytes.length, 'bytes')
    for (const baud of BAUDS) figure(`print.wire.${baud}`, wire_ms(bytes.length, baud), 'ms')
    await oneByOne(town, session, take, bytes)
    await atTheSpeedOfTheLine(town, session, take, bytes.length)
    await inARow(town, session, take)
    await session.close()
  } finally {
    await town.end()
  }
}

const wire_ms = (bytes: number, baud: number): number => (bytes * BITS_A_BYTE * 1_000) / baud

type Take = () => Promise<{ receiptNumber: string; paper: Paper }>

/** A printer at the end of a serial line of this machine. */
type AtLine = { emulator: EscposEmulator; path: string; byte: Signal; close: () => void }

async function atLine(baud: number | null = null): Promise<AtLine> {
  const emulator = new EscposEmulator()
  const byte = signal()
  return { emulator, byte, ...(await emulatorOnPty(hearing(emulator, baud, byte.give))) }
}

/** The same as the desk's own printer; `printed` tells when a paper was recorded as printed. */
type AtWork = AtLine & { printed: Signal; start: () => Spooler }

async function atWork(town: BenchTown, session: Session, baud: number | null = null): Promise<AtWork> {
  const line = await atLine(baud)
  const printed = signal()
  await town.sql`update printers set profile = ${PROFILE}, line = ${`serial:${line.path}?baud=115200`}`
  const printer = await printerOfDesk(session.ctx().db, session.desk?.id ?? '')
  const queue = noting(session, printer, { claimed: line.byte.arm, printed: printed.give })
  return { ...line, printed, start: () => startSpooler({ queue, device: deviceOf(printer) }) }
}

/** The device as the line brings it its bytes: at once, or no quicker than so many bits a second. */
function hearing(emulator: EscposEmulator, baud: number | null, tell: (at: number) => void): Emulator {
  let due = Promise.resolve()
  return {
    paper: () => emulator.paper(),
    set onSay(say: Emulator['onSay']) {
      emulator.onSay = say
    },
    set onDrop(drop: Emulator['onDrop']) {
      emulator.onDrop = drop
    },
    receive(bytes) {
      tell(performance.now())
      if (baud === null) return emulator.receive(bytes)
      due = due.then(() => pause(wire_ms(bytes.length, baud))).then(() => emulator.receive(bytes))
    },
  }
}

type Tell = { claimed: () => void; printed: (at: number) => void }

/** The desk's queue that tells when a paper was taken from it and when it was recorded as printed. */
function noting(session: Session, printer: Printer, tell: Tell) {
  const queue = printQueueOf(session, printer.id)
  const claim: typeof queue.claim = async task => {
    const job = await queue.claim(task)
    if (job) tell.claimed()
    return job
  }
  const printed: typeof queue.printed = async (...paper) => {
    await queue.printed(...paper)
    tell.printed(performance.now())
  }
  return { ...queue, claim, printed }
}

type Signal = ReturnType<typeof signal>

/** The next moment that is given; once `arm` was called only what comes after that counts. */
function signal() {
  let waiting = Promise.withResolvers<number>()
  let isArmed = true
  return {
    arm() {
      isArmed = true
    },
    give(at: number) {
      if (isArmed) waiting.resolve(at)
    },
    next({ armed = true } = {}) {
      isArmed = armed
      waiting = Promise.withResolvers<number>()
      return waiting.promise
    },
  }
}

/** One payment after the other, each printed before the next; a bare port sends the same bytes in turn. */
async function oneByOne(town: BenchTown, session: Session, take: Take, bytes: Uint8Array): Promise<void> {
  const desk = await atWork(town, session)
  const theFirst = desk.printed.next()
  const spooler = desk.start()
  await theFirst
  const aside = await atLine()
  const [first, whole, floorFirst, floorWhole]: number[][] = [[], [], [], []]
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    const ours = await paidAndPrinted(desk, take)
    const floor = await bare(aside, bytes)
    if (turn < WARM_UP) continue
    first?.push(ours.first_ms)
    whole?.push(ours.whole_ms)
    floorFirst?.push(floor.first_ms)
    floorWhole?.push(floor.whole_ms)
  }
  await spooler.stop()
  desk.close()
  aside.close()
  tell('print.first_byte', first ?? [])
  tell('print.first_byte.floor', floorFirst ?? [])
  tell('print.confirmed', whole ?? [])
  tell('print.confirmed.floor', floorWhole ?? [])
  figure('print.confirmed.p50.ratio', median(whole ?? []) / median(floorWhole ?? []), 'x')
}

function tell(name: string, measured: readonly number[]): void {
  figure(`${name}.p50`, median(measured), 'ms')
  figure(`${name}.p95`, percentile(measured, 0.95), 'ms')
}

type Lap = { first_ms: number; whole_ms: number }

/** From the moment that the payment is committed. */
async function paidAndPrinted(desk: AtWork, take: Take): Promise<Lap> {
  const [byte, record] = [desk.byte.next({ armed: false }), desk.printed.next()]
  await take()
  const committed = performance.now()
  return { first_ms: (await byte) - committed, whole_ms: (await record) - committed }
}

const READY = Uint8Array.of(0x10, 0x04, 0x04)
const PRINTED = Uint8Array.of(0x1d, 0x72, 0x01)

/** What a program that only prints would do: open, ask, send, hear that it is printed, close. */
async function bare(printer: AtLine, bytes: Uint8Array): Promise<Lap> {
  const byte = printer.byte.next()
  const begun = performance.now()
  const line = await serialTransport(parseLine(`serial:${printer.path}?baud=115200`) as SerialAddress).open()
  await line.write(READY, 1_000)
  await line.read(1_000)
  await line.write(Buffer.concat([bytes, PRINTED]), 1_000)
  await line.read(1_000)
  await line.close()
  return { first_ms: (await byte) - begun, whole_ms: performance.now() - begun }
}

/** A printer that takes bytes no quicker than its line brings them: how much is added to the time on the wire. */
async function atTheSpeedOfTheLine(
  town: BenchTown,
  session: Session,
  take: Take,
  bytes: number,
): Promise<void> {
  const desk = await atWork(town, session, 115_200)
  const spooler = desk.start()
  const whole: number[] = []
  for (let turn = 0; turn < PACED_ROUNDS; turn++) whole.push((await paidAndPrinted(desk, take)).whole_ms)
  await spooler.stop()
  desk.close()
  tell('print.confirmed.115200', whole)
  figure('print.confirmed.115200.p50.ratio', median(whole) / wire_ms(bytes, 115_200), 'x')
}

/** Owed all at once, printed in a row: every receipt once and in its order. */
async function inARow(town: BenchTown, session: Session, take: Take): Promise<void> {
  const desk = await atWork(town, session)
  const owed: string[] = []
  for (let turn = 0; turn < IN_A_ROW; turn++) owed.push((await take()).receiptNumber)
  let spooler: Spooler | null = null
  const spent_ms = await timed(async () => {
    spooler = desk.start()
    for (let turn = 0; turn < IN_A_ROW; turn++) await desk.printed.next()
  })
  await (spooler as Spooler | null)?.stop()
  desk.close()
  const came = desk.emulator.paper().join('\n').split(PAPER_END).slice(0, -1)
  const wrong = owed.filter((number, at) => !came[at]?.includes(number))
  if (came.length !== IN_A_ROW || wrong.length > 0)
    throw new Error(
      `${IN_A_ROW} owed, ${came.length} came, out of their places: ${wrong.slice(0, 5).join(', ')}`,
    )
  figure('print.in_a_row', came.length, 'papers')
  figure('print.in_a_row.rate', (came.length * 60_000) / spent_ms, 'papers/min')
}
