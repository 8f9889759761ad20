import { type Calendar, isWorkingDay } from './calendar.ts'
import type { WorkingHours } from './deadlines.ts'
import type { Period } from './reports/periods.ts'

/** Counted presses of one question by face, the worst first: 4 or 5 numbers. */
export type FaceCounts = readonly number[]

/** Fewer answers than this say nothing that would be true of those who did not answer. */
export const FEW = 30

/** The two best faces are positive, of four as of five. */
export const POSITIVE_FACES = 2

export const answersIn = (counts: FaceCounts): number => counts.reduce((sum, count) => sum + count, 0)

export const positivesIn = (counts: FaceCounts): number => answersIn(counts.slice(-POSITIVE_FACES))

/** 0 for the worst face, 100 for the best, the others at even steps: 0/25/50/75/100 of five, 0/33,3/66,7/100 of four. */
export const weightOf = (face: number, faces: number): number => (100 * (face - 1)) / (faces - 1)

/** The mean weight of the answers, 0 to 100; null where there are none. */
export function indexOf(counts: FaceCounts): number | null {
  const all = answersIn(counts)
  if (all === 0) return null
  return counts.reduce((sum, count, at) => sum + count * weightOf(at + 1, counts.length), 0) / all
}

/** From where to where, as parts of one. */
export type Interval = { low: number; high: number }

/** The standard normal quantile of 97,5 %. */
const Z = 1.959964

/** The 95 % score interval of a share (Wilson 1927): holds with few answers and near 0 and 1. Null where there are none. */
export function wilson(positive: number, all: number): Interval | null {
  if (all === 0) return null
  const share = positive / all
  const middle = share + Z ** 2 / (2 * all)
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))
  const of = 1 + Z ** 2 / all
  return { low: Math.max(0, (middle - half) / of), high: Math.min(1, (middle + half) / of) }
}

/** What answers come to: `share` and `index` with the interval of the share; too few say nothing. */
export type Measured = {
  answers: number
  positive: number
  share: number | null
  index: number | null
  interval: Interval | null
  isFew: boolean
}

export function measured(counts: FaceCounts): Measured {
  const answers = answersIn(counts)
  const positive = positivesIn(counts)
  const isFew = answers < FEW
  return {
    answers,
    positive,
    share: isFew ? null : positive / answers,
    index: isFew ? null : indexOf(counts),
    interval: isFew ? null : wilson(positive, answers),
    isFew,
  }
}

/** 1 where the first is higher, −1 where it is lower, 0 where their intervals overlap or one has too few answers. */
export function compared(one: Measured, other: Measured): -1 | 0 | 1 {
  if (!one.interval || !other.interval) return 0
  if (one.interval.low > other.interval.high) return 1
  return one.interval.high < other.interval.low ? -1 : 0
}

/** How dark a place of the heat map is: 0 empty, 1 ░, 2 ▒, 3 █. An index by its level, a count beside the highest one. */
export const shadeOfIndex = (index: number): 0 | 1 | 2 | 3 =>
  index < 50 ? 0 : index < 70 ? 1 : index < 85 ? 2 : 3
export const shadeOfCount = (count: number, most: number): 0 | 1 | 2 | 3 =>
  count === 0 ? 0 : count * 3 <= most ? 1 : count * 3 <= most * 2 ? 2 : 3

/** From when to when a place asked a question, by the town's clock. */
export type Span = { from: Temporal.PlainDateTime; until: Temporal.PlainDateTime }

/** The days of a period on which halls are open. */
export function workingDaysIn({ from, to }: Period, calendar: Calendar): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (isWorkingDay(calendar, day)) days.push(day)
  return days
}

/** How many hours the halls were open on these days while it was asked, in the hours of the town. */
export function openHoursIn(
  spans: readonly Span[],
  days: readonly Temporal.PlainDate[],
  hours: WorkingHours,
): number {
  const opened = minutesOf(hours.until) - minutesOf(hours.from)
  const minutes = spans.reduce((sum, { from, until }) => {
    const [first, last] = [from.toPlainDate(), until.toPlainDate()]
    const inside = days.slice(placeOf(first, days), placeOf(last.add({ days: 1 }), days))
    const before = inside[0]?.equals(first)
      ? clamped(minutesOf(from.toPlainTime()) - minutesOf(hours.from), opened)
      : 0
    const after = inside.at(-1)?.equals(last)
      ? clamped(minutesOf(hours.until) - minutesOf(until.toPlainTime()), opened)
      : 0
    return sum + Math.max(0, inside.length * opened - before - after)
  }, 0)
  return minutes / 60
}

const minutesOf = ({ hour, minute }: Temporal.PlainTime): number => hour * 60 + minute
const clamped = (minutes: number, most: number): number => Math.min(most, Math.max(0, minutes))

/** Where a day stands among days in order, or would stand. */
function placeOf(day: Temporal.PlainDate, days: readonly Temporal.PlainDate[]): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const at = days[middle]
    if (at && Temporal.PlainDate.compare(at, day) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
export const earlierOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other

/** Payments taken and requests registered by the people of a department; null is those who keep none. */
export type Served = { departmentId: string | null; times: number }
type Node = { id: string; parentId: string | null; kind: string }

/**
 * How often somebody was served in each hall with a device: what the people of a department did counts in the nearest department
 * above them, or their own, that has one. What those without a department did counts in the service centre, where there is one.
 */
export function servedInHalls(
  served: readonly Served[],
  nodes: readonly Node[],
  halls: ReadonlySet<string>,
): Map<string, number> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const centres = nodes.filter(node => node.kind === 'centre' && halls.has(node.id))
  const hallOf = (id: string | null): string | null => {
    if (id === null) return centres.length === 1 ? (centres[0]?.id ?? null) : null
    let at = byId.get(id)
    while (at && !halls.has(at.id)) at = at.parentId === null ? undefined : byId.get(at.parentId)
    return at?.id ?? null
  }
  const sums = new Map<string, number>()
  for (const { departmentId, times } of served) {
    const hall = hallOf(departmentId)
    if (hall !== null) sums.set(hall, (sums.get(hall) ?? 0) + times)
  }
  return sums
}
