import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LAW_CALENDAR } from '../../rules/calendar.ts'
import {
  compared,
  indexOf,
  measured,
  openHoursIn,
  servedInHalls,
  wilson,
  workingDaysIn,
} from '../../rules/satisfaction.ts'

describe('the interval of a share (Wilson, 95 %)', () => {
  test.each([
    [30, 68, 94],
    [100, 77, 91],
    [200, 79, 89],
    [400, 81, 88],
    [1000, 83, 87],
  ])('85 % of %i answers lie between %i and %i %%', (all, low, high) => {
    const found = wilson(all * 0.85, all)
    expect([Math.round((found?.low ?? 0) * 100), Math.round((found?.high ?? 0) * 100)]).toEqual([low, high])
  })

  test('is never outside of 0 and 1, holds the share, and is narrower with more answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, part) => {
          const positive = Math.round(all * part)
          const { low, high } = wilson(positive, all) ?? { low: 1, high: 0 }
          const wider = wilson(positive * 10, all * 10) ?? { low: 0, high: 1 }
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(positive / all + 1e-9)
          expect(high).toBeGreaterThanOrEqual(positive / all - 1e-9)
          expect(wider.high - wider.low).toBeLessThan(high - low)
        },
      ),
    )
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('the index', () => {
  test.each([
    [[1, 1, 1, 1, 1], 50],
    [[0, 0, 0, 0, 7], 100],
    [[3, 0, 0, 0, 0], 0],
    [[0, 1, 0, 1, 0], 50],
    [[0, 1, 0, 0], 33.3],
    [[0, 0, 1, 0], 66.7],
    [[1, 0, 0, 3], 75],
  ])('of %j is %d', (counts, index) => {
    expect(indexOf(counts)).toBeCloseTo(index, 1)
  })

  test('lies between 0 and 100, and one press of the best face never lowers it', () => {
    const faces = fc
      .constantFrom(4, 5)
      .chain(length => fc.array(fc.nat(1000), { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(faces, counts => {
        const before = indexOf(counts)
        const after = indexOf(counts.with(-1, (counts.at(-1) ?? 0) + 1)) ?? -1
        expect(after).toBeGreaterThanOrEqual(before ?? 0)
        expect(after).toBeLessThanOrEqual(100 + 1e-9)
      }),
    )
    expect(indexOf([0, 0, 0, 0])).toBeNull()
  })
})

test('under 30 answers say nothing, and what says nothing is never compared', () => {
  expect(measured([0, 0, 0, 0, 29])).toMatchObject({
    answers: 29,
    share: null,
    index: null,
    interval: null,
    isFew: true,
  })
  expect(measured([0, 0, 0, 0, 30])).toMatchObject({ answers: 30, share: 1, index: 100, isFew: false })
  expect(compared(measured([0, 0, 0, 0, 29]), measured([99, 0, 0, 0, 0]))).toBe(0)
})

test('two are told apart only where their intervals do not overlap, and from both sides alike', () => {
  const [good, fair, bad] = [
    measured([2, 1, 2, 10, 85]),
    measured([5, 5, 5, 10, 75]),
    measured([30, 20, 10, 20, 20]),
  ]
  expect([compared(good, fair), compared(fair, good), compared(good, bad), compared(bad, good)]).toEqual([
    0, 0, 1, -1,
  ])
})

const hours = { from: Temporal.PlainTime.from('08:00'), until: Temporal.PlainTime.from('17:00') }
const at = (text: string) => Temporal.PlainDateTime.from(text)
const week = { from: Temporal.PlainDate.from('2026-11-16'), to: Temporal.PlainDate.from('2026-11-22') }

test.each([
  ['the whole working week', '2026-11-01T00:00', '2026-12-01T00:00', 45],
  ['from the middle of a day to the middle of another', '2026-11-17T12:30', '2026-11-18T10:00', 6.5],
  ['only at night', '2026-11-17T18:00', '2026-11-18T07:00', 0],
  ['only at the weekend', '2026-11-21T00:00', '2026-11-23T00:00', 0],
  ['an hour of one morning', '2026-11-17T09:00', '2026-11-17T10:00', 1],
  ['before the period', '2026-10-01T00:00', '2026-11-15T00:00', 0],
])('open hours while a question is asked: %s', (_, from, until, expected) => {
  expect(openHoursIn([{ from: at(from), until: at(until) }], workingDaysIn(week, LAW_CALENDAR), hours)).toBe(
    expected,
  )
})

describe('who was served counts in the nearest hall with a device', () => {
  const nodes = [
    { id: 'centre', parentId: 'top', kind: 'centre' },
    { id: 'top', parentId: null, kind: 'directorate' },
    { id: 'taxes', parentId: 'money', kind: 'department' },
    { id: 'money', parentId: null, kind: 'directorate' },
    { id: 'village', parentId: null, kind: 'mayoralty' },
  ]
  const served = [
    { departmentId: 'centre', times: 1 },
    { departmentId: 'taxes', times: 20 },
    { departmentId: 'village', times: 300 },
    { departmentId: null, times: 4000 },
  ]
  test.each([
    [['centre', 'taxes'], { centre: 4001, taxes: 20 }],
    [['money'], { money: 20 }],
    [['village', 'top'], { village: 300, top: 1 }],
    [[], {}],
  ])('devices at %j', (halls, expected) => {
    expect(Object.fromEntries(servedInHalls(served, nodes, new Set(halls)))).toEqual(expected)
  })
})
