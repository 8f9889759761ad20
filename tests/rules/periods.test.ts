import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showDay } from '../../rules/dates.ts'
import { Refusal } from '../../rules/refusal.ts'
import {
  type Compare,
  comparedPeriod,
  PERIOD_KINDS,
  type PeriodWords,
  periodAround,
  periodOf,
  readDay,
  stepped,
} from '../../rules/reports/periods.ts'

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
  [{ week: '2026-11-22' }, '2026-11-16/2026-11-22'],
  [{ week: '23.11.2026' }, '2026-11-23/2026-11-29'],
  [{ week: 'this' }, '2026-02-23/2026-03-01'],
  [{ week: 'миналата' }, '2026-02-16/2026-02-22'],
  [{ quarter: '2026-1' }, '2026-01-01/2026-03-31'],
  [{ quarter: '4.2026' }, '2026-10-01/2026-12-31'],
  [{ quarter: 'last' }, '2025-10-01/2025-12-31'],
  [{ quarter: 'това' }, '2026-01-01/2026-03-31'],
  [{ year: '2024' }, '2024-01-01/2024-12-31'],
  [{ year: 'миналата' }, '2025-01-01/2025-12-31'],
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
  [{ quarter: '2026-5' }, '2026-5'],
  [{ quarter: '2026-0' }, '2026-0'],
  [{ quarter: '2026-01' }, '2026-01'],
  [{ year: '26' }, '26'],
  [{ year: '2026-11' }, '2026-11'],
  [{ week: '2026-47' }, '2026-47'],
  [{ quarter: '2026-1', year: '2026' }, '2026-1 2026'],
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

const day = (text: string) => Temporal.PlainDate.from(text)
const period = (text: string) => {
  const [from = '', to = from] = text.split('/')
  return { from: day(from), to: day(to) }
}
const LATER = day('2030-01-01')

const COMPARED: [string, Compare, string][] = [
  ['2026-11-22', 'last-year', '2025-11-22/2025-11-22'],
  ['2028-02-29', 'last-year', '2027-02-28/2027-02-28'],
  ['2028-02-01/2028-02-29', 'last-year', '2027-02-01/2027-02-28'],
  ['2029-02-01/2029-02-28', 'last-year', '2028-02-01/2028-02-29'],
  ['2026-10-01/2026-12-31', 'last-year', '2025-10-01/2025-12-31'],
  ['2028-01-01/2028-12-31', 'last-year', '2027-01-01/2027-12-31'],
  ['2026-11-16/2026-11-22', 'last-year', '2025-11-17/2025-11-23'],
  ['2026-11-05/2026-11-20', 'last-year', '2025-11-05/2025-11-20'],
  ['2026-11-22', 'previous', '2026-11-21/2026-11-21'],
  ['2026-11-16/2026-11-22', 'previous', '2026-11-09/2026-11-15'],
  ['2026-03-01/2026-03-31', 'previous', '2026-02-01/2026-02-28'],
  ['2026-01-01/2026-03-31', 'previous', '2025-10-01/2025-12-31'],
  ['2026-01-01/2026-12-31', 'previous', '2025-01-01/2025-12-31'],
  ['2026-11-05/2026-11-20', 'previous', '2026-10-20/2026-11-04'],
]

describe('what a period is compared with', () => {
  test.each(COMPARED)('%s with %s is %s', (text, compare, other) => {
    const { from, to } = comparedPeriod(period(text), compare, LATER)
    expect(`${from}/${to}`).toBe(other)
  })

  test.each<[string, Compare, string]>([
    ['2026-11-01/2026-11-30', 'last-year', '2025-11-01/2025-11-22'],
    ['2026-01-01/2026-12-31', 'last-year', '2025-01-01/2025-11-22'],
    ['2026-11-16/2026-11-22', 'last-year', '2025-11-17/2025-11-23'],
  ])(
    '%s, still running on 22.11.2026, is compared with %s as far as it has come: %s',
    (text, compare, other) => {
      const { from, to } = comparedPeriod(period(text), compare, day('2026-11-22'))
      expect(`${from}/${to}`).toBe(other)
    },
  )
})

test('earlier and later periods of each kind meet without a gap, over years', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PERIOD_KINDS), fc.integer({ min: 0, max: 20_000 }), (kind, days) => {
      const here = periodAround(kind, day('1990-01-01').add({ days }))
      const next = periodAround(kind, stepped(kind, here.to, 1))
      expect(next.from.equals(here.to.add({ days: 1 }))).toBe(true)
      expect(periodAround(kind, stepped(kind, next.to, -1)).from.equals(here.from)).toBe(true)
    }),
  )
})
