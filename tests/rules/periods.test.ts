import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showDay } from '../../rules/dates.ts'
import { Refusal } from '../../rules/refusal.ts'
import { type PeriodWords, periodOf, readDay } from '../../rules/reports/periods.ts'

const TODAY = Temporal.PlainDate.from('2026-03-01')

const said = (words: PeriodWords, today = TODAY): string => {
  const period = periodOf(words, today)
  return period instanceof Refusal
    ? `${period.code}: ${JSON.stringify(period.facts)}`
    : `${period.from}/${period.to}`
}

const READ: [PeriodWords, string][] = [
  [{}, '2026-03-01/2026-03-01'],
  [{ day: 'today' }, '2026-03-01/2026-03-01'],
  [{ day: 'Днес' }, '2026-03-01/2026-03-01'],
  [{ day: 'yesterday' }, '2026-02-28/2026-02-28'],
  [{ day: ' вчера ' }, '2026-02-28/2026-02-28'],
  [{ day: '2026-11-22' }, '2026-11-22/2026-11-22'],
  [{ day: '22.11.2026' }, '2026-11-22/2026-11-22'],
  [{ day: '1.2.2026' }, '2026-02-01/2026-02-01'],
  [{ day: '29.02.2028' }, '2028-02-29/2028-02-29'],
  [{ month: '2026-10' }, '2026-10-01/2026-10-31'],
  [{ month: '02.2028' }, '2028-02-01/2028-02-29'],
  [{ month: 'this' }, '2026-03-01/2026-03-31'],
  [{ month: 'last' }, '2026-02-01/2026-02-28'],
  [{ month: 'миналия' }, '2026-02-01/2026-02-28'],
  [{ from: '2026-01-15', to: '20.02.2026' }, '2026-01-15/2026-02-20'],
  [{ from: '2026-01-15', to: '2026-01-15' }, '2026-01-15/2026-01-15'],
  [{ from: '2026-01-15' }, '2026-01-15/2026-03-01'],
  [{ from: 'вчера', to: 'днес' }, '2026-02-28/2026-03-01'],
]

const REFUSED: [PeriodWords, string][] = [
  [{ day: '' }, ''],
  [{ day: 'утре' }, 'утре'],
  [{ day: '29.02.2026' }, '29.02.2026'],
  [{ day: '31.04.2026' }, '31.04.2026'],
  [{ day: '00.01.2026' }, '00.01.2026'],
  [{ day: '2026-13-01' }, '2026-13-01'],
  [{ day: '22.11.26' }, '22.11.26'],
  [{ day: '22/11/2026' }, '22/11/2026'],
  [{ day: '2026-11-22T10:00' }, '2026-11-22T10:00'],
  [{ month: '2026-13' }, '2026-13'],
  [{ month: '2026-00' }, '2026-00'],
  [{ month: '2026-11-22' }, '2026-11-22'],
  [{ day: 'today', month: '2026-10' }, 'today 2026-10'],
  [{ month: '2026-10', from: '2026-10-01' }, '2026-10 2026-10-01'],
  [{ day: 'today', to: '2026-10-01' }, 'today 2026-10-01'],
  [{ to: '2026-02-01' }, '2026-02-01'],
  [{ from: '2026-02-02', to: '2026-02-01' }, '2026-02-02 2026-02-01'],
  [{ from: '2026-03-02' }, '2026-03-02'],
  [{ from: '2026-01-01', to: 'утре' }, '2026-01-01 утре'],
]

describe('the period of a report', () => {
  test.each(READ)('%j is %s', (words, period) => {
    expect(said(words)).toBe(period)
  })

  test.each(REFUSED)('%j is refused, saying „%s“', (words, text) => {
    expect(said(words)).toBe(`period.wrong: ${JSON.stringify({ text })}`)
  })

  test('last month of January is December of the year before', () => {
    expect(said({ month: 'last' }, Temporal.PlainDate.from('2027-01-31'))).toBe('2026-12-01/2026-12-31')
  })

  test('every day is read back as it is shown in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), days => {
        const day = Temporal.PlainDate.from('1950-01-01').add({ days })
        expect(readDay(showDay(day, 'bg'), TODAY)?.equals(day)).toBe(true)
        expect(readDay(showDay(day, 'en'), TODAY)?.equals(day)).toBe(true)
      }),
    )
  })
})
