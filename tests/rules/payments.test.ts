import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cents, cents, MOST } from '../../rules/money.ts'
import {
  amountOf,
  type BasketLine,
  lineFor,
  MOST_UNITS,
  parseQuantity,
  receiptNumber,
  totalOf,
  whyNotAdd,
  whyNotLine,
  whyNotPay,
} from '../../rules/payments.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { free, open, perUnit, service } from './service-facts.ts'

const fixed = service('2076', 'Удостоверение')
const line = (more: Partial<BasketLine> = {}): BasketLine => ({ ...lineFor(fixed), ...more })
const said = (why: Refusal | null): unknown => why && [why.code, why.facts]

describe('a line of the basket', () => {
  test('begins with the published fee, an open amount without one', () => {
    expect(lineFor(fixed, 'normal', 3)).toEqual({
      service: fixed,
      speed: 'normal',
      quantity: 3,
      price: 5_00n,
    })
    expect(lineFor(open).price).toBeNull()
    expect(amountOf(lineFor(perUnit, 'normal', 12))).toBe(60_00n)
    expect(amountOf(lineFor(open))).toBe(0n)
  })

  test('is not added for a speed that is not offered, nor for a free one', () => {
    expect(said(whyNotAdd(fixed, 'fast'))).toEqual(['service.no_such_speed', { code: '2076', speed: 'fast' }])
    expect(said(whyNotAdd(free, 'normal'))).toEqual(['service.is_free', { code: '2052' }])
    expect(whyNotAdd(free, 'express')).toBeNull()
    expect(whyNotAdd(open, 'normal')).toBeNull()
  })

  test.each<[string, BasketLine, unknown]>([
    ['a good line', line(), null],
    ['an open amount that was typed', line({ service: open, price: cents(7_35) }), null],
    [
      'no such speed',
      line({ speed: 'express', quantity: 0 }),
      ['service.no_such_speed', { code: '2076', speed: 'express' }],
    ],
    ['free', line({ service: free, price: cents(0) }), ['service.is_free', { code: '2052' }]],
    ['none', line({ quantity: 0 }), ['quantity.out_of_range', { least: 1, most: MOST_UNITS }]],
    ['one and a half', line({ quantity: 1.5 }), ['quantity.out_of_range', { least: 1, most: MOST_UNITS }]],
    [
      'too many',
      line({ quantity: MOST_UNITS + 1 }),
      ['quantity.out_of_range', { least: 1, most: MOST_UNITS }],
    ],
    ['no amount yet', line({ service: open, price: null }), ['service.needs_amount', { code: '2112' }]],
    [
      'an amount of zero',
      line({ service: open, price: cents(0) }),
      ['service.needs_amount', { code: '2112' }],
    ],
    [
      'a negative amount',
      line({ service: open, price: cents(-1) }),
      ['service.needs_amount', { code: '2112' }],
    ],
    ['a huge amount', line({ service: open, price: cents(MOST + 1n) }), ['amount.too_large', { most: MOST }]],
    [
      'yesterday’s price',
      line({ price: cents(4_00) }),
      ['service.price_changed', { code: '2076', now: 5_00n }],
    ],
    [
      'a typed price per unit',
      line({ service: perUnit, price: cents(4_00) }),
      ['service.price_changed', { code: '2110', now: 5_00n }],
    ],
  ])('%s', (_, one, why) => {
    expect(said(whyNotLine(one))).toEqual(why)
  })
})

describe('paying a basket', () => {
  const huge = line({ service: open, price: MOST })
  test.each<[string, BasketLine[], Cents | null, boolean, unknown]>([
    ['exact cash', [line()], cents(5_00), true, null],
    ['more cash', [line()], cents(50_00), true, null],
    ['before the cash is typed', [line()], null, true, null],
    ['a shut till, before anything else', [], cents(0), false, ['till.not_open', {}]],
    ['an empty basket', [], cents(5_00), true, ['payment.empty', {}]],
    [
      'a wrong line, before the cash',
      [line(), line({ quantity: 0 })],
      cents(0),
      true,
      ['quantity.out_of_range', { least: 1, most: MOST_UNITS }],
    ],
    ['more than a payment holds', [huge, line()], null, true, ['payment.too_large', { most: MOST }]],
    ['cash beyond belief', [line()], cents(MOST + 1n), true, ['amount.too_large', { most: MOST }]],
    ['a note less than 500 € above what is due', [line()], cents(504_99), true, null],
    [
      'what was meant for the next line',
      [line()],
      cents(505_00),
      true,
      ['payment.too_much_cash', { given: 50_500n, due: 500n }],
    ],
    ['a cent too little', [line(), line()], cents(9_99), true, ['payment.too_little_cash', { missing: 1n }]],
  ])('%s', (_, lines, given, tillIsOpen, why) => {
    expect(said(whyNotPay(lines, { given, hasPayer: false, hasFiscalDevice: false }, tillIsOpen))).toEqual(
      why,
    )
  })

  test('is allowed exactly when the cash covers the sum of quantity × price', () => {
    const anyLine = fc.record({
      price: fc.bigInt({ min: 1n, max: 100_000n }),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 9 }),
        fc.bigInt({ min: -5n, max: 5n }),
        (raw, over) => {
          const lines = raw.map(({ price, quantity }) =>
            line({ service: open, price: cents(price), quantity }),
          )
          const sum = raw.reduce((all, one) => all + one.price * BigInt(one.quantity), 0n)
          expect(totalOf(lines)).toBe(sum)
          expect(
            whyNotPay(lines, { given: cents(sum + over), hasPayer: false, hasFiscalDevice: false }, true) ===
              null,
          ).toBe(over >= 0n)
        },
      ),
    )
  })
})

test.each([
  ['1', 1],
  [' 12 ', 12],
  ['007', 7],
  ['9999', 9999],
  ['0', null],
  ['10000', null],
  ['-1', null],
  ['1,5', null],
  ['1e2', null],
  ['', null],
  ['два', null],
])('a quantity of %j is %j', (text, quantity) => {
  expect(parseQuantity(text)).toBe(quantity)
})

test('receipt numbers of one desk and year sort as they were given', () => {
  expect(receiptNumber(2, 2026, 123)).toBe('2-2026-000123')
  expect(receiptNumber(2, 2026, 99) < receiptNumber(2, 2026, 100)).toBe(true)
  expect(receiptNumber(2, 2026, 1_234_567)).toBe('2-2026-1234567')
})
