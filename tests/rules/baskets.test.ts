import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeptBasket, keptLine, linesOf, readBasket, storedBasket } from '../../rules/baskets.ts'
import { lineForBill } from '../../rules/bills.ts'
import { cents } from '../../rules/money.ts'
import { lineFor } from '../../rules/payments.ts'
import { open, service } from './service-facts.ts'

const uuid = fc.uuid()
const line = fc.oneof(
  fc.record({ billId: uuid }),
  fc.record(
    {
      serviceId: uuid,
      speed: fc.constantFrom('normal' as const, 'fast' as const, 'express' as const),
      quantity: fc.integer({ min: 1, max: 9999 }),
      price: fc.option(fc.bigInt({ min: 1n, max: 9_999_999_999n }).map(cents)),
      override: fc.record({ reason: fc.string({ maxLength: 200 }), confirmationId: uuid }),
    },
    { requiredKeys: ['serviceId', 'speed', 'quantity', 'price'] },
  ),
)
const basket: fc.Arbitrary<KeptBasket> = fc.record({
  paymentId: uuid,
  payerId: fc.option(uuid),
  paidBy: fc.option(fc.string({ maxLength: 100 })),
  lines: fc.array(line, { maxLength: 20 }),
})

const ID = '019a0000-0000-7000-8000-000000000001'
const stored = (more: object) => ({ paymentId: ID, payerId: null, paidBy: null, lines: [], ...more })
const kept = (more: object) =>
  stored({ lines: [{ serviceId: ID, speed: 'normal', quantity: 1, price: '205', ...more }] })

describe('a basket that is laid aside', () => {
  test('comes back as it was, through JSON', () => {
    fc.assert(
      fc.property(basket, one => {
        expect(readBasket(JSON.parse(JSON.stringify(storedBasket(one))))).toEqual(one)
      }),
    )
  })

  test.each([
    [null],
    ['basket'],
    [[]],
    [{}],
    [stored({ paymentId: 'x' })],
    [stored({ payerId: 7 })],
    [stored({ lines: {} })],
    [stored({ lines: Array(301).fill({ billId: ID }) })],
    [stored({ lines: ['x'] })],
    [kept({ speed: 'later' })],
    [kept({ quantity: 0 })],
    [kept({ quantity: 1.5 })],
    [kept({ price: 205 })],
    [kept({ price: '-5' })],
    [kept({ price: '99999999999' })],
    [kept({ override: { reason: 'без потвърждение' } })],
  ])('%j is none', wrong => expect(readBasket(wrong)).toBeNull())

  test('what is offered no more or no longer owed is lost, the rest keeps its price and its order', () => {
    const birth = service('2076', 'Раждане', { id: ID })
    const bill = {
      id: ID.replace(/1$/, '2'),
      kind: 'request' as const,
      number: 'УСЛ-1',
      payer: null,
      serviceId: null,
      department: birth.department,
      name: 'Скица',
      paymentCode: null,
      amount: cents(300),
      dueOn: null,
      needsPayer: false,
      taxGroup: null,
    }
    const told = { ...lineFor(birth), price: cents(123) }
    const lines = [lineForBill(bill), told, { ...lineFor(open), price: cents(700) }].map(keptLine)
    expect(linesOf(lines, [birth], [bill])).toEqual({ lines: [lineForBill(bill), told], lost: [open.id] })
    expect(linesOf(lines, [birth, open], []).lost).toEqual([bill.id])
  })
})
