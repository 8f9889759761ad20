import { expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { addService, again, cleared } from '../../tui/desk/desk-basket.ts'
import { afterPayment, notTaken, sent } from '../../tui/desk/desk-payment.ts'
import { clocked } from '../../tui/desk/desk-screen.tsx'
import { lookUp, typeAtDesk, withFinding } from '../../tui/desk/desk-search.ts'
import { ask, type DeskState, emptyDesk, withSurroundings } from '../../tui/desk/desk-state.ts'
import { entryLine } from '../../tui/entry-line.ts'
import { service } from '../rules/service-facts.ts'

const birth = service('2076', 'Удостоверение за раждане', {
  fees: { normal: { cents: cents(205), term: null } },
})
const around = {
  services: [birth],
  favourites: [],
  limit: null,
  till: null,
  whyNoTill: null,
  fiscalDevice: null,
}
const desk = withSurroundings(emptyDesk('bg'), around)
const typed = (s: DeskState, text: string) => typeAtDesk(s, { kind: 'text', text })
const withOne = addService(typed(desk, '2076'), birth)
const taken = { change: cents(0) } as never
const ivan = { id: 'p1', name: 'Иван Раждалов', identifierMasked: null } as never

test('a basket of three hundred lines takes no more', () => {
  let s = desk
  for (let line = 0; line < 300; line++) s = addService(typed(s, '2076'), birth)
  expect(() => addService(typed(s, '2076'), birth)).toThrow(
    expect.objectContaining({ code: 'payment.too_many_lines', facts: { most: 300 } }) as Refusal,
  )
})

test('a card that is scanned once more takes the place of what was read wrongly; typed digits do not', () => {
  const wrong = typed(desk, '6142030041')
  expect(typed(wrong, '6142030040').entry.value).toBe('6142030040')
  expect(typed(typed(desk, '20'), '6142030040').entry.value).toBe('206142030040')
})

test('the payment sent again after a lost line touches nothing that was typed since', () => {
  const once = typed(sent(typed(ask(withOne, 'paying'), '5'), cents(500)), '1998')
  expect(sent(once, cents(500))).toBe(once)
  expect(afterPayment(once, taken).entry.value).toBe('1998')
})

test('a refused payment brings the cash line back, and the next customer’s when the basket is settled', () => {
  const refused = notTaken(typed(sent(typed(ask(withOne, 'paying'), '5'), cents(500)), '1998'))
  expect([refused.mode, refused.entry.value, refused.next.value]).toEqual(['paying', '5', '1998'])
  const sentAgain = sent(refused, cents(500))
  expect(sentAgain.entry.value).toBe('1998')
  expect(afterPayment(sentAgain, taken).entry.value).toBe('1998')
  expect(cleared(ask(refused, 'service')).entry.value).toBe('1998')
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
  expect(withSurroundings(early, around).found).toEqual([{ kind: 'service', service: birth }])
})

test('payers that come later stand below what was found, and the chosen row stays chosen', () => {
  const searched = typed(desk, 'ражд')
  const found = withFinding(searched, { text: 'ражд', parties: [ivan], bills: [], owner: null })
  expect(found.found.map(row => row.kind)).toEqual(['service', 'payer'])
  expect(found.pick).toBe(searched.pick)
  const late = withFinding(typed(searched, 'ане'), { text: 'ражд', parties: [ivan], bills: [], owner: null })
  expect(late.found).toHaveLength(1)
})

test('= brings back the basket that was put away with its payer and its payment, else repeats the services paid before', () => {
  const sale = { ...withOne, payer: ivan }
  const back = again(cleared(sale))
  expect([back.basket, back.payer, back.paymentId]).toEqual([sale.basket, ivan, sale.paymentId])
  const repeated = again(afterPayment(sent(sale, null), taken))
  expect([repeated.basket.length, repeated.payer]).toEqual([1, null])
  expect(repeated.paymentId).not.toBe(sale.paymentId)
})

test('a customer’s time begins with the first key, and not with a key that came to nothing', () => {
  const began = clocked(typed(desk, '2'), 1000)
  expect(clocked(typed(began, '0'), 2000).began).toBe(1000)
  expect(clocked(lookUp(began, entryLine()), 2000).began).toBeNull()
  const next = clocked(typed(sent(began, null), '1'), 3000)
  expect(afterPayment(next, taken).began).toBe(3000)
})
