import { describe, expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import { differenceOf, tillSums, whyNotClose } from '../../rules/tills.ts'

describe('a till', () => {
  test('should hold its float and what came in, less what went out', () => {
    const moves = {
      openingFloat: cents(50_00),
      cashTaken: cents(1_734_20),
      cashReturned: cents(34_20),
      paidIn: cents(10_00),
      paidOut: cents(500_00),
      payments: 41,
      reversals: 1,
    }
    expect(tillSums(moves)).toEqual({ ...moves, expected: 1_260_00n })
  })

  test('is short below zero', () => {
    expect(differenceOf(cents(10_00), cents(9_50))).toBe(-50n)
    expect(differenceOf(cents(10_00), cents(10_50))).toBe(50n)
  })

  test.each([
    ['the count is right', 10_00, null, true],
    ['a cent is missing and nothing is said', 9_99, null, false],
    ['a cent is over and nothing is said', 10_01, null, false],
    ['the reason is only spaces', 9_99, '     ', false],
    ['the reason is too short to be one', 9_99, ' ab ', false],
    ['the reason is given', 9_99, 'грешно ресто', true],
  ])('when %s', (_, counted, reason, closes) => {
    const why = whyNotClose(cents(10_00), cents(counted), reason)
    if (closes) expect(why).toBeNull()
    else
      expect(why).toMatchObject({
        code: 'till.difference_needs_reason',
        facts: { difference: BigInt(counted) - 10_00n },
      })
  })
})
