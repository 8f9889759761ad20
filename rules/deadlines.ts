import {
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  saidOf,
  workingDayFrom,
  workingDaysAfter,
  workingDayUntil,
} from './calendar.ts'
import { ZONE } from './dates.ts'
import type { Channel } from './documents.ts'
import type { Lang } from './languages.ts'
import type { Term as ServiceTerm } from './services.ts'

export const TERM_UNITS = ['hours', 'calendar_days', 'working_days', 'weeks', 'months'] as const
export type TermUnit = (typeof TERM_UNITS)[number]

/** So much time by an article, as it is cited in Bulgarian: `чл. 57, ал. 1 АПК`. Nothing (0) is: at once, on the same day. */
export type Term = { amount: number; unit: TermUnit; article: string }

/** When the office works, the same on each working day. */
export type WorkingHours = { from: Temporal.PlainTime; until: Temporal.PlainTime }

/** What comes after hours counts as of the next working day. */
export const AFTER_HOURS_ARTICLE = 'чл. 29, ал. 6 АПК'

/** What happened to a term, in the order it happened. */
export type TermEvent =
  /** The term stands still from here (чл. 54, ал. 3 АПК). */
  | { kind: 'suspended'; on: Temporal.PlainDate }
  /** What was left of it goes on from here (чл. 55 АПК); without a suspension before it nothing happens. */
  | { kind: 'resumed'; on: Temporal.PlainDate }
  /** The irregularity was mended: the term runs anew from here (чл. 30, ал. 3 АПК), also where it stood still. */
  | { kind: 'fixed'; on: Temporal.PlainDate }
  /** More time by a document of that day. */
  | { kind: 'extended'; by: Term; on: Temporal.PlainDate }
  /** It reached the body that is competent: the term runs anew from here (чл. 31 АПК). */
  | { kind: 'forwarded'; on: Temporal.PlainDate }

/** A step of the way to the last day. */
export type DueReason =
  | { kind: 'after_hours'; arrived: Temporal.PlainDate; from: Temporal.PlainDate }
  | { kind: 'fixed'; on: Temporal.PlainDate }
  | { kind: 'forwarded'; on: Temporal.PlainDate }
  | { kind: 'term'; term: Term; from: Temporal.PlainDate }
  | { kind: 'before'; term: Term; end: Temporal.PlainDate }
  | { kind: 'month_end'; day: Temporal.PlainDate; missing: number }
  | { kind: 'extended'; by: Term }
  /** `until` is null where it still stands still. */
  | { kind: 'suspended'; from: Temporal.PlainDate; until: Temporal.PlainDate | null }
  /** The holiday, or the article or order by which the day is off; null of an ordinary Saturday or Sunday. */
  | { kind: 'day_off'; day: Temporal.PlainDate; because: Record<Lang, string> | null }
  | { kind: 'office_closed'; day: Temporal.PlainDate; at: Temporal.PlainTime }

export type Due = {
  /** The last day, until its 24:00 (чл. 62 ГПК). Of a term that stands still: what it would be if it went on today. */
  on: Temporal.PlainDate
  /** Of a term in hours that ends while the office works: the time of that day; else null. */
  at: Temporal.PlainTime | null
  /** The day from which it is counted; the next one is the first. */
  from: Temporal.PlainDate
  why: DueReason[]
  isRunning: boolean
}

/**
 * When a term began. `hours` are those of the office where the term begins with an arrival: what comes by post or wire after
 * them counts as of the next working day (чл. 29, ал. 6 АПК), what comes before them as of its own. Null where it begins with
 * something else (registration, notice, decision): the day is then taken as it is.
 */
export type TermStart = {
  at: Temporal.Instant
  term: Term
  hours: WorkingHours | null
  /** Handed over at a desk (`isHandedIn`): whatever the clock says, somebody was there to take it. */
  isHandedIn?: boolean
  /** The day from which it was counted when it began, whatever hours and days off are set since. */
  countedFrom?: Temporal.PlainDate
  /** What ends is no deadline but the beginning of something: it may be a day off. */
  endsAnyDay?: boolean
}

/** Whether what came so was handed to somebody: чл. 29, ал. 6 АПК speaks of post and wire only. */
export const isHandedIn = (channel: Channel | null): boolean => channel === 'desk' || channel === 'mayoralty'

/**
 * The last day of a term, and why. Counted as чл. 60 ГПК counts: from the day after; months end on the same number or on the last
 * of the month; weeks on the same day of the week; a last day that is no working day gives way to the next one. Hours go by the
 * clock, and what ends while the office is closed is due on the next working day. Extensions are added before that, so that the
 * sum is never more than the law allows; days of suspension do not count. What happens to a term after its end changes nothing,
 * beside what begins it anew.
 */
export function dueOf(
  start: TermStart,
  events: readonly TermEvent[],
  calendar: Calendar,
  today: Temporal.PlainDate,
): Due {
  const { term } = start
  let run = begun(start, calendar)
  for (const event of events) run = happened(run, event, term, calendar)
  const still = run.suspendedOn
  if (still) run = resumed(run, later(today, still), term, calendar, true)
  const { on, at, why } = lastDay(run, start, calendar)
  return { on, at, from: run.from, why: [...run.why, ...why], isRunning: still === null }
}

/** `ends` is the last day before days off are looked at. */
type Run = {
  from: Temporal.PlainDate
  ends: Temporal.PlainDate
  at: Temporal.PlainTime | null
  suspendedOn: Temporal.PlainDate | null
  why: DueReason[]
}

function begun(start: TermStart, calendar: Calendar): Run {
  const { at, term, hours, isHandedIn = false } = start
  const local = at.toZonedDateTimeISO(ZONE).toPlainDateTime()
  const [arrived, time] = [local.toPlainDate(), local.toPlainTime()]
  const opens = hours && !isHandedIn ? hours : null
  const isInTime = !opens || (isWorkingDay(calendar, arrived) && !isLater(time, opens.until))
  const from = start.countedFrom ?? (isInTime ? arrived : nextWorkingDay(calendar, arrived))
  if (from.equals(arrived))
    return counted(term, from, opens && isLater(opens.from, time) ? opens.from : time, calendar, [])
  return counted(term, from, hours?.from ?? MIDNIGHT, calendar, [{ kind: 'after_hours', arrived, from }])
}

const isLater = (one: Temporal.PlainTime, other: Temporal.PlainTime): boolean =>
  Temporal.PlainTime.compare(one, other) > 0

function counted(
  term: Term,
  from: Temporal.PlainDate,
  clock: Temporal.PlainTime,
  calendar: Calendar,
  before: DueReason[],
): Run {
  const why: DueReason[] = [...before, { kind: 'term', term, from }]
  if (term.unit === 'hours') {
    const ends = from.toPlainDateTime(clock).add({ hours: term.amount })
    return { from, ends: ends.toPlainDate(), at: ends.toPlainTime(), suspendedOn: null, why }
  }
  const ends = added(term, from, calendar)
  return { from, ends, at: null, suspendedOn: null, why: [...why, ...monthEnd(term, from, ends)] }
}

/** So many days later, whatever day that is. */
function added({ amount, unit }: Term, from: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  switch (unit) {
    case 'working_days':
      return addWorkingDays(calendar, from, amount)
    case 'months':
      return from.add({ months: amount })
    case 'weeks':
      return from.add({ weeks: amount })
    case 'calendar_days':
      return from.add({ days: amount })
    case 'hours':
      return from.add({ days: Math.ceil(amount / 24) })
  }
}

const monthEnd = (term: Term, from: Temporal.PlainDate, ends: Temporal.PlainDate): DueReason[] =>
  term.unit === 'months' && ends.day !== from.day ? [{ kind: 'month_end', day: ends, missing: from.day }] : []

function happened(run: Run, event: TermEvent, term: Term, calendar: Calendar): Run {
  const { kind, on } = event
  if (kind === 'fixed' || kind === 'forwarded') return counted(term, on, MIDNIGHT, calendar, [{ kind, on }])
  if (kind === 'resumed') return run.suspendedOn ? resumed(run, on, term, calendar, false) : run
  const isOver = !run.suspendedOn && isAfter(on, workingDayFrom(calendar, run.ends))
  if (isOver) return run
  if (kind === 'suspended') return { ...run, suspendedOn: run.suspendedOn ?? on }
  const ends = added(event.by, run.ends, calendar)
  return { ...run, ends, at: null, why: [...run.why, { kind: 'extended', by: event.by }] }
}

/** A term in hours that begins anew begins with a day. */
const MIDNIGHT = new Temporal.PlainTime()

/** The day of the suspension was still counted, the day of the resumption is not: what was left begins on the day after it. */
function resumed(run: Run, on: Temporal.PlainDate, term: Term, calendar: Calendar, isStill: boolean): Run {
  const from = later(run.suspendedOn ?? on, run.from)
  const until = later(from, on)
  if (until.equals(from) && !isStill) return { ...run, suspendedOn: null }
  const left =
    term.unit === 'working_days'
      ? addWorkingDays(calendar, until, workingDaysAfter(calendar, from, run.ends))
      : until.add({ days: Math.max(0, from.until(run.ends, { largestUnit: 'days' }).days) })
  const why: DueReason = { kind: 'suspended', from, until: isStill ? null : until }
  return { ...run, ends: left, at: null, suspendedOn: null, why: [...run.why, why] }
}

function lastDay(
  { ends, at }: Run,
  { hours, endsAnyDay = false }: TermStart,
  calendar: Calendar,
): { on: Temporal.PlainDate; at: Temporal.PlainTime | null; why: DueReason[] } {
  if (endsAnyDay) return { on: ends, at: null, why: [] }
  if (!isWorkingDay(calendar, ends))
    return { on: workingDayFrom(calendar, ends), at: null, why: [dayOff(ends, calendar)] }
  if (at && hours && isLater(at, hours.until))
    return {
      on: nextWorkingDay(calendar, ends),
      at: null,
      why: [{ kind: 'office_closed', day: ends, at }],
    }
  const isWhileOpen = at !== null && hours !== null && !isLater(hours.from, at)
  return { on: ends, at: isWhileOpen ? at : null, why: [] }
}

function dayOff(day: Temporal.PlainDate, calendar: Calendar): DueReason {
  const said = saidOf(calendar, day)
  const isNamed = said?.kind === 'fixed' || said?.kind === 'easter'
  return {
    kind: 'day_off',
    day,
    because: isNamed ? said.name : said ? { bg: said.basis, en: said.basis } : null,
  }
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(one, other) ? one : other

/** The last day for what must be done so long before something ends: a day off gives way to the working day before it. */
export function dueBefore(end: Temporal.PlainDate, term: Term, calendar: Calendar): Due {
  const day = end.subtract(lengthOf(term))
  const off: DueReason[] = isWorkingDay(calendar, day) ? [] : [dayOff(day, calendar)]
  return {
    on: workingDayUntil(calendar, day),
    at: null,
    from: end,
    why: [{ kind: 'before', term, end }, ...off],
    isRunning: true,
  }
}

const lengthOf = ({ amount, unit }: Term): Temporal.DurationLike =>
  unit === 'months' ? { months: amount } : unit === 'weeks' ? { weeks: amount } : { days: amount }

/** The term of a service at a speed: days of which the catalogue does not say which are calendar days. */
export const termOfService = ({ amount, unit }: ServiceTerm, article: string): Term => ({
  amount,
  unit: unit === 'days' ? 'calendar_days' : unit,
  article,
})

/** An internal term ends with the legal one at the latest (чл. 58 НОДА lets it only be shorter). */
export const internalDue = (own: Temporal.PlainDate, legal: Temporal.PlainDate): Temporal.PlainDate =>
  isAfter(own, legal) ? legal : own

/** Calendar days from today to the last day; less than none where it is over. */
export const daysLeft = (due: Pick<Due, 'on'>, today: Temporal.PlainDate): number =>
  today.until(due.on, { largestUnit: 'days' }).days
