import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DENOMINATIONS,
  isMoney,
  moneyCounted,
  readMoney,
  readPieces,
  rowsOfMoney,
  showDenomination,
  sumOfMoney,
  whyNotCounted,
} from '../../rules/counting.ts'
import { cents, sumCents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'

const anyMoney = fc.dictionary(
  fc.constantFrom(...DENOMINATIONS).map(String),
  fc.integer({ min: 0, max: 100_000 }),
)
const codeOf = (read: unknown) => (read instanceof Refusal ? read.code : read)

describe('notes and coins', () => {
  test('are the fifteen of the euro, the largest first', () => {
    expect(DENOMINATIONS).toHaveLength(15)
    expect(DENOMINATIONS.map(value => showDenomination(value, 'bg')).join(' ')).toBe(
      '500 200 100 50 20 10 5 2 1 0,50 0,20 0,10 0,05 0,02 0,01',
    )
    expect(isMoney({ '5000': 1, '1': 2 })).toBe(true)
    expect(isMoney({ '300': 1 })).toBe(false)
  })

  test('make the sum of their rows, whatever their order', () => {
    fc.assert(
      fc.property(anyMoney, money => {
        const rows = rowsOfMoney(money)
        expect(sumCents(rows.map(row => row.amount))).toBe(sumOfMoney(money))
        expect(rows.map(row => row.value)).toEqual(rows.map(row => row.value).toSorted((a, b) => b - a))
        expect(sumOfMoney(moneyCounted(money))).toBe(sumOfMoney(money))
        expect(whyNotCounted(money, sumOfMoney(money))).toBeNull()
      }),
    )
  })

  test('that do not make the sum told with them are refused', () => {
    expect(whyNotCounted({ '5000': 2 }, cents(10_001))).toMatchObject({
      code: 'count.unlike_sum',
      facts: { counted: 10_000n, sum: 10_001n },
    })
  })
})

describe('a count as it is typed', () => {
  test.each([
    ['', 0],
    ['  ', 0],
    ['12', 12],
    ['10+10+7', 27],
    [' 3 + 4 ', 7],
    ['100000', 100_000],
    ['100001', 'count.no_number'],
    ['99999+2', 'count.no_number'],
    ['-1', 'count.no_number'],
    ['3+', 'count.no_number'],
    ['3,5', 'count.no_number'],
    ['x', 'count.no_number'],
  ])('«%s» pieces', (text, wanted) => expect(codeOf(readPieces(text))).toBe(wanted))

  test.each([
    ['3x50 2x20 12x0,05', { '5000': 3, '2000': 2, '5': 12 }],
    ['1×500; 1*0.01', { '50000': 1, '1': 1 }],
    ['2х10 3X10', { '1000': 5 }],
    ['', {}],
    ['3x30', 'count.no_money'],
    ['50', 'count.no_money'],
    ['x50', 'count.no_money'],
    ['3x50 много', 'count.no_money'],
    ['999999x50', 'count.no_money'],
  ])('«%s» on one line', (text, wanted) => expect(codeOf(readMoney(text))).toEqual(wanted))
})
