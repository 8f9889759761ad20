import type { SerialPort } from 'serialport'
import type { KioskBox } from '../../rules/kiosk-watch.ts'
import type { Face } from '../../rules/kiosks.ts'
import { type BoxNumbers, heardUptime, type LastPress, NO_NUMBERS, takeNumber } from './box-numbers.ts'
import { OPENED, type Reading, readBytes, readPause, type Word } from './box-protocol.ts'

/** Where a line of button boxes is: `/dev/ttyACM0`, or `/dev/ttyACM0?baud=19200`. */
export type BoxPath = { path: string; baud: number }

export const BAUDS = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200]
const USUAL_BAUD = 9_600

/** Null where it names no line: the path is absolute, the speed one of `BAUDS`. */
export function parseBoxPath(typed: string): BoxPath | null {
  const [, path, baud] = /^(\/[^?]+)(?:\?baud=(\d{1,6}))?$/.exec(typed) ?? []
  const speed = baud === undefined ? USUAL_BAUD : Number(baud)
  return path && BAUDS.includes(speed) ? { path, baud: speed } : null
}

export type BoxListener = {
  /** A face was pressed, and not before under the same number; `box` is null where the box gives none. */
  press: (press: { face: Face; box: { id: number; seq: number } | null }) => void
  /** The last press of this box that is kept, and how old it is; `ageMs` null: from before the machine was started. */
  seen: (id: number) => { seq: number; ageMs: number | null } | null
}

export type Boxes = {
  /** The boxes heard since the start, the latest first; `garbled` counts for the whole line. */
  facts: () => KioskBox[]
  /** A line that is not open is tried again every second. */
  lines: () => { path: string; isOpen: boolean; garbled: number }[]
  end: () => Promise<void>
}

type KnownBox = {
  numbers: BoxNumbers
  heardMs: number
  millivolts: number | null
  uptimeSeconds: number | null
  line: LineState
}
type LineState = { path: string; isOpen: boolean; garbled: number }
type Line = { state: LineState; end: () => Promise<void> }

const REOPEN_MS = 1_000
/** A pulled plug does not always end a reader: then only what is asked of the port fails. */
const FEEL_MS = 2_000
/** Two ticks without a byte are a pause: after the device was busy the first may come before bytes that are there already. */
const TICK_MS = 40
/** A heartbeat tells of no more boxes than this. */
const MOST_BOXES = 20

/** Listens to lines of button boxes; lines that are not there or are pulled out are opened as soon as they can be. */
export function openBoxes(paths: readonly BoxPath[], listener: BoxListener): Boxes {
  const boxes = new Map<number, KnownBox>()
  const lines = paths.map(path => openLine(path, (state, word) => hear(boxes, state, word, listener)))
  return {
    facts: () => factsOf(boxes, performance.now()),
    lines: () => lines.map(({ state }) => ({ ...state })),
    end: async () => void (await Promise.all(lines.map(line => line.end()))),
  }
}

function hear(boxes: Map<number, KnownBox>, line: LineState, word: Word, listener: BoxListener): void {
  if (word.kind === 'garbled') line.garbled++
  else if (word.kind === 'digit') listener.press({ face: word.face, box: null })
  else {
    const nowMs = performance.now()
    const known = boxes.get(word.box)
    const numbers = known?.numbers ?? { ...NO_NUMBERS, last: lastPressOf(listener.seen(word.box), nowMs) }
    const heard = { millivolts: null, uptimeSeconds: null, ...known, numbers, heardMs: nowMs, line }
    if (word.kind === 'heartbeat') {
      const { millivolts, uptime } = word
      const after = heardUptime(numbers, uptime, nowMs)
      boxes.set(word.box, { ...heard, millivolts: millivolts || null, uptimeSeconds: uptime, numbers: after })
    } else {
      const taken = takeNumber(numbers, word.seq, nowMs)
      boxes.set(word.box, { ...heard, numbers: taken.numbers })
      if (taken.isNew) listener.press({ face: word.face, box: { id: word.box, seq: word.seq } })
    }
  }
}

const lastPressOf = (seen: { seq: number; ageMs: number | null } | null, nowMs: number): LastPress | null =>
  seen && { seq: seen.seq, atMs: seen.ageMs === null ? null : nowMs - seen.ageMs }

const factsOf = (boxes: Map<number, KnownBox>, nowMs: number): KioskBox[] =>
  [...boxes]
    .sort(([, one], [, other]) => other.heardMs - one.heardMs)
    .slice(0, MOST_BOXES)
    .map(([id, { millivolts, uptimeSeconds, heardMs, numbers, line }]) => ({
      id,
      millivolts,
      uptimeSeconds,
      silentSeconds: Math.round((nowMs - heardMs) / 1_000),
      lost: numbers.lost,
      garbled: line.garbled,
    }))

/** One line, for as long as the device runs. Its timers hold no program back that wants to end. */
function openLine(at: BoxPath, listener: (line: LineState, word: Word) => void): Line {
  const state: LineState = { path: at.path, isOpen: false, garbled: 0 }
  const ended = Promise.withResolvers<void>()
  let isEnded = false
  const keepOpen = async (): Promise<void> => {
    while (!isEnded) {
      const port = await opened(at)
      if (port) {
        state.isOpen = true
        await Promise.race([untilLost(port, word => listener(state, word)), ended.promise])
        state.isOpen = false
        await closed(port)
      }
      if (!isEnded) await Promise.race([after(REOPEN_MS), ended.promise])
    }
  }
  const running = keepOpen()
  return {
    state,
    end: () => {
      isEnded = true
      ended.resolve()
      return running
    },
  }
}

/** The package is loaded when there is a line to open. */
async function opened({ path, baud }: BoxPath): Promise<SerialPort | null> {
  const { SerialPort } = await import('serialport')
  const port = new SerialPort({ path, baudRate: baud, hupcl: false, autoOpen: false })
  port.on('error', () => undefined)
  return new Promise(resolve => port.open(error => resolve(error ? null : port)))
}

function untilLost(port: SerialPort, listener: (word: Word) => void): Promise<void> {
  let reading: Reading = OPENED
  const take = (read: { reading: Reading; words: Word[] }) => {
    reading = read.reading
    for (const word of read.words) listener(word)
  }
  const pause = pauseAfter(() => take(readPause(reading)))
  pause.begin()
  port.on('data', (bytes: Buffer) => {
    pause.begin()
    take(readBytes(reading, bytes))
  })
  return new Promise(resolve => {
    const feeling = setInterval(() => port.drain(error => error && resolve()), FEEL_MS).unref()
    port.on('error', () => resolve())
    port.on('close', () => {
      clearInterval(feeling)
      pause.end()
      resolve()
    })
  })
}

function pauseAfter(act: () => void): { begin: () => void; end: () => void } {
  let timer: NodeJS.Timeout | undefined
  const tick = (then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, TICK_MS).unref()
  }
  return { begin: () => tick(() => tick(act)), end: () => clearTimeout(timer) }
}

const closed = (port: SerialPort): Promise<void> =>
  port.isOpen ? new Promise(resolve => port.close(() => resolve())) : Promise.resolve()

const after = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms).unref())
