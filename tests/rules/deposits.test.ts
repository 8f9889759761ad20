import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HandedTill, partsTotal, revenueOf, whyNotDeposit } from '../../rules/deposits.ts'
import { cents } from '../../rules/money.ts'
import { deposit } from './book-facts.ts'

const till = (handedOver: bigint, more: Partial<HandedTill> = {}): HandedTill => ({
  id: 't',
  number: '2-2026-000031',
  desk: { id: 'd', number: 2, name: 'Център' },
  cashier: { id: 'me', name: 'Мария Петрова' },
  closedAt: Temporal.Instant.from('2026-11-22T14:00:00Z'),
  handedOver: cents(handedOver),
  deposit: null,
  ...more,
})

test('revenue and what is none make the whole', () => {
  expect(revenueOf(deposit.parts)).toBe(1_934_20n)
  expect(partsTotal(deposit.parts)).toBe(2_050_20n)
})

test('the count is exactly the money of the tills, whatever these are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 9 }), sums => {
      const tills = sums.map(sum => till(BigInt(sum)))
      const sum = sums.reduce((all, one) => all + one, 0)
      expect(whyNotDeposit(tills, { '1': sum }, null)).toBeNull()
      expect(whyNotDeposit(tills, { '1': sum - 1 }, null)?.facts).toEqual({
        counted: BigInt(sum - 1),
        sum: BigInt(sum),
      })
    }),
  )
})

test('the first reason is told: nothing chosen, a till of somebody else, one already handed over, the count', () => {
  const taken = { number: '1-2026-000002', who: 'Стоян Стоянов', madeAt: till(1n).closedAt }
  const why = (tills: HandedTill[], cashierId: string | null = 'me') =>
    whyNotDeposit(tills, {}, cashierId)?.code
  expect(why([])).toBe('deposit.empty')
  expect(why([till(1n, { deposit: taken })], 'other')).toBe('deposit.till_of_other')
  expect(why([till(1n, { deposit: taken })])).toBe('deposit.till_taken')
  expect(why([till(1n)])).toBe('deposit.count_differs')
  expect(why([till(1n)], null)).toBe('deposit.count_differs')
})
