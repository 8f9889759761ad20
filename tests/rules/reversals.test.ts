import { describe, expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import {
  cashBack,
  type FiscalToReverse,
  needsReference,
  type Reversible,
  type Reversing,
  type Storno,
  whyNotReverse,
  whyNotReversible,
} from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'

const cash: Tender = { tender: 'cash', amount: cents(1000), given: cents(2000), change: cents(1000) }
const card: Tender = {
  tender: 'card',
  amount: cents(500),
  terminal: 'T0000001',
  authorisation: 'A1B2C3',
  rrn: '123456789012',
  cardTail: '4242',
}
const bank: Tender = { tender: 'bank', amount: cents(700), reference: 'ПН 17' }
const done = { number: '2-2026-000004', by: 'Мария Иванова', at: '22.11.2026 15:10' }
const today = Temporal.PlainDate.from('2026-11-22')
const storno: Storno = { reason: 'refund', today, lang: 'bg' }
const mixed: Reversible = { tenders: [card, bank, cash], reversal: null, sold: null }
const sold: FiscalToReverse = {
  unp: 'DT000600-0001-0000001',
  device: 'ФУ 1',
  isHere: true,
  job: '019a',
  state: 'printed',
  isNumbered: true,
  soldOn: today,
}
const ready: Reversing = {
  held: cents(1000),
  reason: 'отказ',
  refundReference: 'RRN 700000000001',
  confirmation: 'given',
  storno,
}

test('only cash comes out of the drawer, never the change that was given', () => {
  expect(cashBack([card, bank, cash])).toBe(1000n)
  expect(cashBack([card])).toBe(0n)
})

test('what came by card or bank goes back under a name of the terminal or the bank', () => {
  expect([[cash], [card], [bank], [cash, card]].map(needsReference)).toEqual([false, true, true, true])
})

describe('the first reason in the order in which it would be mended', () => {
  const worst: Reversing = { held: null, reason: '', refundReference: null, confirmation: 'own', storno }
  const steps: [string | undefined, Reversible, Reversing][] = [
    ['till.not_open', { ...mixed, reversal: done }, worst],
    ['reversal.done', { ...mixed, reversal: done }, { ...worst, held: cents(0) }],
    [
      'fiscal.other_device',
      { ...mixed, sold: { ...sold, isHere: false, state: 'queued' } },
      { ...worst, held: cents(0) },
    ],
    ['fiscal.not_issued', { ...mixed, sold: { ...sold, state: 'queued' } }, { ...worst, held: cents(0) }],
    [
      'fiscal.document_unknown',
      { ...mixed, sold: { ...sold, isNumbered: false } },
      { ...worst, held: cents(0) },
    ],
    [
      'fiscal.storno_too_late',
      { ...mixed, sold },
      { ...ready, storno: { reason: 'operator_error', today: today.add({ months: 1 }), lang: 'bg' } },
    ],
    ['reversal.needs_reason', { ...mixed, sold }, { ...worst, held: cents(0), reason: ' xx ' }],
    ['reversal.needs_reference', mixed, { ...worst, held: cents(0), reason: 'отказ', refundReference: 'x' }],
    ['confirmation.same_person', mixed, { ...ready, held: cents(0), confirmation: 'own' }],
    ['confirmation.missing', mixed, { ...ready, held: cents(0), confirmation: 'missing' }],
    ['till.too_little_cash', mixed, { ...ready, held: cents(999) }],
    [undefined, mixed, ready],
    [undefined, { tenders: [cash], reversal: null, sold }, { ...ready, refundReference: null }],
    [undefined, { tenders: [card], reversal: null, sold: null }, { ...ready, held: cents(0) }],
  ]
  test.each(steps)('%s', (code, payment, how) => {
    expect(whyNotReverse(payment, how)?.code).toBe(code)
  })
  test('before the form is opened only what no form can mend is asked', () => {
    expect(whyNotReversible(mixed, null, storno)?.code).toBe('till.not_open')
    expect(whyNotReversible({ ...mixed, reversal: done }, cents(0), storno)?.facts).toEqual(done)
    expect(whyNotReversible(mixed, cents(0), storno)).toBeNull()
  })
})
