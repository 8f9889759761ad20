import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlines as bgTexts } from '../../locales/bg/deadlines.ts'
import { deadlines as enTexts } from '../../locales/en/deadlines.ts'
import { addWorkingDays, calendarWith, isWorkingDay, workingDayFrom } from '../../rules/calendar.ts'
import { daysLeft, dueBefore, dueOf, internalDue, isHandedIn, termOfService } from '../../rules/deadlines.ts'
import { CHANNELS } from '../../rules/documents.ts'
import { explainDue } from '../../rules/due-explained.ts'
import { day, dueOfArrival, dueOfDay, events, moment, OFFICE_HOURS, SHIPPED, term } from './deadline-facts.ts'

const [bg, en] = [bgTexts.explained, enTexts.explained]
const TODAY = day('2026-11-22')

describe('days are counted from the day after (чл. 60 ГПК)', () => {
  test.each([
    // from, term, last day, what the case is about
    ['2026-11-23', '0 calendar_days', '2026-11-23', 'at once is the same day'],
    ['2026-11-23', '1 calendar_days', '2026-11-24', 'one day is tomorrow'],
    ['2026-11-23', '3 calendar_days', '2026-11-26', 'three days'],
    ['2026-11-20', '3 calendar_days', '2026-11-23', 'days off in the middle count'],
    ['2026-11-23', '7 calendar_days', '2026-11-30', 'the same day of the next week'],
    ['2026-11-23', '14 calendar_days', '2026-12-07', 'two weeks'],
    ['2026-11-22', '7 calendar_days', '2026-11-30', 'the last day is a Sunday'],
    ['2026-11-21', '7 calendar_days', '2026-11-30', 'the last day is a Saturday'],
    ['2026-12-17', '7 calendar_days', '2026-12-29', 'Christmas Eve, Christmas, a weekend and a day instead'],
    ['2026-12-14', '14 calendar_days', '2026-12-29', 'the last day is off instead of the 26th'],
    ['2025-12-17', '14 calendar_days', '2026-01-05', 'both days of the euro and New Year'],
    ['2025-12-19', '14 calendar_days', '2026-01-05', 'a one-off day by order'],
    ['2026-03-27', '14 calendar_days', '2026-04-14', 'Good Friday to Easter Monday'],
    ['2027-04-17', '14 calendar_days', '2027-05-05', '1 May on Holy Saturday, and the day instead of it'],
    ['2024-04-22', '14 calendar_days', '2024-05-07', 'St George on Easter Monday'],
    ['2026-02-15', '14 calendar_days', '2026-03-02', 'February, the last day is a Sunday'],
    ['2024-02-15', '14 calendar_days', '2024-02-29', 'a leap day'],
    ['2024-02-27', '3 calendar_days', '2024-03-01', 'over a leap day'],
    ['2026-03-25', '7 calendar_days', '2026-04-01', 'the hour lost in March is no day'],
    ['2026-10-20', '7 calendar_days', '2026-10-27', 'the hour won in October is no day'],
    ['2026-10-30', '30 calendar_days', '2026-11-30', 'thirty days, the last one a Sunday'],
  ])('%s and %s: %s, %s', (from, length, last) => {
    expect(dueOfDay(from, length).on.toString()).toBe(last)
  })
})

describe('months end on the same number, or on the last day of the month (чл. 60 ГПК)', () => {
  test.each([
    ['2026-01-15', '1 months', '2026-02-16', 'the 15th is a Sunday'],
    ['2026-11-23', '1 months', '2026-12-23', 'the same number'],
    ['2026-11-24', '1 months', '2026-12-29', 'the same number is Christmas Eve'],
    ['2025-01-31', '1 months', '2025-02-28', '31 January and one month'],
    ['2024-01-31', '1 months', '2024-02-29', '31 January in a leap year'],
    ['2026-01-31', '1 months', '2026-03-02', '28 February is a Saturday'],
    ['2026-01-29', '1 months', '2026-03-02', '29 January has no number in February'],
    ['2024-01-29', '1 months', '2024-02-29', '29 January in a leap year'],
    ['2026-03-31', '1 months', '2026-04-30', '31 March'],
    ['2026-08-31', '1 months', '2026-09-30', '31 August'],
    ['2026-12-31', '2 months', '2027-03-01', '28 February 2027 is a Sunday'],
    ['2026-02-28', '1 months', '2026-03-30', 'the end of February is no end of March: the 28th, a Saturday'],
    ['2025-12-31', '2 months', '2026-03-02', 'over New Year'],
    ['2026-07-06', '2 months', '2026-09-08', 'a holiday on a Sunday, and the day instead of it'],
    ['2026-06-30', '6 months', '2026-12-30', 'half a year'],
    ['2024-02-29', '12 months', '2025-02-28', 'a leap day and a year'],
  ])('%s and %s: %s, %s', (from, length, last) => {
    expect(dueOfDay(from, length).on.toString()).toBe(last)
  })

  test('a Saturday that is worked by order is a last day like any other', () => {
    const worked = calendarWith([
      {
        day: day('2026-11-28'),
        isWorking: true,
        name: { bg: 'работна събота', en: 'worked Saturday' },
        kind: 'worked',
        basis: 'РМС 1/2026',
      },
    ])
    const start = { at: moment('2026-11-14'), term: term('14 calendar_days'), hours: null }
    expect(dueOf(start, [], worked, TODAY).on.toString()).toBe('2026-11-28')
    expect(dueOf(start, [], SHIPPED, TODAY).on.toString()).toBe('2026-11-30')
  })

  test('the end of a short month is said', () => {
    const due = dueOfDay('2024-01-31', '1 months')
    expect(due.why).toContainEqual({ kind: 'month_end', day: day('2024-02-29'), missing: 31 })
    expect(dueOfDay('2026-11-23', '1 months').why.map(({ kind }) => kind)).toEqual(['term'])
  })
})

describe('weeks, working days and hours', () => {
  test.each([
    ['2026-11-24', '1 weeks', '2026-12-01', 'the same day of the week'],
    ['2026-11-21', '1 weeks', '2026-11-30', 'which is a Saturday'],
    ['2026-12-11', '2 weeks', '2026-12-29', 'which is Christmas Day'],
    ['2026-11-20', '1 working_days', '2026-11-23', 'Friday'],
    ['2026-11-21', '1 working_days', '2026-11-23', 'Saturday'],
    ['2026-11-23', '5 working_days', '2026-11-30', 'a week'],
    ['2026-12-22', '5 working_days', '2027-01-04', 'Christmas and New Year'],
    ['2025-12-29', '2 working_days', '2026-01-05', 'the days of the euro'],
    ['2026-04-09', '3 working_days', '2026-04-16', 'Easter'],
    ['2026-11-23', '0 working_days', '2026-11-23', 'at once'],
  ])('%s and %s: %s, %s', (from, length, last) => {
    expect(dueOfDay(from, length).on.toString()).toBe(last)
  })

  test.each<[at: string, length: string, last: string, time: string | null, about: string]>([
    ['2026-11-23 09:00', '4 hours', '2026-11-23', '13:00', 'within the day'],
    ['2026-11-23 13:00', '4 hours', '2026-11-23', '17:00', 'to the minute of closing'],
    ['2026-11-23 15:00', '4 hours', '2026-11-24', null, 'beyond closing'],
    ['2026-11-27 15:00', '4 hours', '2026-11-30', null, 'beyond closing on a Friday'],
    ['2026-11-23 10:30', '24 hours', '2026-11-24', '10:30', 'a day'],
    ['2026-11-27 10:00', '24 hours', '2026-11-30', null, 'to a Saturday'],
    ['2026-11-26 10:00', '48 hours', '2026-11-30', null, 'two days to a Saturday'],
    ['2026-11-23 10:00', '72 hours', '2026-11-26', '10:00', 'three days'],
    ['2026-11-23 18:00', '4 hours', '2026-11-24', '12:00', 'received after hours: from the opening'],
    ['2026-11-23 07:00', '4 hours', '2026-11-23', '12:00', 'received before the opening'],
    ['2026-11-28 12:00', '24 hours', '2026-12-01', '08:00', 'received on a Saturday'],
    ['2026-12-23 10:00', '24 hours', '2026-12-29', null, 'to Christmas Eve'],
    ['2026-10-24 10:00', '24 hours', '2026-10-27', '08:00', 'over the hour won in October'],
    ['2026-11-23 10:00', '20 hours', '2026-11-24', null, 'before the opening'],
  ])('%s and %s: %s at %s, %s', (at, length, last, time) => {
    const due = dueOfArrival(at, length)
    expect([due.on.toString(), due.at?.toString({ smallestUnit: 'minute' }) ?? null]).toEqual([last, time])
  })
})

describe('what arrives after hours counts as of the next working day (чл. 29, ал. 6 АПК)', () => {
  test.each([
    ['2026-11-20 16:59', '2026-11-20', '2026-12-04', 'before closing'],
    ['2026-11-20 17:00', '2026-11-20', '2026-12-04', 'at closing'],
    ['2026-11-20 17:01', '2026-11-23', '2026-12-07', 'after closing on a Friday'],
    ['2026-11-20 23:59', '2026-11-23', '2026-12-07', 'late on a Friday'],
    ['2026-11-21 10:00', '2026-11-23', '2026-12-07', 'on a Saturday'],
    ['2026-11-22 10:00', '2026-11-23', '2026-12-07', 'on a Sunday'],
    ['2026-11-23 07:30', '2026-11-23', '2026-12-07', 'before the opening'],
    ['2026-11-23 00:01', '2026-11-23', '2026-12-07', 'just after midnight'],
    ['2026-11-23 19:00', '2026-11-24', '2026-12-08', 'after closing on a Monday'],
    ['2026-12-23 17:30', '2026-12-29', '2027-01-12', 'after closing before Christmas'],
    ['2026-12-25 10:00', '2026-12-29', '2027-01-12', 'on Christmas Day'],
    ['2025-12-30 17:30', '2026-01-05', '2026-01-19', 'before the days of the euro'],
    ['2026-04-09 20:00', '2026-04-14', '2026-04-28', 'before Easter'],
  ])('%s counts from %s: 14 days end on %s, %s', (at, from, last) => {
    const due = dueOfArrival(at, '14 calendar_days')
    expect([due.from.toString(), due.on.toString()]).toEqual([from, last])
    const isLate = due.from.toString() !== at.slice(0, 10)
    expect(due.why.some(({ kind }) => kind === 'after_hours')).toBe(isLate)
  })

  test('what is handed over at a desk was received, whatever the clock says: the law speaks of post and wire', () => {
    const handed = (at: string, length: string) =>
      dueOf({ at: moment(at), term: term(length), hours: OFFICE_HOURS, isHandedIn: true }, [], SHIPPED, TODAY)
    expect(handed('2026-11-20 18:30', '14 calendar_days').on.toString()).toBe('2026-12-04')
    expect(handed('2026-11-20 16:00', '2 hours').on.toString()).toBe('2026-11-23')
    expect(CHANNELS.filter(isHandedIn)).toEqual(['desk', 'mayoralty'])
    expect(isHandedIn(null)).toBe(false)
  })

  test('the first day that was told stays, whatever hours are set later', () => {
    const at = moment('2026-11-20 17:15')
    const start = { at, term: term('14 calendar_days'), hours: OFFICE_HOURS }
    const told = dueOf(start, [], SHIPPED, TODAY)
    const hours = { from: OFFICE_HOURS.from, until: Temporal.PlainTime.from('17:30') }
    expect(dueOf({ ...start, hours }, [], SHIPPED, TODAY).on.toString()).toBe('2026-12-04')
    expect(dueOf({ ...start, hours, countedFrom: told.from }, [], SHIPPED, TODAY)).toEqual(told)
    const early = dueOf({ ...start, hours }, [], SHIPPED, TODAY)
    expect(dueOf({ ...start, countedFrom: early.from }, [], SHIPPED, TODAY)).toEqual(early)
  })

  test('the hours are those of the town', () => {
    const hours = { from: Temporal.PlainTime.from('08:30'), until: Temporal.PlainTime.from('19:00') }
    const due = dueOf(
      { at: moment('2026-11-20 18:30'), term: term('14 calendar_days'), hours },
      [],
      SHIPPED,
      TODAY,
    )
    expect(due.from.toString()).toBe('2026-11-20')
  })

  test('what begins with a day of its own is taken as it is', () => {
    expect(dueOfDay('2026-11-21 20:00', '14 calendar_days').from.toString()).toBe('2026-11-21')
  })

  test('the day is that of the town, not of Greenwich', () => {
    const at = Temporal.Instant.from('2026-11-23T22:30:00Z')
    const due = dueOf({ at, term: term('7 calendar_days'), hours: null }, [], SHIPPED, TODAY)
    expect(due.from.toString()).toBe('2026-11-24')
  })
})

describe('suspended, what is left goes on when it is resumed (чл. 54, ал. 3 и чл. 55 АПК)', () => {
  test.each([
    [
      '14 calendar_days',
      ['suspended 2026-10-05', 'resumed 2026-10-15'],
      '2026-10-26',
      'ten days do not count',
    ],
    ['14 calendar_days', ['suspended 2026-10-01', 'resumed 2026-10-08'], '2026-10-22', 'on the first day'],
    ['14 calendar_days', ['suspended 2026-10-15', 'resumed 2026-11-10'], '2026-11-10', 'on the last day'],
    ['14 calendar_days', ['suspended 2026-10-05', 'resumed 2026-10-05'], '2026-10-15', 'within one day'],
    [
      '14 calendar_days',
      ['suspended 2026-10-05', 'resumed 2026-10-07', 'suspended 2026-10-09', 'resumed 2026-10-12'],
      '2026-10-20',
      'twice',
    ],
    [
      '14 calendar_days',
      ['suspended 2026-10-05', 'suspended 2026-10-08', 'resumed 2026-10-15'],
      '2026-10-26',
      'said twice',
    ],
    ['14 calendar_days', ['resumed 2026-10-05'], '2026-10-15', 'resumed without a suspension'],
    ['14 calendar_days', ['suspended 2026-10-16', 'resumed 2026-11-16'], '2026-10-15', 'after its end: over'],
    ['1 months', ['suspended 2026-10-09', 'resumed 2026-10-19'], '2026-11-11', 'a month, 23 days were left'],
    [
      '5 working_days',
      ['suspended 2026-10-02', 'resumed 2026-10-20'],
      '2026-10-26',
      'four working days were left',
    ],
    ['5 working_days', ['suspended 2026-10-02', 'resumed 2026-10-24'], '2026-10-29', 'resumed on a Saturday'],
    [
      '14 calendar_days',
      ['suspended 2026-10-05', 'resumed 2026-10-21'],
      '2026-11-02',
      'the new end is a Saturday',
    ],
  ])('%s from 01.10.2026, %j: %s, %s', (length, happened, last) => {
    const due = dueOfDay('2026-10-01', length, ...happened)
    expect(due.on.toString()).toBe(last)
    expect(due.isRunning).toBe(true)
  })

  test('a term that ends on a day off can still be suspended on the day it really ends', () => {
    const due = dueOfDay('2026-11-14', '14 calendar_days', 'suspended 2026-11-30', 'resumed 2026-12-10')
    expect(due.on.toString()).toBe('2026-12-10')
  })

  test('a suspension before the first day takes nothing from the term and adds nothing to it', () => {
    const due = dueOfArrival(
      '2026-11-20 20:00',
      '14 calendar_days',
      'suspended 2026-11-21',
      'resumed 2026-11-30',
    )
    expect(due.from.toString()).toBe('2026-11-23')
    expect(due.on.toString()).toBe('2026-12-14')
  })

  test('while it stands still the last day moves with today', () => {
    const start = { at: moment('2026-11-02'), term: term('14 calendar_days'), hours: OFFICE_HOURS }
    const suspended = events('suspended 2026-11-05')
    const of = (today: string) => dueOf(start, suspended, SHIPPED, day(today))
    expect([of('2026-11-09').on, of('2026-11-10').on].map(String)).toEqual(['2026-11-20', '2026-11-23'])
    expect(of('2026-11-10').isRunning).toBe(false)
    expect(of('2026-11-01').on.toString()).toBe('2026-11-16')
  })
})

describe('what begins a term anew', () => {
  test.each([
    [['fixed 2026-11-12'], '2026-11-12', '2026-11-26', 'mended (чл. 30, ал. 3 АПК)'],
    [['suspended 2026-11-04', 'fixed 2026-11-12'], '2026-11-12', '2026-11-26', 'mended while it stood still'],
    [['forwarded 2026-11-09'], '2026-11-09', '2026-11-23', 'reached the competent body (чл. 31 АПК)'],
    [['fixed 2026-11-14'], '2026-11-14', '2026-11-30', 'the new term ends on a Saturday'],
    [['fixed 2026-11-05', 'fixed 2026-11-12'], '2026-11-12', '2026-11-26', 'mended twice'],
    [['fixed 2026-12-10'], '2026-12-10', '2026-12-29', 'mended after the first term was over'],
    [
      ['extended 2026-11-05 14 calendar_days', 'fixed 2026-11-12'],
      '2026-11-12',
      '2026-11-26',
      'an extension is gone',
    ],
    [
      ['fixed 2026-11-12', 'extended 2026-11-13 14 calendar_days'],
      '2026-11-12',
      '2026-12-10',
      'and extended',
    ],
    [
      ['fixed 2026-11-12', 'suspended 2026-11-16', 'resumed 2026-11-18'],
      '2026-11-12',
      '2026-11-30',
      'and suspended',
    ],
  ])('%j: from %s to %s, %s', (happened, from, last) => {
    const due = dueOfArrival('2026-11-02', '14 calendar_days', ...happened)
    expect([due.from, due.on].map(String)).toEqual([from, last])
    expect(due.isRunning).toBe(true)
  })
})

describe('an extension is added to the term, before days off are looked at', () => {
  test.each([
    ['14 calendar_days', ['extended 2026-11-10 14 calendar_days'], '2026-11-30', 'чл. 57, ал. 7 АПК'],
    ['14 calendar_days', ['extended 2026-11-10 12 calendar_days'], '2026-11-30', 'the new end is a Saturday'],
    [
      '12 calendar_days',
      ['extended 2026-11-10 14 calendar_days'],
      '2026-11-30',
      'the old end does not matter',
    ],
    ['14 calendar_days', ['extended 2026-11-16 10 calendar_days'], '2026-11-26', 'on the last day'],
    ['14 calendar_days', ['extended 2026-11-17 10 calendar_days'], '2026-11-16', 'a day too late: nothing'],
    [
      '12 calendar_days',
      ['extended 2026-11-16 10 calendar_days'],
      '2026-11-24',
      'on a last day after a day off',
    ],
    ['2 months', ['extended 2026-12-01 1 months'], '2027-02-02', 'a month more'],
    ['14 calendar_days', ['extended 2026-11-10 2 working_days'], '2026-11-18', 'working days more'],
    [
      '14 calendar_days',
      ['suspended 2026-11-05', 'extended 2026-11-20 7 calendar_days', 'resumed 2026-11-25'],
      '2026-12-14',
      'while it stands still',
    ],
  ])('%s and %j: %s, %s', (length, happened, last) => {
    expect(dueOfDay('2026-11-02', length, ...happened).on.toString()).toBe(last)
  })
})

describe('back from an end, to what the catalogue says, within the legal term', () => {
  test.each([
    ['2026-12-31', '1 months', '2026-11-30', 'a short month'],
    ['2026-12-22', '1 months', '2026-11-20', 'a Sunday gives way to the Friday before it'],
    ['2027-01-25', '1 months', '2026-12-23', 'Christmas Day to the day before Christmas Eve'],
    ['2026-12-10', '7 calendar_days', '2026-12-03', 'days'],
    ['2026-12-10', '2 weeks', '2026-11-26', 'weeks'],
  ])('%s less %s: by %s, %s', (end, length, last) => {
    expect(dueBefore(day(end), term(length), SHIPPED).on.toString()).toBe(last)
  })

  test.each([
    [
      { amount: 7, unit: 'days' },
      { amount: 7, unit: 'calendar_days' },
    ],
    [
      { amount: 3, unit: 'calendar_days' },
      { amount: 3, unit: 'calendar_days' },
    ],
    [
      { amount: 5, unit: 'working_days' },
      { amount: 5, unit: 'working_days' },
    ],
    [
      { amount: 24, unit: 'hours' },
      { amount: 24, unit: 'hours' },
    ],
  ] as const)('%j of the catalogue is %j', (ofService, expected) => {
    expect(termOfService(ofService, 'чл. 24 ЗГР')).toEqual({ ...expected, article: 'чл. 24 ЗГР' })
  })

  test('an internal term ends with the legal one', () => {
    expect(internalDue(day('2026-12-01'), day('2026-11-30')).toString()).toBe('2026-11-30')
    expect(internalDue(day('2026-11-29'), day('2026-11-30')).toString()).toBe('2026-11-29')
  })

  test.each([
    ['2026-11-30', 8],
    ['2026-11-22', 0],
    ['2026-11-20', -2],
    ['2027-02-22', 92],
  ])('to %s there are %i days left', (last, left) => {
    expect(daysLeft({ on: day(last) }, TODAY)).toBe(left)
  })
})

describe('why it ends when it does, on one line', () => {
  const say = (due: ReturnType<typeof dueOfDay>) => explainDue(due, bg, 'bg')
  test.each([
    [
      dueOfDay('2026-11-22', term('7 calendar_days', 'чл. 57, ал. 2 АПК')),
      '30.11.2026: 7 дни от 22.11 (чл. 57, ал. 2 АПК), 29.11 е неделя',
    ],
    [dueOfDay('2026-11-23', '1 calendar_days'), '24.11.2026: 1 ден от 23.11 (чл. 57, ал. 1 АПК)'],
    [dueOfDay('2026-11-23', '0 calendar_days'), '23.11.2026: веднага от 23.11 (чл. 57, ал. 1 АПК)'],
    [
      dueOfDay('2026-12-10', '14 calendar_days'),
      '29.12.2026: 14 дни от 10.12 (чл. 57, ал. 1 АПК), 24.12 е почивен (Бъдни вечер)',
    ],
    [
      dueOfDay('2025-12-17', '1 months'),
      '19.01.2026: 1 месец от 17.12.2025 (чл. 57, ал. 1 АПК), 17.01 е събота',
    ],
    [
      dueOfDay('2024-01-31', '1 months'),
      '29.02.2024: 1 месец от 31.01 (чл. 57, ал. 1 АПК), 29.02 е краят на месеца, 31-о число няма',
    ],
    [
      dueOfArrival('2026-11-20 18:30', '14 calendar_days'),
      '07.12.2026: получено на 20.11 извън работно време, тече от 23.11 (чл. 29, ал. 6 АПК), 14 дни от 23.11 (чл. 57, ал. 1 АПК)',
    ],
    [dueOfArrival('2026-11-23 09:00', '4 hours'), '23.11.2026 13:00 ч.: 4 часа от 23.11 (чл. 57, ал. 1 АПК)'],
    [
      dueOfArrival('2026-11-23 15:00', '4 hours'),
      '24.11.2026: 4 часа от 23.11 (чл. 57, ал. 1 АПК), изтича в 19:00 на 23.11 след работно време',
    ],
    [
      dueOfDay('2026-11-02', '14 calendar_days', 'suspended 2026-11-05', 'resumed 2026-11-10'),
      '23.11.2026: 14 дни от 02.11 (чл. 57, ал. 1 АПК), спрян от 05.11 до 10.11, 21.11 е събота',
    ],
    [
      dueOfDay('2026-11-02', '14 calendar_days', 'suspended 2026-11-05'),
      '03.12.2026: 14 дни от 02.11 (чл. 57, ал. 1 АПК), спрян от 05.11, смята се, че тръгва днес',
    ],
    [
      dueOfDay('2026-11-02', '14 calendar_days', 'fixed 2026-11-12'),
      '26.11.2026: нередовностите са отстранени на 12.11, 14 дни от 12.11 (чл. 57, ал. 1 АПК)',
    ],
    [
      dueOfDay('2026-11-02', '14 calendar_days', 'forwarded 2026-11-09'),
      '23.11.2026: получено от компетентния орган на 09.11, 14 дни от 09.11 (чл. 57, ал. 1 АПК)',
    ],
    [
      dueOfDay('2026-11-02', '14 calendar_days', 'extended 2026-11-10 14 calendar_days'),
      '30.11.2026: 14 дни от 02.11 (чл. 57, ал. 1 АПК), удължен с 14 дни (чл. 57, ал. 7 АПК)',
    ],
    [dueOfDay('2026-11-23', '5 working_days'), '30.11.2026: 5 работни дни от 23.11 (чл. 57, ал. 1 АПК)'],
    [dueOfDay('2026-11-24', '1 weeks'), '01.12.2026: 1 седмица от 24.11 (чл. 57, ал. 1 АПК)'],
    [
      dueOfDay('2026-12-14', '14 calendar_days'),
      '29.12.2026: 14 дни от 14.12 (чл. 57, ал. 1 АПК), 28.12 е почивен (чл. 154, ал. 2 КТ)',
    ],
    [
      dueOfDay('2025-12-19', '14 calendar_days'),
      '05.01.2026: 14 дни от 19.12.2025 (чл. 57, ал. 1 АПК), 02.01 е почивен (решение на МС от 19.11.2025)',
    ],
    [
      dueBefore(day('2027-01-25'), term('1 months', 'чл. 18а, ал. 12 АПК'), SHIPPED),
      '23.12.2026: 1 месец преди 25.01.2027 (чл. 18а, ал. 12 АПК), 25.12 е почивен (Рождество Христово – първи ден)',
    ],
  ])('%#: %s', (due, line) => {
    expect(say(due)).toBe(line)
    expect(explainDue(due, en, 'en')).not.toMatch(/[\n]|undefined|NaN/)
  })

  test('in English', () => {
    expect(explainDue(dueOfDay('2026-11-22', '7 calendar_days'), en, 'en')).toBe(
      '2026-11-30: 7 days from 2026-11-22 (чл. 57, ал. 1 АПК), 2026-11-29 is a Sunday',
    )
  })
})

describe('whatever the term', () => {
  const someDay = fc.integer({ min: 0, max: 3650 }).map(days => day('2020-01-01').add({ days }))
  const someTerm = fc.record({
    amount: fc.integer({ min: 0, max: 90 }),
    unit: fc.constantFrom(
      'calendar_days' as const,
      'working_days' as const,
      'weeks' as const,
      'months' as const,
    ),
    article: fc.constant('чл. 57 АПК'),
  })
  const dueFrom = (from: Temporal.PlainDate, of: ReturnType<typeof term>) => dueOfDay(from.toString(), of)

  test('it ends on a working day, and never before it began', () => {
    fc.assert(
      fc.property(someDay, someTerm, (from, of) => {
        const { on } = dueFrom(from, of)
        expect(isWorkingDay(SHIPPED, on)).toBe(true)
        expect(Temporal.PlainDate.compare(on, from)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('a later beginning or a longer term never ends earlier', () => {
    fc.assert(
      fc.property(someDay, someTerm, (from, of) => {
        const { on } = dueFrom(from, of)
        const later = dueFrom(from.add({ days: 1 }), of).on
        const longer = dueFrom(from, { ...of, amount: of.amount + 1 }).on
        expect(Temporal.PlainDate.compare(later, on)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDate.compare(longer, on)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('so many days suspended are so many days later, before days off are looked at', () => {
    const within = fc.integer({ min: 0, max: 14 })
    fc.assert(
      fc.property(someDay, within, fc.integer({ min: 0, max: 60 }), (from, after, days) => {
        const on = from.add({ days: after })
        const happened = [`suspended ${on}`, `resumed ${on.add({ days })}`]
        const due = dueOfDay(from.toString(), '14 calendar_days', ...happened)
        expect(due.on.equals(workingDayFrom(SHIPPED, from.add({ days: 14 + days })))).toBe(true)
      }),
    )
  })

  test('so many working days suspended leave as many working days as were left', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 60 }),
        (from, amount, days) => {
          const resumed = from.add({ days })
          const due = dueOfDay(
            from.toString(),
            term(`${amount} working_days`),
            `suspended ${from}`,
            `resumed ${resumed}`,
          )
          expect(due.on.equals(addWorkingDays(SHIPPED, resumed, amount))).toBe(true)
        },
      ),
    )
  })

  test('what begins it anew wipes out all that was before', () => {
    fc.assert(
      fc.property(someDay, someTerm, fc.integer({ min: 1, max: 90 }), (from, of, days) => {
        const fixed = from.add({ days })
        const due = dueOfDay(from.toString(), of, `suspended ${from}`, `fixed ${fixed}`)
        expect(due.on.equals(dueFrom(fixed, of).on)).toBe(true)
      }),
    )
  })
})
