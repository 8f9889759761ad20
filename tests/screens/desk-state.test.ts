import { expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import type { Refusal } from '../../rules/refusal.ts'
import {
  addTyped,
  afterPayment,
  ask,
  clearOrRestore,
  emptyDesk,
  lookUp,
  notTaken,
  sent,
  typeAtDesk,
  withSurroundings,
} from '../../tui/desk/desk-state.ts'
import { entryLine } from '../../tui/entry-line.ts'
import { service } from '../rules/service-facts.ts'

const birth = service('2076', 'Удостоверение за раждане', {
  fees: { normal: { cents: cents(205), term: null } },
})
const around = { services: [birth], till: null, whyNoTill: null }
const desk = withSurroundings(emptyDesk('bg'), around)
const typed = (s: typeof desk, text: string) => typeAtDesk(s, { kind: 'text', text })
const withOne = addTyped(typed(desk, '2076'))
const taken = { change: cents(0) } as never

test('a basket of three hundred lines takes no more', () => {
  let s = desk
  for (let line = 0; line < 300; line++) s = addTyped(typed(s, '2076'))
  expect(() => addTyped(typed(s, '2076'))).toThrow(
    expect.objectContaining({ code: 'payment.too_many_lines', facts: { most: 300 } }) as Refusal,
  )
})

test('the payment sent again after a lost line touches nothing that was typed since', () => {
  const once = typed(sent(typed(ask(withOne, 'paying'), '5'), cents(500)), '1998')
  expect(sent(once, cents(500))).toBe(once)
  expect(afterPayment(once, taken).entry.value).toBe('1998')
})

test('a refused payment brings the cash line back, and the next customer’s when the basket is settled', () => {
  const refused = notTaken(typed(sent(typed(ask(withOne, 'paying'), '5'), cents(500)), '1998'))
  expect([refused.mode, refused.entry.value, refused.next.value]).toEqual(['paying', '5', '1998'])
  const again = sent(refused, cents(500))
  expect(again.entry.value).toBe('1998')
  expect(afterPayment(again, taken).entry.value).toBe('1998')
  expect(clearOrRestore(ask(refused, 'service')).entry.value).toBe('1998')
})

test('every payment has an id of its own, and the same one as long as it is not taken', () => {
  const refused = notTaken(sent(withOne, null))
  expect(refused.paymentId).toBe(withOne.paymentId)
  expect(afterPayment(refused, taken).paymentId).not.toBe(withOne.paymentId)
})

test('a new fee does not change what the customer was told', () => {
  const dearer = { ...birth, fees: { normal: { cents: cents(300), term: null } } }
  const [line] = withSurroundings(withOne, { ...around, services: [dearer] }).basket
  expect([line?.price, line?.service.fees.normal?.cents]).toEqual([205n, 300n])
})

test('what was typed before the catalogue came is searched when it comes', () => {
  const early = lookUp(emptyDesk('bg'), entryLine('раждане'))
  expect(early.found).toEqual([])
  expect(withSurroundings(early, around).found).toEqual([birth])
})
