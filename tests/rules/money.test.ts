import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cents,
  divide,
  euroOfLeva,
  MOST,
  parseCents,
  showCents,
  showEuro,
  sumCents,
} from '../../rules/money.ts'

describe('an amount as a person types it', () => {
  test.each([
    ['12', 12_00n],
    ['12,5', 12_50n],
    ['12.50', 12_50n],
    ['12,', 12_00n],
    [',5', 50n],
    ['0', 0n],
    ['007', 7_00n],
    [' 12,50 ', 12_50n],
    ['1 250,00', 1_250_00n],
    ['1\u00a0250', 1_250_00n],
    ['1\u202f250,00', 1_250_00n],
    ['99 999 999,99', MOST],
  ])('%j is %i cents', (text, amount) => {
    expect(parseCents(text)).toEqual({ cents: amount })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    [',', 'not_an_amount'],
    ['12,5,0', 'not_an_amount'],
    ['1,234.50', 'not_an_amount'],
    ['-5', 'not_an_amount'],
    ['+5', 'not_an_amount'],
    ['5 €', 'not_an_amount'],
    ['1e3', 'not_an_amount'],
    ['12 50', 'not_an_amount'],
    ['1 2345', 'not_an_amount'],
    ['٣', 'not_an_amount'],
    ['12,505', 'too_many_decimals'],
    ['100 000 000', 'too_large'],
    ['99999999999999999999999', 'too_large'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseCents(text)).toEqual({ fault })
  })

  test('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MOST }), amount => {
        expect(parseCents(showCents(cents(amount), 'bg'))).toEqual({ cents: amount })
        expect(parseCents(showCents(cents(amount), 'en').replaceAll(',', ''))).toEqual({ cents: amount })
      }),
    )
  })

  test('whatever is typed gives an amount within the limits or a fault, never a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789,. -') })), text => {
        const read = parseCents(text)
        if ('cents' in read) expect(read.cents >= 0n && read.cents <= MOST).toBe(true)
      }),
    )
  })
})

describe('an amount as it is shown', () => {
  test.each([
    [0n, '0,00', '0.00'],
    [5n, '0,05', '0.05'],
    [-50n, '-0,50', '-0.50'],
    [1_234_50n, '1 234,50', '1,234.50'],
    [-1_000_000_00n, '-1 000 000,00', '-1,000,000.00'],
    [MOST, '99 999 999,99', '99,999,999.99'],
  ])('%i cents is %s, in English %s', (amount, bulgarian, english) => {
    expect(showCents(cents(amount), 'bg')).toBe(bulgarian)
    expect(showCents(cents(amount), 'en')).toBe(english)
    expect(showEuro(cents(amount), 'bg')).toBe(`${bulgarian} €`)
  })

  test('sums do not drift', () => {
    expect(sumCents(Array.from({ length: 1000 }, () => cents(10)))).toBe(100_00n)
    expect(sumCents([])).toBe(0n)
  })
})

describe('division with a named rounding', () => {
  test.each([
    [5n, 2n, 3n, 2n, 3n],
    [-5n, 2n, -3n, -2n, -3n],
    [4n, 3n, 1n, 1n, 2n],
    [-4n, 3n, -1n, -1n, -2n],
    [6n, 3n, 2n, 2n, 2n],
    [0n, 7n, 0n, 0n, 0n],
  ])('%i / %i is %i half up, %i down, %i up', (numerator, denominator, half, down, up) => {
    expect(divide(numerator, denominator, 'half_up')).toBe(half)
    expect(divide(numerator, denominator, 'down')).toBe(down)
    expect(divide(numerator, denominator, 'up')).toBe(up)
  })

  test('half up is the nearest whole number, and away from zero at one half', () => {
    const numerator = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
    fc.assert(
      fc.property(numerator, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const rounded = divide(n, d, 'half_up')
        const twice = 2n * (rounded * d - n) * (n < 0n ? -1n : 1n)
        expect(twice > -d && twice <= d).toBe(true)
        expect(divide(-n, d, 'half_up')).toBe(-rounded)
      }),
    )
  })

  test.each([0n, -3n])('a denominator of %i is a bug', denominator => {
    expect(() => divide(1n, denominator, 'down')).toThrow(RangeError)
  })
})

describe('leva in euro, at 1.95583 and half up (Закон за въвеждане на еврото, чл. 12–13)', () => {
  test.each([
    [1_95n, 1_00n],
    [1_96n, 1_00n],
    [1n, 1n],
    [0n, 0n],
    [4_00n, 2_05n],
    [5_00n, 2_56n],
    [100_00n, 51_13n],
    [123_45n, 63_12n],
    [10_000_00n, 5_112_92n],
    [195_583_00n, 100_000_00n],
    [-123_45n, -63_12n],
  ])('%i stotinki are %i cents', (leva, euro) => {
    expect(euroOfLeva(leva)).toBe(euro)
  })

  test('is within half a cent of the exact fraction', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), leva => {
        const apart = euroOfLeva(leva) * 195_583n - leva * 100_000n
        expect(2n * apart > -195_583n && 2n * apart <= 195_583n).toBe(true)
      }),
    )
  })
})
