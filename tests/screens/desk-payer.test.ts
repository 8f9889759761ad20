import { describe, expect, test } from 'vitest'
import { setPayer } from '../../office/services/set-payer.ts'
import { atTheDesk, MARIA, told } from '../support/at-the-desk.ts'

const here = atTheDesk()

describe('who pays', () => {
  test('a known payer by a scan, their bill, exact cash: the scan and three keys', async () => {
    await here.billFor('Елена Христова Узунова')
    const screen = await here.sitDown()
    await screen.type(await here.numberOf('Елена Христова Узунова'))
    await screen.press('enter', 'enter', 'enter')
    await screen.until('Прието: 35,00 €')
    expect(await here.lastPayment()).toMatchObject({ payer_name: 'Елена Христова Узунова', paid_by: null })
    expect(await here.taken()).toBe(1)
  })

  test('a scanner that sends its own Enter, and everything after it typed ahead', async () => {
    await here.billFor('Елена Христова Узунова')
    const screen = await here.sitDown()
    await screen.type(`${await here.numberOf('Елена Христова Узунова')}\r\r\r2076\r`)
    await screen.until('платено 35,00 €')
    await screen.until('ОБЩО (1)')
    expect(await here.taken()).toBe(1)
  })

  test('a number is told before Enter takes it: who has it and what they owe', async () => {
    const screen = await here.sitDown()
    await screen.type(await here.numberOf(MARIA))
    await screen.until(`Enter добавя 2 сметки, 8,69 €: ${MARIA}`)
    await screen.press('enter')
    await screen.until('ОБЩО (2)')
    await here.shows('desk-payer')
  })

  test('a valid number that nobody has asks for the name in the same line; the basket stays', async () => {
    const screen = await here.sitDown()
    await screen.type('2076\r7523169263')
    await screen.until('ЕГН 752316**** не е в регистъра. Enter го записва с име.')
    await screen.press('enter')
    await screen.until('Нов платец с ЕГН 752316****')
    await here.shows('desk-new-payer')
    await screen.press('enter')
    await screen.until(told('party.name_needed', {}))
    await screen.type('Пробен Платец Новоселов\r')
    await screen.until('Пробен Платец Новоселов · 752316****')
    await screen.type('\r\r')
    await screen.until('Прието: 2,05 €')
    expect(await here.lastPayment()).toMatchObject({ payer_name: 'Пробен Платец Новоселов' })
  })

  test('a wrong digit is told at once and by Enter, and stays to be mended', async () => {
    const screen = await here.sitDown()
    await screen.type('7523169262')
    await screen.until('Сгрешена цифра')
    await screen.press('enter')
    await screen.until(`! ${told('identifier.wrong', { text: '7523169262' })}`)
    expect(screen.frame()).toContain('[7523169262')
  })

  test('pieces of a name find payers below the services; arrows choose', async () => {
    const screen = await here.sitDown()
    await screen.type('чаушева мар')
    await screen.until('платец')
    await here.shows('desk-found-payer')
    await screen.press('enter')
    await screen.until('ОБЩО (2)')
    await screen.press('f11')
    await screen.type('4')
    await screen.until('не е посочен')
  })

  test('somebody else hands over the money, and the receipt says so', async () => {
    const screen = await here.sitDown()
    await screen.type(`${await here.numberOf('Асен Димитров Кехайов')}\r`)
    await screen.until('Асен Димитров Кехайов ·')
    await screen.press('f11')
    await screen.until('Парите дава друго лице')
    await here.shows('desk-payer-menu')
    await screen.type('2')
    await screen.until('кой дава парите')
    await screen.type('Стефка Кехайова\r')
    await screen.until('платено от Стефка Кехайова')
    await screen.type('\r\r')
    await screen.until('Прието: 2,05 €')
    expect(await here.lastPayment()).toMatchObject({ paid_by: 'Стефка Кехайова' })
  })

  test('without a payer F11 only offers to name one', async () => {
    const screen = await here.sitDown()
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
    const admin = await here.town.signIn('admin')
    await setPayer(admin.ctx(), { code: '2109', needsPayer: true })
    const screen = await here.sitDown()
    await screen.type('2109\r')
    await screen.until('нужен е за услуга 2109')
    await screen.press('f8')
    await screen.until(told('payment.payer_needed', { code: '2109' }))
    await setPayer(admin.ctx(), { code: '2109', needsPayer: false })
  })
})

describe('bills', () => {
  test('a bill by its number brings its payer; paid, it is told who took its money', async () => {
    const number = await here.billFor('Иванка Асенова Пехливанова')
    const screen = await here.sitDown()
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

  test('a bill by the number of its request, the year left out, as a clerk tells it', async () => {
    const number = await here.billFor('Иванка Асенова Пехливанова')
    const screen = await here.sitDown()
    await screen.type(number.slice(0, -'/2026'.length))
    await screen.until(`Сметка ${number}: 35,00 €. Enter я добавя.`)
    await screen.press('enter', 'enter', 'enter')
    await screen.until('Прието: 35,00 €')
  })

  test('a number that is no bill is told', async () => {
    const screen = await here.sitDown()
    await screen.type('НЯМА-1/26\r')
    await screen.until(told('bill.unknown', { number: 'НЯМА-1/26' }))
    await screen.press('esc')
    await screen.type('ъъъъъ\r')
    await screen.until(told('desk.nothing_found', { text: 'ъъъъъ' }))
  })
})

test('a receipt by its number is shown from the line of the desk', async () => {
  const screen = await here.sitDown()
  await screen.type('2076\r\r\r')
  await screen.until('Прието: 2,05 €')
  const number = /квитанция № (\S+)/.exec(screen.frame())?.[1] ?? ''
  await screen.type(`${number}\r`)
  await screen.until(`[${number}`)
  await screen.until('> ')
  await screen.press('esc', 'esc')
  await screen.until('услуга, ЕГН, ЕИК, сметка или име')
})

test('in English, with a long name', async () => {
  const screen = await here.sitDown({ lang: 'en' })
  await screen.type(await here.numberOf('Александрина-Виктория Константинова Хаджихристова-Караиванова'))
  await screen.until('Enter adds 1 bill, 5.11 €: Александрина')
  await screen.press('enter')
  await screen.until('TOTAL (1)')
  await screen.press('f8', 'f2')
  await screen.until('By card')
  await here.shows('desk-card-english')
})
