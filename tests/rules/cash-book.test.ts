import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { papers as bg } from '../../locales/bg/papers.ts'
import {
  type BookFacts,
  type BookTill,
  type BookVoucher,
  cashBook,
  pageAgrees,
  readVoucherNumber,
  upTo,
  whyNotSoLong,
} from '../../rules/cash-book.ts'
import { startOfDay } from '../../rules/dates.ts'
import { cents, ZERO } from '../../rules/money.ts'
import { cashBookDaysTable, cashBookPageTable } from '../../rules/reports/books.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const desk = { id: 'd', number: 2, name: 'Център за услуги' }
const town = { name: { bg: 'Смолян', en: 'Smolyan' }, bulstat: '000615118' }

const voucher = (direction: 'in' | 'out', issuedAt: Temporal.Instant, amount: bigint): BookVoucher => ({
  id: 'v',
  desk: { number: 2, name: 'Център за услуги' },
  cashier: 'Мария Петрова',
  direction,
  number: '2-2026-000001',
  issuedAt,
  ground: 'основание',
  counterparty: null,
  amount: cents(amount),
})
const till = (opened: string, closed: string | null, left: bigint | null): BookTill => ({
  cashier: 'Мария Петрова',
  openedAt: at(opened),
  closedAt: closed === null ? null : at(closed),
  left: left === null ? null : cents(left),
})
const empty: BookFacts = { desk, opening: ZERO, left: ZERO, vouchers: [], tills: [] }

describe('the cash book', () => {
  const movement = fc.record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    minutes: fc.integer({ min: 0, max: 40 * 24 * 60 - 1 }),
    amount: fc.bigInt({ min: 1n, max: 10_000_000n }),
  })

  test('opening + in − out = closing on every day, and each day begins with the closing of the one before', () => {
    const from = day('2026-03-10')
    fc.assert(
      fc.property(
        fc.array(movement, { maxLength: 60 }),
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        (moves, start) => {
          const vouchers = moves.map(({ direction, minutes, amount }) =>
            voucher(direction, startOfDay(from).add({ minutes }), amount),
          )
          const to = from.add({ days: 39 })
          const pages = cashBook({ ...empty, opening: cents(start), vouchers }, { from, to })
          expect(pages).toHaveLength(40)
          let balance = cents(start)
          for (const page of pages) {
            expect(page.opening).toBe(balance)
            balance = cents(page.opening + page.cashIn - page.cashOut)
            expect(page.closing).toBe(balance)
          }
          const all = vouchers
            .filter(one => Temporal.Instant.compare(one.issuedAt, startOfDay(to.add({ days: 1 }))) < 0)
            .reduce((sum, one) => sum + (one.direction === 'in' ? one.amount : -one.amount), start)
          expect(balance).toBe(all)
        },
      ),
    )
  })

  test('a movement belongs to the day of the town, in winter and in summer time', () => {
    const vouchers = [
      voucher('in', at('2026-03-28T21:59:59Z'), 1n),
      voucher('in', at('2026-03-28T22:00:00Z'), 10n),
    ]
    const summer = [
      voucher('in', at('2026-03-29T20:59:59Z'), 100n),
      voucher('in', at('2026-03-29T21:00:00Z'), 1000n),
    ]
    const pages = cashBook(
      { ...empty, vouchers: [...vouchers, ...summer] },
      { from: day('2026-03-28'), to: day('2026-03-30') },
    )
    expect(pages.map(page => page.cashIn)).toEqual([1n, 110n, 1000n])
  })

  test('ends with what the last closing left; a day without one with what was left before', () => {
    const facts = {
      ...empty,
      opening: cents(5000),
      left: cents(5000),
      vouchers: [
        voucher('in', at('2026-11-20T15:00:00Z'), 700n),
        voucher('out', at('2026-11-20T15:00:00Z'), 1700n),
      ],
      tills: [
        till('2026-11-20T06:00:00Z', '2026-11-20T10:00:00Z', 9900n),
        till('2026-11-20T11:00:00Z', '2026-11-20T15:00:00Z', 4000n),
      ],
    }
    const pages = cashBook(facts, { from: day('2026-11-19'), to: day('2026-11-21') })
    expect(pages.map(page => [page.closing, page.left, pageAgrees(page)])).toEqual([
      [5000n, 5000n, true],
      [4000n, 4000n, true],
      [4000n, 4000n, true],
    ])
  })

  test('says so where the balance is not what was left', () => {
    const pages = cashBook(
      { ...empty, tills: [till('2026-11-20T06:00:00Z', '2026-11-20T10:00:00Z', 100n)] },
      { from: day('2026-11-20'), to: day('2026-11-20') },
    )
    expect(pages.map(pageAgrees)).toEqual([false])
    expect(cashBookPageTable(pages[0]!, town, bg, 'bg').subtitle.at(-1)).toContain('НЕ Е оставеното')
  })

  test('while a till is open, over midnight too, nothing is counted and the page says so', () => {
    const facts = {
      ...empty,
      opening: cents(5000),
      tills: [
        till('2026-11-19T06:00:00Z', '2026-11-20T10:00:00Z', 5000n),
        till('2026-11-20T11:00:00Z', null, null),
      ],
    }
    const pages = cashBook(facts, { from: day('2026-11-19'), to: day('2026-11-21') })
    expect(pages.map(page => page.openTill !== null && pageAgrees(page))).toEqual([true, true, true])
    const { subtitle } = cashBookPageTable(pages[2]!, town, bg, 'bg')
    expect(subtitle.at(-1)).toContain('Касата е отворена (Мария Петрова, от 20.11.2026 13:00)')
  })

  test('a month has a row for each day, also for the ones without movement', () => {
    const facts = { ...empty, vouchers: [voucher('in', at('2026-11-20T15:00:00Z'), 700n)] }
    const period = { from: day('2026-11-01'), to: day('2026-11-30') }
    const table = cashBookDaysTable(cashBook(facts, period), period, town, bg, 'bg')
    expect(table.rows).toHaveLength(30)
    expect(table.rows[0]).toMatchObject({ day: '01.11.2026', in: 0n, state: 'без движение' })
    expect(table.totals).toMatchObject({ in: 700n, out: 0n })
  })
})

test('days to come have no page, and a look spans at most a year', () => {
  const today = day('2026-11-22')
  expect(upTo(today, { from: day('2026-11-01'), to: day('2026-11-30') })?.to).toEqual(today)
  expect(upTo(today, { from: day('2026-11-23'), to: day('2026-11-30') })).toBeNull()
  expect(whyNotSoLong({ from: day('2024-01-01'), to: day('2024-12-31') })).toBeNull()
  expect(whyNotSoLong({ from: day('2025-01-01'), to: day('2026-01-02') })?.code).toBe('period.too_long')
})

test.each([
  ['ПКО 2-2026-000017', { direction: 'in', desk: 2, year: 2026, number: 17 }],
  ['рко № 12-2026-9', { direction: 'out', desk: 12, year: 2026, number: 9 }],
  ['in 2-2026-17', { direction: 'in', desk: 2, year: 2026, number: 17 }],
  ['OUT No. 2-2026-17', { direction: 'out', desk: 2, year: 2026, number: 17 }],
  ['2-2026-17', null],
  ['ПКО 17', null],
  ['', null],
])('a voucher named %j', (text, read) => {
  expect(readVoucherNumber(text)).toEqual(read)
})
