import {
  type Alarm,
  CLOCK_WRONG_MS,
  isHallClosed,
  type KioskConfiguration,
  type KioskFault,
  type Watch,
} from './kiosks.ts'

/** A button box, as its device tells of it. */
export type KioskBox = {
  id: number
  millivolts: number | null
  uptimeSeconds: number | null
  silentSeconds: number
  lost: number
  garbled: number
}

/** What a device tells of itself with each heartbeat, and `told`: the version of the configuration that the hub named to it. */
export type KioskFacts = {
  told?: string
  lastSeq?: number
  uptimeSeconds?: number
  faults?: KioskFault[]
  boxes?: KioskBox[]
}

/** Two AA cells in a row: empty at 2,0 V, new ones 3,2 V. */
const BATTERY = { empty: 2_000, full: 3_200 } as const

export const BATTERY_LEVELS = ['good', 'low', 'empty'] as const
export type BatteryLevel = (typeof BATTERY_LEVELS)[number]
export type Battery = { percent: number; level: BatteryLevel }

/** What is left of a box's two AA cells: above 40 % good, below 20 % to be changed now. */
export function batteryOf(millivolts: number): Battery {
  const share = (millivolts - BATTERY.empty) / (BATTERY.full - BATTERY.empty)
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return { percent, level: percent > 40 ? 'good' : percent < 20 ? 'empty' : 'low' }
}

/** A box whose word did not come for so long is told of as silent: it sends each minute (kiosk/buttons/PROTOCOL.md). */
export const BOX_SILENT_SECONDS = 300

/** The weakest battery of the boxes that tell theirs; null where none does. */
export function weakestOf(boxes: readonly KioskBox[]): Battery | null {
  const told = boxes.flatMap(box => (box.millivolts === null ? [] : [box.millivolts]))
  return told.length === 0 ? null : batteryOf(Math.min(...told))
}

/** What to say of the button boxes of a device, the worst first; null where it has none. */
export type Line = 'lost' | 'silent' | Battery | 'well'

/** How the button boxes of a device and their line do; null where there are none. */
export function lineOf({
  faults,
  boxes,
}: {
  faults: readonly KioskFault[]
  boxes: readonly KioskBox[]
}): Line | null {
  if (faults.includes('line_lost')) return 'lost'
  if (boxes.length === 0) return null
  if (boxes.some(box => box.silentSeconds > BOX_SILENT_SECONDS)) return 'silent'
  return weakestOf(boxes) ?? 'well'
}

/** What a clock is off by that is worth telling: a second or two are the way of the message, and told as none. */
export const skewOf = (skewMs: number): number => (Math.abs(skewMs) < 2_000 ? 0 : skewMs)

export type Span = { unit: 'seconds' | 'minutes' | 'hours' | 'days'; amount: number }

/** Milliseconds in the largest unit of which there is one, cut off: 119 s is a minute. */
export function spanOf(ms: number): Span {
  const size = Math.floor(Math.abs(ms) / 1000)
  if (size < 60) return { unit: 'seconds', amount: size }
  if (size < 3_600) return { unit: 'minutes', amount: Math.floor(size / 60) }
  if (size < 86_400) return { unit: 'hours', amount: Math.floor(size / 3_600) }
  return { unit: 'days', amount: Math.floor(size / 86_400) }
}

/** A place as the hub finds it when it looks around. */
export type Watched = {
  /** A device is enrolled and the place is not closed. */
  isStanding: boolean
  lastWordAt: Temporal.Instant | null
  skewMs: number | null
  faults: readonly KioskFault[]
  /** Counted presses of the worst faces within the minutes of the rule. */
  negatives: number
}

/** Two devices that send as one are told of for so long after they did. */
const DOUBLED_FOR = { hours: 1 } as const

/** What is wrong at a place now, with its facts. `opened` is when its hall opened today, null while it is closed. */
export function alarmsDue(
  { isStanding, lastWordAt, skewMs, faults, negatives }: Watched,
  watch: Watch,
  now: Temporal.Instant,
  opened: Temporal.Instant | null,
): Map<Alarm, Record<string, unknown>> {
  const due = new Map<Alarm, Record<string, unknown>>()
  if (!isStanding) return due
  if (lastWordAt && opened && isSilent(lastWordAt, opened, watch, now))
    due.set('silent', { lastWordAt: lastWordAt.toString() })
  if (negatives >= watch.negatives)
    due.set('negatives', { presses: negatives, minutes: watch.negativeMinutes })
  if (skewMs !== null && Math.abs(skewMs) > CLOCK_WRONG_MS) due.set('clock', { skewMs })
  if (faults.length > 0) due.set('fault', { faults })
  return due
}

/** A night in which the device was off is no silence: what counts is since the hall opened. */
const isSilent = (
  lastWordAt: Temporal.Instant,
  opened: Temporal.Instant,
  { silentMinutes }: Watch,
  now: Temporal.Instant,
): boolean =>
  Math.max(lastWordAt.epochMilliseconds, opened.epochMilliseconds) + silentMinutes * 60_000 <
  now.epochMilliseconds

/**
 * Whether an alarm that was raised is over. Silence ends with a word, not with the closing hour; negatives end when less than half of
 * them are left, so that they do not come and go with each press.
 */
export function isOver(
  { kind, raisedAt }: { kind: Alarm; raisedAt: Temporal.Instant },
  place: Watched,
  watch: Watch,
  now: Temporal.Instant,
): boolean {
  if (!place.isStanding) return true
  switch (kind) {
    case 'silent':
      return (
        place.lastWordAt !== null &&
        Temporal.Instant.compare(place.lastWordAt.add({ minutes: watch.silentMinutes }), now) >= 0
      )
    case 'negatives':
      return place.negatives * 2 < watch.negatives
    case 'doubled':
      return Temporal.Instant.compare(raisedAt.add(DOUBLED_FOR), now) <= 0
    case 'clock':
    case 'fault':
      return !alarmsDue(place, watch, now, null).has(kind)
  }
}

/** When the halls opened today, null while they are closed. */
export function openedAt(
  now: Temporal.ZonedDateTime,
  open: Pick<KioskConfiguration, 'hours' | 'daysOff' | 'daysWorked'>,
): Temporal.Instant | null {
  if (isHallClosed(now.toPlainDateTime(), open)) return null
  return now.withPlainTime(Temporal.PlainTime.from(open.hours.from)).toInstant()
}
