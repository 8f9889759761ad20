import { describe, expect, test } from 'vitest'
import {
  isMethod,
  isObligatory,
  METHODS,
  type MethodState,
  reportDue,
  standingOf,
  whyNotNote,
  whyNotYear,
  yearOfReport,
} from '../../rules/satisfaction-methods.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the methods of чл. 24, ал. 2 НАО', () => {
  test('are eleven, the first five obligatory', () => {
    expect(METHODS.filter(isObligatory)).toEqual([1, 2, 3, 4, 5])
    expect([0, 1, 11, 12, 1.5].map(isMethod)).toEqual([false, true, true, false, false])
  })

  test.each([
    ['2026-11-22', 2026],
    ['2027-01-01', 2026],
    ['2027-04-01', 2026],
    ['2027-04-02', 2027],
  ])('on %s the report of %i is next (чл. 24, ал. 8: until 1 April)', (today, year) => {
    expect(yearOfReport(day(today))).toBe(year)
    expect(reportDue(year).toString()).toBe(`${year + 1}-04-01`)
  })

  test.each([
    [2019, 'satisfaction.year_wrong'],
    [2020, undefined],
    [2026, undefined],
    [2027, 'satisfaction.year_wrong'],
  ])('the year %i on a day of 2026: %s', (year, code) => {
    expect(whyNotYear(year, day('2026-11-22'))?.code).toBe(code)
  })

  test.each([
    [true, null, null, 'conduct'],
    [true, '120 анкети', null, 'findings'],
    [true, '120 анкети', '8 от 10 доволни', undefined],
    [false, null, null, 'why'],
    [false, 'няма средства', null, undefined],
  ])('carried out %s, „%s“, „%s“: lacks %s', (carriedOut, conduct, findings, missing) => {
    expect(whyNotNote({ carriedOut, conduct, findings, measures: null })?.facts).toEqual(
      missing && { missing },
    )
  })

  test('what nobody noted is missing as what was not carried out is', () => {
    const words = { conduct: 'а', findings: 'б', measures: null, notedBy: 'в' }
    const notedAt = Temporal.Instant.from('2026-11-22T08:00Z')
    const noted = new Map([
      [1, true],
      [2, false],
      [7, true],
    ])
    const methods = METHODS.map((method): MethodState => {
      const carriedOut = noted.get(method)
      const note = carriedOut === undefined ? null : { ...words, notedAt, carriedOut }
      return { method, isObligatory: isObligatory(method), note }
    })
    expect(standingOf(methods)).toEqual({ carriedOut: 2, missing: [2, 3, 4, 5] })
  })
})
