import type { Lang } from './languages.ts'

/** 1 is the worst face, the last one the best: 4 or 5 of them by the question. */
export type Face = 1 | 2 | 3 | 4 | 5
export type Faces = 4 | 5

/** By what a face was pressed: digits of a keyboard or keypad, a finger or mouse, a button box on a serial line. */
export const ORIGINS = ['keys', 'touch', 'box'] as const
export type Origin = (typeof ORIGINS)[number]

/** Why a press is kept and not counted; where more than one holds, the first of them. */
export const MARKS = ['test', 'closed', 'burst', 'repeat'] as const
export type Mark = (typeof MARKS)[number]
/** What a device can tell by itself; that its hall was closed is told by the hub, whose clock is right. */
export type OwnMark = Exclude<Mark, 'closed'>

/** What a device tells of its own troubles with each heartbeat. */
export const FAULTS = ['disk_full', 'disk_fault', 'line_lost', 'screen'] as const
export type KioskFault = (typeof FAULTS)[number]

/** One of the short answers to the follow-up question. */
export type Reason = { code: string } & Record<Lang, string>

/** A second press of one device within this time is a repeat, as vendors of such devices have it (happy-or-not.com: 5 s). */
export const REPEAT_MS = 5_000

/** More presses of one device than this within this time are somebody playing. */
export const BURST = { presses: 10, withinMs: 60_000 } as const

/**
 * How a device goes about its day, as its configuration says: seconds that the follow-up waits and thanks stay, seconds between two
 * sendings and two heartbeats, milliseconds within which a press is a repeat.
 */
export type Pace = { followUp: number; thanks: number; upload: number; heartbeat: number; repeatMs: number }
export const PACE: Pace = { followUp: 12, thanks: 3, upload: 5, heartbeat: 60, repeatMs: REPEAT_MS }

/**
 * What the device itself marks of a press: a repeat when a counted one is less than `repeatMs` old, a burst when it is the 11th within
 * a minute. Times are milliseconds of one clock that never goes back.
 */
export function markOf(
  pressedMs: number,
  earlier: readonly { pressedMs: number; mark: Mark | null }[],
  { isTest, repeatMs }: { isTest: boolean; repeatMs: number },
): OwnMark | null {
  if (isTest) return 'test'
  const within = (ms: number) => earlier.filter(one => one.mark !== 'test' && pressedMs - one.pressedMs < ms)
  if (within(BURST.withinMs).length >= BURST.presses) return 'burst'
  return within(repeatMs).some(one => one.mark === null) ? 'repeat' : null
}

/**
 * When a press was, by the hub's clock: as old as the device says by its clock that nobody sets, else its own time less what its clock
 * was wrong by when it sent. All in milliseconds.
 */
export const pressedMsOf = (
  press: { atMs: number; ageMs: number | null },
  arrivedMs: number,
  skewMs: number,
): number => Math.min(arrivedMs, press.ageMs === null ? press.atMs - skewMs : arrivedMs - press.ageMs)

/** A clock that is wrong by more than this is told of. */
export const CLOCK_WRONG_MS = 2 * 60_000

/** How devices are watched: silence in working hours, and so many presses of the two worst faces within so many minutes. */
export type Watch = { silentMinutes: number; negatives: number; negativeMinutes: number }
/** What holds until the town says otherwise. A device gives word each minute; vendors call two hours of silence a fault (reactmobile.com). */
export const WATCH: Watch = { silentMinutes: 10, negatives: 5, negativeMinutes: 30 }

/** Faces up to this one are negative, above it positive or, the third of five, neither. */
export const WORST_FACES = 2

/** All that a device is told; survives in it while the hub is away. */
export type KioskConfiguration = {
  /** A fingerprint of all the rest. */
  version: string
  askId: string
  kiosk: number
  town: Record<Lang, string>
  hall: Record<Lang, string>
  question: Record<Lang, string>
  faces: Faces
  followUp: { question: Record<Lang, string>; upTo: number; reasons: Reason[] } | null
  thanks: Record<Lang, string> | null
  /** `08:00` of the town's clock, on working days. */
  hours: { from: string; until: string }
  /** Days that are not what their weekday says, `2026-12-24`. */
  daysOff: string[]
  daysWorked: string[]
  /** `scrypt:<salt>:<hash>` of the technician's PIN, base64url. */
  pin: string | null
  pace: Pace
}

/** Whether the halls are closed at this moment of the town's clock: before or after hours, or on a day off. */
export function isHallClosed(
  at: Temporal.PlainDateTime,
  { hours, daysOff, daysWorked }: Pick<KioskConfiguration, 'hours' | 'daysOff' | 'daysWorked'>,
): boolean {
  const day = at.toPlainDate().toString()
  const isOff = daysOff.includes(day) || (at.dayOfWeek > 5 && !daysWorked.includes(day))
  return isOff || isOutOfHours(at, hours)
}

/** Whether this is before or after the hours of a working day. */
export function isOutOfHours(
  at: Temporal.PlainDateTime,
  { from, until }: KioskConfiguration['hours'],
): boolean {
  const time = at.toPlainTime().toString().slice(0, 5)
  return time < from || time >= until
}

/** What somebody is told of a device or its hall. */
export const ALARMS = ['silent', 'negatives', 'doubled', 'clock', 'fault'] as const
export type Alarm = (typeof ALARMS)[number]
