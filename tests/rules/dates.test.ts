import { describe, expect, test } from 'vitest'
import { dayOf, showDay, showMoment, showTime, startOfDay } from '../../rules/dates.ts'

describe('the clock of the town (Europe/Sofia)', () => {
  test.each([
    ['2026-11-22T21:59:59Z', '2026-11-22', '22.11.2026 23:59:59'],
    ['2026-11-22T22:00:00Z', '2026-11-23', '23.11.2026 00:00:00'],
    ['2026-07-01T20:59:59Z', '2026-07-01', '01.07.2026 23:59:59'],
    ['2026-07-01T21:00:00Z', '2026-07-02', '02.07.2026 00:00:00'],
    ['2026-12-31T22:00:00Z', '2027-01-01', '01.01.2027 00:00:00'],
  ])('%s is the legal day %s', (instant, day, moment) => {
    const at = Temporal.Instant.from(instant)
    expect(dayOf(at).toString()).toBe(day)
    expect(showMoment(at, 'bg')).toBe(moment)
    expect(showMoment(at, 'en')).toBe(`${day} ${moment.slice(11)}`)
    expect(showTime(at)).toBe(moment.slice(11, 16))
  })

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-22', 24],
  ])('%s begins at its midnight and is %i hours long', (text, hours) => {
    const day = Temporal.PlainDate.from(text)
    const begins = startOfDay(day)
    expect(dayOf(begins).equals(day)).toBe(true)
    expect(
      startOfDay(day.add({ days: 1 }))
        .since(begins)
        .total('hours'),
    ).toBe(hours)
    expect(dayOf(begins.subtract({ seconds: 1 })).equals(day)).toBe(false)
  })

  test('days have two digits and the order of the language', () => {
    const day = Temporal.PlainDate.from('2026-02-03')
    expect([showDay(day, 'bg'), showDay(day, 'en')]).toEqual(['03.02.2026', '2026-02-03'])
  })
})
