import { expect, test } from 'vitest'
import { type Bill, lineForBill, readBillNumber } from '../../rules/bills.ts'
import { cents } from '../../rules/money.ts'
import { whyNotLine } from '../../rules/payments.ts'

test.each([
  ['УСЛ-2026-00412', 'УСЛ-2026-00412'],
  [' усл-2026-00412 ', 'УСЛ-2026-00412'],
  ['№ 94-А-12 / 05.11.2026', '94-А-12/05.11.2026'],
  ['94–А–12', '94-А-12'],
  ['ab12', 'AB12'],
  ['', null],
  ['УСЛ', null],
  ['-12', null],
  ['12*3', null],
  ['12_3', null],
  ['1'.repeat(40), '1'.repeat(40)],
  ['1'.repeat(41), null],
])('the number of a bill written «%s» is kept as %s', (text, number) =>
  expect(readBillNumber(text)).toBe(number),
)

test('the amount of a bill is its issuer’s: the desk changes it for no reason', () => {
  const bill: Bill = {
    id: '1',
    kind: 'request',
    number: 'УСЛ-1',
    payer: null,
    serviceId: null,
    department: { id: '2', code: 'grao', name: { bg: 'ГРАО', en: 'Civil registration' } },
    name: 'Препис',
    paymentCode: null,
    amount: cents(500),
    dueOn: null,
    needsPayer: false,
    taxGroup: null,
  }
  const line = lineForBill(bill)
  expect(whyNotLine(line)).toBeNull()
  expect(lineForBill({ ...bill, needsPayer: true }).service.needsPayer).toBe(true)
  const changed = { ...line, price: cents(400), override: { reason: 'по молба', confirmationId: '3' } }
  expect(whyNotLine(changed)).toMatchObject({ code: 'bill.fixed', facts: { number: 'УСЛ-1' } })
})
