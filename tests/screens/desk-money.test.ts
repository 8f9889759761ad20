import { describe, expect, test } from 'vitest'
import { setSetting } from '../../office/settings/set-setting.ts'
import { atTheDesk, told } from '../support/at-the-desk.ts'

const here = atTheDesk()

const tendersOfLast = async () => {
  const { id } = await here.lastPayment()
  return here.town
    .sql`select tender, amount_cents, terminal, rrn, reference from payment_tenders where payment_id = ${id} order by ordinal`
}

describe('the money', () => {
  test('a card for a part, a transfer for another, cash for the rest; change only from cash', async () => {
    const screen = await here.sitDown()
    await screen.type('2016\r2016\r2016\r')
    await screen.until('ОБЩО (3)')
    await screen.press('f8', 'f2')
    await screen.until('С карта')
    await screen.type('5\r')
    await screen.type('TID00001\r')
    await screen.type('AC1234\r')
    await screen.type('12345\r')
    await here.shows('desk-card')
    await screen.type('4321\r')
    await screen.until('„12345“ не е RRN')
    await screen.press('shift-tab')
    await screen.type('6789012\r')
    await screen.until('С карта 5,00 €')
    await screen.press('f2', 'f2')
    await screen.until('По банка')
    await screen.type('3\rПН 17\r')
    await screen.until('2  По банка 3,00 € · ПН 17')
    await screen.type('20')
    await screen.until('РЕСТО')
    await here.shows('desk-mixed')
    await screen.press('enter')
    await screen.until('Прието: 15,33 €')
    expect(await tendersOfLast()).toEqual([
      { tender: 'card', amount_cents: '500', terminal: 'TID00001', rrn: '123456789012', reference: null },
      { tender: 'bank', amount_cents: '300', terminal: null, rrn: null, reference: 'ПН 17' },
      { tender: 'cash', amount_cents: '733', terminal: null, rrn: null, reference: null },
    ])
  })

  test('a card for all of it: the terminal is the one before, Enter takes what is left', async () => {
    const screen = await here.sitDown()
    await screen.type('2076\r')
    await screen.press('f8', 'f2')
    await screen.type('\rTID00001\rAC777\r223456789012\r4321\r')
    await screen.until('Всичко е платено. Enter приема плащането.')
    await screen.press('f2')
    await screen.until(told('tender.no_cash_due', {}))
    await screen.press('enter')
    await screen.until('Прието: 2,05 €')
    await screen.type('2076\r')
    await screen.press('f8', 'f2')
    await screen.until('TID00001')
    await screen.type('9\r')
    await screen.until(told('tender.too_much', { over: 695n as never }))
  })

  test('a tender is taken away with F5, and while it stands the basket is not laid aside', async () => {
    const screen = await here.sitDown()
    await screen.type('2076\r')
    await screen.press('f8', 'f5')
    await screen.until(told('tender.none', {}))
    await screen.press('f2', 'f2')
    await screen.type('1\rпревод 5\r')
    await screen.until('По банка 1,00 €')
    await screen.press('esc', 'f9')
    await screen.until(told('tender.taken_already', {}))
    await screen.press('f8', 'f5')
    await screen.until('РЕСТО')
    await screen.press('enter')
    await screen.until('Прието: 2,05 €')
    expect(await tendersOfLast()).toHaveLength(1)
  })

  test('cash from the legal limit on is refused before the key is pressed; a card is not', async () => {
    const admin = await here.town.signIn('admin')
    await setSetting(admin.ctx(), {
      key: 'cash_limit',
      amount: 2000n,
      validFrom: admin.ctx().today,
      source: 'за проверка',
    } as never)
    const screen = await here.sitDown()
    await screen.type('4*2016\r')
    await screen.until('В брой само под 20,00 €')
    await screen.press('f8')
    await screen.until('Enter (Точна сума)')
    await screen.press('enter')
    await screen.until(told('payment.cash_limit', { limit: 2000n as never }))
    await screen.press('f2')
    await screen.type('5\rTID00001\rAC888\r323456789012\r4321\r')
    await screen.until('С карта 5,00 €')
    await screen.press('enter')
    await screen.until('Прието: 20,44 €')
  })
})

describe('another price', () => {
  test('is agreed to by the head at this keyboard, with its reason; what is typed survives a refusal', async () => {
    const screen = await here.sitDown()
    await screen.type('2076\r')
    await screen.press('f4')
    await screen.until('Друга цена на услуга 2076')
    await screen.type('1,50\rдвойно издадено\r')
    await screen.type('head\rwrong\r')
    await screen.until('Грешен потребител или парола')
    await here.shows('desk-price')
    await screen.type('gishe-demo\r')
    await screen.until('* 1,50')
    await screen.type('\r\r')
    await screen.until('Прието: 1,50 €')
    const { id } = await here.lastPayment()
    const [line] = await here.town
      .sql`select override_of_cents, override_reason from payment_lines where payment_id = ${id}`
    expect(line).toEqual({ override_of_cents: '205', override_reason: 'двойно издадено' })
  })

  test('is refused where it is none, without a reason, by another cashier and by oneself', async () => {
    const screen = await here.sitDown()
    await screen.type('2076\r')
    await screen.press('f4')
    await screen.type('2,05\rбр\rkasa2\rgishe-demo\r')
    await screen.until(told('override.not_needed', { code: '2076' }))
    await screen.press('tab')
    await screen.type('\x7f\x7f\x7f\x7f1,50\r')
    await screen.until(told('override.needs_reason', {}))
    await screen.press('tab')
    await screen.type('ой\r')
    await screen.until(told('authority.denied', { act: 'overrides.confirm', post: 'cashier' }))
    await screen.press('shift-tab')
    await screen.type('\x7f1\rgishe-demo\r')
    await screen.until(told('confirmation.same_person', {}))
    expect(screen.frame()).toContain('[брой ')
    await screen.press('esc')
    await screen.until('ОБЩО (1)')
  })
})

test('how long a customer was served is measured from the first key', async () => {
  const screen = await here.sitDown()
  await screen.type('2076\r')
  await screen.type('\r\r')
  await screen.until('Прието: 2,05 €')
  const { served_ms } = await here.lastPayment()
  expect(served_ms).toBeGreaterThan(0)
  expect(served_ms).toBeLessThan(60_000)
})
