import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fiscalPart,
  fiscalTenders,
  parseTaxGroup,
  readDeviceNumber,
  type SoldLine,
  taxLetter,
  whyNotFiscal,
  whyTooLate,
} from '../../rules/fiscal.ts'
import { type Cents, cents, sumCents } from '../../rules/money.ts'
import type { Tender } from '../../rules/tenders.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const cash = (amount: Cents): Tender => ({ tender: 'cash', amount, given: amount, change: cents(0) })
const bank = (amount: Cents): Tender => ({ tender: 'bank', amount, reference: 'ПН 12' })
const sold = (amount: number, taxGroup: number | null): SoldLine => ({
  name: 'Наем на зала',
  taxGroup,
  price: cents(amount),
  quantity: 1,
  amount: cents(amount),
})

describe('the fiscal part of a payment', () => {
  test('is nothing where no line needs a fiscal receipt', () => {
    expect(fiscalPart([sold(5_00, null)], [cash(cents(5_00))])).toBeNull()
  })

  test('has its lines, its total and the money that covered just them', () => {
    const lines = [sold(5_00, null), sold(12_00, 2), sold(3_00, null)]
    expect(fiscalPart(lines, [bank(cents(10_00)), cash(cents(10_00))])).toEqual({
      lines: [{ name: 'Наем на зала', taxGroup: 2, priceCents: 12_00, quantity: 1, amountCents: 12_00 }],
      tenders: [
        { how: 'bank', amountCents: 5_00 },
        { how: 'cash', amountCents: 7_00 },
      ],
      totalCents: 12_00,
    })
  })

  const amount = fc.integer({ min: 1, max: 5_000_00 })
  const basket = fc.array(
    fc.record({ amount, taxGroup: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }) }),
    { minLength: 1, maxLength: 12 },
  )
  /** Where the whole is cut into tenders, each by another way in turn. */
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })

  test('however a basket is paid, the two parts sum to the whole of each way to pay', () => {
    fc.assert(
      fc.property(basket, cuts, (drawn, at) => {
        const lines = drawn.map(line => sold(line.amount, line.taxGroup))
        const total = lines.reduce((sum, line) => sum + Number(line.amount), 0)
        const tenders = tendersOf(total, at)
        const rest = lines.map(line => ({ ...line, taxGroup: line.taxGroup === null ? 1 : null }))
        const both = [...fiscalTenders(lines, tenders), ...fiscalTenders(rest, tenders)]
        for (const how of ['cash', 'bank'] as const) {
          const paid = tenders.filter(tender => tender.tender === how)
          expect(sumOf(both.filter(share => share.how === how))).toBe(
            Number(sumCents(paid.map(tender => tender.amount))),
          )
        }
        const part = fiscalPart(lines, tenders)
        expect(sumOf(part?.tenders ?? [])).toBe(part?.totalCents ?? 0)
        expect(part?.totalCents ?? 0).toBe(sumOf(part?.lines ?? []))
      }),
    )
  })

  const sumOf = (shares: readonly { amountCents: number }[]) =>
    shares.reduce((sum, share) => sum + share.amountCents, 0)

  function tendersOf(total: number, at: number[]): Tender[] {
    const marks = [...new Set([0, ...at.map(part => Math.round(part * total)), total])].sort((a, b) => a - b)
    return marks.slice(1).map((mark, n) => (n % 2 ? cash : bank)(cents(mark - (marks[n] ?? 0))))
  }
})

describe('tax groups', () => {
  test.each([
    ['Б', 2],
    ['б', 2],
    ['3', 3],
    ['З', 8],
    ['A', 1],
    ['Е', 6],
    ['9', null],
    ['ББ', null],
    ['', null],
  ])('„%s“ is %s', (text, group) => expect(parseTaxGroup(text)).toBe(group))

  test('each has its letter', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(taxLetter).join('')).toBe('АБВГДЕЖЗ')
  })
})

test('what a revenue needs is said for today or later, on a ground', () => {
  const today = day('2026-11-22')
  expect(whyNotFiscal(today, 'Заповед 7', today)).toBeNull()
  expect(whyNotFiscal(today.subtract({ days: 1 }), 'Заповед 7', today)?.code).toBe(
    'fiscal.revenue_in_the_past',
  )
  expect(whyNotFiscal(today, ' 7 ', today)?.code).toBe('fiscal.revenue_needs_ground')
})

test('a mistake of the operator is taken back until the 7th of the next month, other reasons at any time', () => {
  const december = day('2026-12-31')
  expect(whyTooLate('operator_error', december, day('2027-01-07'))).toBeNull()
  expect(whyTooLate('operator_error', december, day('2027-01-08'))).toEqual({ until: day('2027-01-07') })
  expect(whyTooLate('refund', december, day('2027-06-01'))).toBeNull()
})

test('the number of a device is two letters and six digits', () => {
  expect(readDeviceNumber(' dt000600 ')).toBe('DT000600')
  expect(readDeviceNumber('DT00600')).toBeNull()
  expect(readDeviceNumber('ДТ000600')).toBeNull()
})
