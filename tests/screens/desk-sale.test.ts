import { randomUUIDv7 } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { issueBill } from '../../office/bills/issue-bill.ts'
import { payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { listServices } from '../../office/services/list-services.ts'
import { setPayer } from '../../office/services/set-payer.ts'
import { setSetting } from '../../office/settings/set-setting.ts'
import { type RefusalCode, type RefusalFacts, refusal } from '../../rules/refusal.ts'
import { atTheTill, paymentsOf } from '../support/at-the-till.ts'
import { type DeskOptions, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
const MARIA = 'Мария Петрова Чаушева'
let town: TestTown
let screen: TestDesk
let before: Awaited<ReturnType<typeof paymentsOf>>

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
beforeEach(async () => {
  before = await paymentsOf(town)
})
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const atTill = async (options: DeskOptions = {}) => {
  screen = await atTheTill(town, options)
}
/** The sentence of a refusal as far as its first row shows it for certain. */
const told = <C extends RefusalCode>(code: C, facts: RefusalFacts[C]): string =>
  describeRefusal(refusal(code, facts), 'bg').slice(0, 48)
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))
const taken = async () => (await paymentsOf(town)).payments - before.payments
const lastPayment = async () => {
  const [row] = await town.sql`select * from payments order by taken_at desc limit 1`
  return row!
}
const tendersOfLast = async () => {
  const { id } = await lastPayment()
  return town.sql`select tender, amount_cents, terminal, rrn, reference from payment_tenders where payment_id = ${id} order by ordinal`
}
const numberOf = async (name: string): Promise<string> => {
  const [row] = await town.sql`select identifier from parties where name = ${name} limit 1`
  return row!['identifier']
}

let issued = 0
/** A bill of 35,00 € for somebody, by name. */
async function billFor(name: string): Promise<string> {
  const delo = await town.signIn('delo')
  const party = await payerAtDesk(delo.ctx(), { identifier: await numberOf(name) })
  const [service] = await listServices(delo.ctx())
  const number = `ОТ-${++issued}/2026`
  await issueBill(delo.ctx(), {
    id: randomUUIDv7(),
    kind: 'request',
    number,
    subject: { serviceId: service!.id },
    amount: 3500n,
    payerId: party!.party.id,
    dueOn: null,
  })
  await delo.close()
  return number
}

describe('who pays', () => {
  test('a known payer by a scan, their bill, exact cash: the scan and three keys', async () => {
    await billFor('Елена Христова Узунова')
    await atTill()
    await screen.type(await numberOf('Елена Христова Узунова'))
    await screen.press('enter', 'enter', 'enter')
    await screen.until('Прието: 35,00 €')
    expect(await lastPayment()).toMatchObject({ payer_name: 'Елена Христова Узунова', paid_by: null })
    expect(await taken()).toBe(1)
  })

  test('a scanner that sends its own Enter, and everything after it typed ahead', async () => {
    await billFor('Елена Христова Узунова')
    await atTill()
    await screen.type(`${await numberOf('Елена Христова Узунова')}\r\r\r2076\r`)
    await screen.until('платено 35,00 €')
    await screen.until('ОБЩО (1)')
    expect(await taken()).toBe(1)
  })

  test('a number is told before Enter takes it: who has it and what they owe', async () => {
    await atTill()
    await screen.type(await numberOf(MARIA))
    await screen.until(`${MARIA}, 2 сметки 8,69 €. Enter ги добавя.`)
    await screen.press('enter')
    await screen.until('ОБЩО (2)')
    await shows('desk-payer')
  })

  test('a valid number that nobody has asks for the name in the same line; the basket stays', async () => {
    await atTill()
    await screen.type('2076\r7523169263')
    await screen.until('ЕГН 752316**** не е в регистъра. Enter го записва с име.')
    await screen.press('enter')
    await screen.until('Нов платец с ЕГН 752316****')
    await shows('desk-new-payer')
    await screen.press('enter')
    await screen.until(told('party.name_needed', {}))
    await screen.type('Пробен Платец Новоселов\r')
    await screen.until('Пробен Платец Новоселов · 752316****')
    await screen.type('\r\r')
    await screen.until('Прието: 2,05 €')
    expect(await lastPayment()).toMatchObject({ payer_name: 'Пробен Платец Новоселов' })
  })

  test('a wrong digit is told at once and by Enter, and stays to be mended', async () => {
    await atTill()
    await screen.type('7523169262')
    await screen.until('Сгрешена цифра')
    await screen.press('enter')
    await screen.until(`! ${told('identifier.wrong', { text: '7523169262' })}`)
    expect(screen.frame()).toContain('[7523169262')
  })

  test('pieces of a name find payers below the services; arrows choose', async () => {
    await atTill()
    await screen.type('чаушева мар')
    await screen.until('платец')
    await shows('desk-found-payer')
    await screen.press('enter')
    await screen.until('ОБЩО (2)')
    await screen.press('f11')
    await screen.type('4')
    await screen.until('не е посочен')
  })

  test('somebody else hands over the money, and the receipt says so', async () => {
    await atTill()
    await screen.type(`${await numberOf('Асен Димитров Кехайов')}\r`)
    await screen.until('Асен Димитров Кехайов ·')
    await screen.press('f11')
    await screen.until('Парите дава друго лице')
    await shows('desk-payer-menu')
    await screen.type('2')
    await screen.until('кой дава парите')
    await screen.type('Стефка Кехайова\r')
    await screen.until('платено от Стефка Кехайова')
    await screen.type('\r\r')
    await screen.until('Прието: 2,05 €')
    expect(await lastPayment()).toMatchObject({ paid_by: 'Стефка Кехайова' })
  })

  test('without a payer F11 only offers to name one', async () => {
    await atTill()
    await screen.press('f11')
    await screen.until('(Парите дава друго лице)')
    await screen.type('2')
    await screen.until(told('desk.no_payer', {}))
    await screen.type('3')
    await screen.until('Платец без номер')
    await screen.type('Без Номер Безномеров\r')
    await screen.until('Платец     Без Номер Безномеров')
  })

  test('a service that wants its payer says so before it is paid', async () => {
    const admin = await town.signIn('admin')
    await setPayer(admin.ctx(), { code: '2109', needsPayer: true })
    await atTill()
    await screen.type('2109\r')
    await screen.until('нужен е за услуга 2109')
    await screen.press('f8')
    await screen.until(told('payment.payer_needed', { code: '2109' }))
    await setPayer(admin.ctx(), { code: '2109', needsPayer: false })
  })
})

describe('bills', () => {
  test('a bill by its number brings its payer; paid, it is told who took its money', async () => {
    const number = await billFor('Иванка Асенова Пехливанова')
    await atTill()
    await screen.type(number)
    await screen.until(`Сметка ${number}: 35,00 €. Enter я добавя.`)
    await screen.press('enter')
    await screen.until('Платец     Иванка Асенова Пехливанова')
    await screen.type(`${number}\r`)
    await screen.until(told('bill.twice', { number }))
    await screen.press('esc', 'f2')
    await screen.until(told('bill.fixed', { number }))
    await screen.type('\r\r')
    await screen.until('Прието: 35,00 €')
    await screen.type(`${number}\r`)
    await screen.until('вече е платена: квитанция 1-')
  })

  test('a number that is no bill is told', async () => {
    await atTill()
    await screen.type('НЯМА-1/26\r')
    await screen.until(told('bill.unknown', { number: 'НЯМА-1/26' }))
    await screen.press('esc')
    await screen.type('ъъъъъ\r')
    await screen.until(told('desk.nothing_found', { text: 'ъъъъъ' }))
  })
})

describe('the money', () => {
  test('a card for a part, a transfer for another, cash for the rest; change only from cash', async () => {
    await atTill()
    await screen.type('2016\r2016\r2016\r')
    await screen.until('ОБЩО (3)')
    await screen.press('f8', 'f2')
    await screen.until('С карта')
    await screen.type('5\r')
    await screen.type('TID00001\r')
    await screen.type('AC1234\r')
    await screen.type('12345\r')
    await shows('desk-card')
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
    await shows('desk-mixed')
    await screen.press('enter')
    await screen.until('Прието: 15,33 €')
    expect(await tendersOfLast()).toEqual([
      { tender: 'card', amount_cents: '500', terminal: 'TID00001', rrn: '123456789012', reference: null },
      { tender: 'bank', amount_cents: '300', terminal: null, rrn: null, reference: 'ПН 17' },
      { tender: 'cash', amount_cents: '733', terminal: null, rrn: null, reference: null },
    ])
  })

  test('a card for all of it: the terminal is the one before, Enter takes what is left', async () => {
    await atTill()
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
    await atTill()
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
    const admin = await town.signIn('admin')
    await setSetting(admin.ctx(), {
      key: 'cash_limit',
      amount: 2000n,
      validFrom: admin.ctx().today,
      source: 'за проверка',
    } as never)
    await atTill()
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

describe('what is laid aside and what is at hand', () => {
  test('a basket is held, another customer is served, and it comes back with its payer', async () => {
    await atTill()
    await screen.type(`${await numberOf(MARIA)}\r2076\r`)
    await screen.until('ОБЩО (3)')
    await screen.press('f9')
    await screen.until(`Оставена: ${MARIA}`)
    await screen.type('2016\r\r\r')
    await screen.until('Прието: 5,11 €')
    await screen.press('f9')
    await screen.until('Оставени кошници')
    await shows('held')
    await screen.press('enter')
    await screen.until('ОБЩО (3)')
    await screen.until(`Платец     ${MARIA}`)
    await screen.type('\r\r')
    await screen.until('Прието: 10,74 €')
    await screen.press('f9')
    await screen.until('Няма оставени кошници.')
    await screen.press('enter')
    await screen.until(told('basket.none', {}))
  })

  test('a held basket is dropped by Del pressed twice', async () => {
    await atTill()
    await screen.type('2076\r')
    await screen.press('f9')
    await screen.until('Оставена:')
    await screen.press('f9')
    await screen.until('Оставени кошници')
    await screen.press('delete')
    await screen.until('Del още веднъж')
    await screen.press('delete')
    await screen.until('Няма оставени кошници.')
  })

  test('the program ends with a recalled basket: it is still held', async () => {
    await atTill()
    await screen.type('2076\r')
    await screen.press('f9')
    await screen.until('Оставена:')
    await screen.press('f9')
    await screen.until('Enter Върни')
    await screen.press('enter')
    await screen.until('ОБЩО (1)')
    await screen.close()
    await atTill()
    await screen.press('f9')
    await screen.until('Издаване на удостоверение')
    await screen.press('delete', 'delete')
    await screen.until('Няма оставени кошници.')
  })

  test('a digit is a favourite; the empty desk shows them', async () => {
    await atTill()
    await shows('desk-favourites')
    await screen.type('3')
    await screen.until('Enter добавя любимата услуга 3.')
    await screen.press('enter')
    await screen.until('2,05')
    await screen.type('2*1\r\r\r')
    await screen.until('Прието: 12,27 €')
    await screen.type('+\r')
    await screen.until('ОБЩО (2)')
  })
})

describe('the menu', () => {
  test('puts the last basket in once more', async () => {
    await atTill()
    await screen.type('2*2076\r\r\r')
    await screen.until('Прието: 4,10 €')
    await screen.press('f10')
    await screen.until('Последната кошница пак')
    await screen.type(screen.frame().match(/(\d) {2}Последната/)?.[1] ?? '')
    await screen.until('ОБЩО (1)')
    expect(screen.frame()).toContain('4,10')
  })

  test('sets the digits of the desk', async () => {
    await atTill()
    await screen.press('f10')
    await screen.until('Любими услуги')
    await screen.type(screen.frame().match(/(\d) {2}Любими/)?.[1] ?? '')
    await screen.until('номер на услуга за избраната цифра')
    await screen.press('end', 'f2')
    await screen.until(told('favourite.none', { digit: 9 }))
    await screen.type('2109\r')
    await screen.until('Цифрата 9 добавя услуга 2109.')
    await screen.press('f2')
    await screen.until('бърза')
    await shows('favourites')
    await screen.press('esc')
    await screen.type('9\r')
    await screen.until('[бърза 3,83 €')
    await screen.press('f5', 'f10')
    await screen.type(screen.frame().match(/(\d) {2}Любими/)?.[1] ?? '')
    await screen.press('end', 'delete')
    await screen.until('Цифрата 9 е свободна.')
  })
})

test('a receipt by its number is shown from the line of the desk', async () => {
  await atTill()
  await screen.type('2076\r\r\r')
  await screen.until('Прието: 2,05 €')
  const number = /квитанция № (\S+)/.exec(screen.frame())?.[1] ?? ''
  await screen.type(`${number}\r`)
  await screen.until(`[${number}`)
  await screen.until('> ')
  await screen.press('esc', 'esc')
  await screen.until('услуга, ЕГН, ЕИК, сметка или име')
})

describe('another price', () => {
  test('is agreed to by the head at this keyboard, with its reason; what is typed survives a refusal', async () => {
    await atTill()
    await screen.type('2076\r')
    await screen.press('f4')
    await screen.until('Друга цена на услуга 2076')
    await screen.type('1,50\rдвойно издадено\r')
    await screen.type('head\rwrong\r')
    await screen.until('Грешен потребител или парола')
    await shows('desk-price')
    await screen.type('gishe-demo\r')
    await screen.until('* 1,50')
    await screen.type('\r\r')
    await screen.until('Прието: 1,50 €')
    const { id } = await lastPayment()
    const [line] =
      await town.sql`select override_of_cents, override_reason from payment_lines where payment_id = ${id}`
    expect(line).toEqual({ override_of_cents: '205', override_reason: 'двойно издадено' })
  })

  test('is refused where it is none, without a reason, by another cashier and by oneself', async () => {
    await atTill()
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
  await atTill()
  await screen.type('2076\r')
  await screen.type('\r\r')
  await screen.until('Прието: 2,05 €')
  const { served_ms } = await lastPayment()
  expect(served_ms).toBeGreaterThan(0)
  expect(served_ms).toBeLessThan(60_000)
})
