import { expect, test } from 'vitest'
import { alarmsOf, type BoardRow, minutesBetween, showDuration } from '../../rules/board.ts'
import { cents } from '../../rules/money.ts'

const row: BoardRow = {
  desk: { number: 1, name: 'Център' },
  till: {
    id: 'x',
    cashier: 'Мария',
    openedAt: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    held: cents(1000),
  },
  payments: 3,
  lastPaymentAt: null,
  pace: { last15: 1, last60: 3, served_ms: 95_000 },
  papers: { late: 0, failed: 0, unsure: 0 },
}

test.each([
  [cents(1000), row, []],
  [cents(999), row, ['over_limit']],
  [null, row, []],
  [cents(0), { ...row, till: null }, []],
  [null, { ...row, papers: { late: 1, failed: 0, unsure: 0 } }, ['papers']],
  [cents(1), { ...row, papers: { late: 0, failed: 0, unsure: 2 } }, ['over_limit', 'papers']],
])('with the limit %s the alarms are as they should be', (limit, each, alarms) => {
  expect(alarmsOf(each, limit)).toEqual(alarms)
})

test('minutes are whole and never below zero; a duration is minutes and seconds', () => {
  const at = Temporal.Instant.from('2026-11-22T08:00:00Z')
  expect(minutesBetween(at, at.add({ seconds: 179 }))).toBe(2)
  expect(minutesBetween(at, at.subtract({ seconds: 5 }))).toBe(0)
  expect([0, 59_499, 59_500, 95_000, 600_000].map(showDuration)).toEqual([
    '0:00',
    '0:59',
    '1:00',
    '1:35',
    '10:00',
  ])
})
