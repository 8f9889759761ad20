import { describe, expect, test } from 'vitest'
import { type ReceiptSearch, readReceiptNumber, readReceiptSearch } from '../../rules/receipts.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const here = { desk: 2, today }
const first = { desk: 2, year: 2026, number: 123 }

describe('a receipt number', () => {
  test.each([
    ['2-2026-000123', first],
    ['2-2026-123', first],
    [' № 2-2026-000123 ', first],
    ['2 – 2026 – 123', first],
    ['2/2026/123', first],
    ['123', first],
    ['000123', first],
    ['№123', first],
    ['14-2025-1', { desk: 14, year: 2025, number: 1 }],
    ['0', null],
    ['12345678', null],
    ['2-26-123', null],
    ['2-2026', null],
    ['', null],
    ['Иван', null],
  ])('%s', (text, number) => expect(readReceiptNumber(text, here)).toEqual(number))
  test('without a desk only a whole one is one', () => {
    expect(readReceiptNumber('123', { desk: null, today })).toBeNull()
    expect(readReceiptNumber('2-2026-123', { desk: null, today })).toEqual(first)
  })
})

test.each<[string, ReceiptSearch['by'], object]>([
  ['', 'all', {}],
  ['  ', 'all', {}],
  ['123', 'number', first],
  ['22.11.2026', 'day', { day: today }],
  ['2026-11-21', 'day', { day: today.subtract({ days: 1 }) }],
  ['вчера', 'day', { day: today.subtract({ days: 1 }) }],
  ['12,50', 'amount', { amount: 1250n }],
  ['1 250.00 €', 'amount', { amount: 125000n }],
  ['5,', 'amount', { amount: 500n }],
  ['7523169263', 'identifier', { text: '7523169263' }],
  ['000695089', 'identifier', { text: '000695089' }],
  ['Иванов, Петър', 'name', { text: 'Иванов, Петър' }],
  ['12,505', 'name', {}],
  ['31.02.2026', 'name', {}],
  ['ив\u0007ан', 'name', { text: 'иван' }],
])('«%s» is looked up by %s', (text, by, facts) =>
  expect(readReceiptSearch(text, here)).toMatchObject({ by, ...facts }),
)
