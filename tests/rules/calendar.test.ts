import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceData } from '../../db/reference-data.ts'
import {
  addWorkingDays,
  calendarWith,
  daysOf,
  isWorkingDay,
  LAW_CALENDAR,
  nextWorkingDay,
  saidOf,
  workingDayFrom,
  workingDaysAfter,
  workingDaysIn,
  workingDayUntil,
} from '../../rules/calendar.ts'
import { type CalendarDay, holidaysOf, isWeekend, orthodoxEaster } from '../../rules/holidays.ts'

const on = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

type Column = 'date' | 'name_bg' | 'name_en' | 'kind' | 'weekday_bg' | 'basis' | 'check' | 'source_url'
const rows = referenceData<Column>('holidays.csv')
const shipped: CalendarDay[] = rows.map(row => ({
  day: on(row.date),
  isWorking: false,
  name: { bg: row.name_bg, en: row.name_en },
  kind: row.kind.toLowerCase() as CalendarDay['kind'],
  basis: row.basis,
}))
const SHIPPED = calendarWith(shipped)

const written = (day: string, isWorking: boolean): CalendarDay => ({
  day: on(day),
  isWorking,
  name: { bg: 'по решение', en: 'by order' },
  kind: isWorking ? 'worked' : 'one-off',
  basis: 'РМС 1',
})

/** The days off that are no Saturday and no Sunday: `24.12` stands for the 24th of December. */
const onWeekdays = (calendar: typeof SHIPPED, year: number): string[] =>
  daysOf(calendar, year)
    .filter(({ day, isWorking }) => !isWorking && !isWeekend(day))
    .map(({ day }) => `${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}`)

describe('Orthodox Easter', () => {
  test.each([
    '2000-04-30',
    '2005-05-01',
    '2008-04-27',
    '2010-04-04',
    '2013-05-05',
    '2016-05-01',
    '2017-04-16',
    '2018-04-08',
    '2019-04-28',
    '2020-04-19',
    '2021-05-02',
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
    '2029-04-08',
    '2030-04-28',
    '2035-04-29',
    '2040-05-06',
    '2050-04-17',
  ])('is on %s', day => {
    expect(orthodoxEaster(on(day).year).toString()).toBe(day)
  })

  test('is a Sunday from 4 April to 10 May', () => {
    for (let year = 1900; year < 2100; year++) {
      const easter = orthodoxEaster(year)
      expect(easter.dayOfWeek).toBe(7)
      const [first, last] = [on(`${year}-04-04`), on(`${year}-05-10`)]
      expect(Temporal.PlainDate.compare(easter, first)).toBeGreaterThanOrEqual(0)
      expect(Temporal.PlainDate.compare(easter, last)).toBeLessThanOrEqual(0)
    }
  })
})

describe('working days of a year (чл. 154 КТ and the orders of the Council of Ministers)', () => {
  test.each([
    [2023, 248],
    [2024, 251],
    [2025, 248],
    [2026, 248],
    [2027, 249],
  ])('%i has %i', (year, total) => {
    expect(workingDaysIn(SHIPPED, year)).toBe(total)
  })

  test.each([
    [2024, '01.01 04.03 01.05 03.05 06.05 24.05 06.09 23.09 24.12 25.12 26.12'],
    [2025, '01.01 03.03 18.04 21.04 01.05 06.05 26.05 08.09 22.09 24.12 25.12 26.12 31.12'],
    [2026, '01.01 02.01 03.03 10.04 13.04 01.05 06.05 25.05 07.09 22.09 24.12 25.12 28.12'],
    [2027, '01.01 03.03 30.04 03.05 04.05 06.05 24.05 06.09 22.09 24.12 27.12 28.12'],
  ])('the days off of %i that are no Saturday or Sunday', (year, days) => {
    expect(onWeekdays(SHIPPED, year)).toEqual(days.split(' '))
  })

  test.each([2023, 2024, 2025, 2026, 2027])('%i as shipped is the law with its one-off days', year => {
    const key = ({ day, kind }: CalendarDay) => `${day} ${kind}`
    const law = holidaysOf(year).map(key)
    const oneOff = shipped.filter(({ day, kind }) => day.year === year && kind === 'one-off').map(key)
    const known = shipped.filter(({ day }) => day.year === year).map(key)
    expect(known).toEqual([...law, ...oneOff].sort())
    expect(rows.filter(row => row.date.startsWith(String(year))).map(row => row.basis)).toEqual(
      daysOf(SHIPPED, year).map(({ basis }) => basis),
    )
  })

  test('the one-off days are those of the euro', () => {
    expect(shipped.filter(({ kind }) => kind === 'one-off').map(({ day }) => day.toString())).toEqual([
      '2025-12-31',
      '2026-01-02',
    ])
  })

  test('the weekday of each shipped day is the one that its row names', () => {
    const names = ['понеделник', 'вторник', 'сряда', 'четвъртък', 'петък', 'събота', 'неделя']
    expect(rows.map(row => names[on(row.date).dayOfWeek - 1])).toEqual(rows.map(row => row.weekday_bg))
    expect(rows.every(row => row.source_url.startsWith('https://'))).toBe(true)
  })

  test.each([
    ['2017-01-02', 'the first year of substitutes: 1 January on a Sunday'],
    ['2017-05-08', 'St George on a Saturday'],
    ['2018-03-05', '3 March on a Saturday'],
    ['2018-09-24', '22 September on a Saturday'],
    ['2020-12-28', '26 December on a Saturday'],
    ['2021-05-04', '1 May on Holy Saturday, behind Easter Monday'],
    ['2021-12-27', '25 December on a Saturday'],
    ['2021-12-28', '26 December on a Sunday'],
    ['2022-01-03', '1 January on a Saturday'],
    ['2022-05-02', '1 May on a Sunday'],
    ['2022-12-27', '24 December on a Saturday, behind Christmas'],
    ['2022-12-28', '25 December on a Sunday'],
    ['2028-01-03', 'a year that no table has'],
    ['2040-05-08', 'St George on Easter Sunday, behind Easter Monday'],
  ])('%s is off instead of a holiday: %s', day => {
    expect(saidOf(LAW_CALENDAR, on(day))).toMatchObject({ kind: 'compensation', basis: 'чл. 154, ал. 2 КТ' })
  })

  test.each([
    ['2016-01-04', 'before 2017 there were none'],
    ['2016-05-03', 'before 2017 there were none'],
    ['2024-05-07', 'St George on Easter Monday is one day off'],
    ['2026-04-14', 'Easter on a weekend gives nothing'],
    ['2026-11-01', 'a Sunday that is no day off but for schools'],
    ['2026-11-02', '1 November is a day off of schools alone'],
    ['2026-03-09', '8 March is no day off'],
  ])('%s is not off instead of anything: %s', day => {
    expect(saidOf(LAW_CALENDAR, on(day))).toBeNull()
  })

  test('days that fall together are one, with both names', () => {
    expect(saidOf(LAW_CALENDAR, on('2024-05-06'))?.name).toEqual({
      bg: 'Гергьовден; Великден – понеделник',
      en: "St George's Day; Easter Monday",
    })
    expect(holidaysOf(2024).filter(({ day }) => day.equals(on('2024-05-06')))).toHaveLength(1)
  })
})

describe('what the town wrote down goes before the law', () => {
  const calendar = calendarWith([
    written('2026-11-27', false),
    written('2026-11-28', true),
    written('2026-12-24', true),
  ])

  test('a day off by order, a worked Saturday and a worked holiday', () => {
    expect(isWorkingDay(calendar, on('2026-11-27'))).toBe(false)
    expect(isWorkingDay(calendar, on('2026-11-28'))).toBe(true)
    expect(isWorkingDay(calendar, on('2026-12-24'))).toBe(true)
    expect(isWorkingDay(LAW_CALENDAR, on('2026-12-24'))).toBe(false)
  })

  test('the working days of the year follow', () => {
    expect(workingDaysIn(calendar, 2026)).toBe(workingDaysIn(LAW_CALENDAR, 2026) + 1)
    expect(daysOf(calendar, 2026).find(({ day }) => day.equals(on('2026-11-28')))?.kind).toBe('worked')
    expect(daysOf(calendar, 2026).filter(({ day }) => day.equals(on('2026-12-24')))).toHaveLength(1)
    expect(daysOf(calendar, 2025).some(({ kind }) => kind === 'worked')).toBe(false)
  })
})

describe('from one working day to another', () => {
  test.each([
    ['2026-11-22', '2026-11-23', '2026-11-20'],
    ['2026-11-23', '2026-11-23', '2026-11-23'],
    ['2026-12-24', '2026-12-29', '2026-12-23'],
    ['2026-01-01', '2026-01-05', '2025-12-30'],
    ['2027-04-30', '2027-05-05', '2027-04-29'],
  ])('%s: from it on %s, until it %s', (day, from, until) => {
    expect(workingDayFrom(SHIPPED, on(day)).toString()).toBe(from)
    expect(workingDayUntil(SHIPPED, on(day)).toString()).toBe(until)
  })

  test('the next one is never the day itself', () => {
    expect(nextWorkingDay(SHIPPED, on('2026-11-23')).toString()).toBe('2026-11-24')
    expect(nextWorkingDay(SHIPPED, on('2026-12-23')).toString()).toBe('2026-12-29')
  })

  const someDay = fc.integer({ min: 0, max: 3650 }).map(days => on('2020-01-01').add({ days }))

  test('so many working days on, counting the working days gives the number back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, amount) => {
        const end = addWorkingDays(SHIPPED, day, amount)
        expect(isWorkingDay(SHIPPED, end)).toBe(true)
        expect(workingDaysAfter(SHIPPED, day, end)).toBe(amount)
      }),
    )
  })

  test('a later day or more days never end earlier', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 60 }), (day, amount) => {
        const end = addWorkingDays(SHIPPED, day, amount)
        const next = addWorkingDays(SHIPPED, day.add({ days: 1 }), amount)
        expect(Temporal.PlainDate.compare(next, end)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDate.compare(addWorkingDays(SHIPPED, day, amount + 1), end)).toBe(1)
      }),
    )
  })
})
