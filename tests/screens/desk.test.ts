import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { type RefusalCode, type RefusalFacts, refusal } from '../../rules/refusal.ts'
import { atTheTill, paymentsOf } from '../support/at-the-till.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const told = <C extends RefusalCode>(code: C, facts: RefusalFacts[C]): string =>
  describeRefusal(refusal(code, facts), 'bg')
const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

test('the main job: a till is opened, three services of two departments are paid, the change is seen', async () => {
  screen = await openTestDesk(town)
  await screen.until('Касата не е отворена')
  await shows('desk-closed')
  await screen.type('\r50')
  await screen.until('Пребройте парите')
  await shows('till-opening')
  await screen.press('enter')
  await screen.until('Кошницата е празна')
  await screen.type('раждане')
  await screen.until('Намерени:')
  await shows('desk-search')
  await screen.press('esc')
  await screen.type('2076')
  await screen.until('2076 Издаване на удостоверение за раждане – дубликат')
  await shows('desk-number')
  await screen.press('enter')
  await screen.until('[обикновена 2,05 €, 14 дни]')
  await screen.type('2*1998\r')
  await screen.until('ОБЩО (2)')
  await screen.type('2027\r')
  await screen.until('Enter на празен ред: 10,23 €')
  await shows('desk-amount')
  await screen.type('15\r')
  await screen.until('15,00')
  await screen.press('up')
  await screen.until('>   2 ')
  await shows('desk-basket')
  await screen.press('f8')
  await screen.type('50')
  await screen.until('[50')
  await shows('desk-paying')
  await screen.press('enter')
  await screen.until('Прието: 20,11 €')
  await shows('desk-paid')
  await screen.type('родени от')
  await screen.until('Намерени')
  await shows('desk-next-customer')
  expect(await paymentsOf(town)).toEqual({ payments: 1, receipts: 1, total: '2011' })
})

test('a known service with exact cash takes the code and three keys; a scan with its CR is code and Enter', async () => {
  const before = await paymentsOf(town)
  screen = await atTheTill(town)
  await screen.type('2076\r')
  await screen.type('\r')
  await screen.type('\r')
  await screen.until('Прието: 2,05 €')
  expect((await paymentsOf(town)).payments).toBe(before.payments + 1)
})

test('a whole payment typed ahead in one breath is taken, and so is the next', async () => {
  const before = await paymentsOf(town)
  screen = await atTheTill(town)
  await screen.type('2076\r\r5\r2*1998\r\r\r')
  await screen.until('Прието: 3,06 €')
  expect(await paymentsOf(town)).toMatchObject({
    payments: before.payments + 2,
    receipts: before.receipts + 2,
  })
})

describe('what is typed and cannot be', () => {
  test.each([
    ['9999\r', 'Няма услуга с код „9999“', '[9999'],
    ['207\r', 'Няма услуга с код „207“', '[207'],
    ['2052\r', 'Услуга 2052 е безплатна', '[2052'],
    ['0*2076\r', 'Броят е цяло число от 1 до 9999', '[0*2076'],
    ['1000000000*2076\r', 'Броят е цяло число от 1 до 9999', '[1000000000*2076'],
    ['2076\r\x1bOR0\r', 'Броят е цяло число от 1 до 9999', '[0 '],
    ['2076\r\x1bOR1000000000\r', 'Броят е цяло число от 1 до 9999', '[1000000000'],
    ['2027\r12,5,0\r', '„12,5,0“ не е сума', '[12,5,0'],
    ['2027\r0\r', told('amount.zero', {}), '[0 '],
    ['2076\r\r2\r', 'Парите не стигат: липсват 0,05 €', '[2 '],
    ['2076\r\r12,5,0\r', '„12,5,0“ не е сума', '[12,5,0'],
    ['\x1b[19~', 'Няма въведена услуга', 'услуга, ЕГН, ЕИК, сметка или име'],
  ])('%j is told, and stays in the line to be mended', async (typed, told, kept) => {
    screen = await atTheTill(town)
    const [first = '', ...others] = typed.split(/(?<=\r)/)
    await screen.type(first)
    for (const piece of others) await screen.type(piece)
    await screen.until(told)
    expect(screen.frame()).toContain(kept)
  })

  test('what is missing is shown large while too little is typed', async () => {
    screen = await atTheTill(town)
    await screen.type('2076\r\r2')
    await screen.until('ЛИПСВАТ')
    await shows('desk-too-little')
  })

  test('a half-typed number means none of several until the arrows choose, the first one first', async () => {
    screen = await atTheTill(town)
    await screen.type('207')
    await screen.until('Допишете номера или изберете със стрелките.')
    await screen.press('down')
    await screen.until('>   2071')
    await screen.press('enter')
    await screen.until('1,02')
  })

  test('no such service is seen before Enter', async () => {
    screen = await atTheTill(town)
    await screen.type('ъгълник')
    await screen.until('Няма такава услуга, платец или сметка. Esc изчиства реда.')
    await screen.press('esc')
    await screen.until('услуга, ЕГН, ЕИК, сметка или име')
  })

  test('a paste with control characters and line breaks searches, and presses nothing', async () => {
    screen = await atTheTill(town)
    await screen.type('\x1b[200~наследници\r\n\x1b[31m\x07\x1b[201~')
    await screen.until('[наследници [31m')
    expect(screen.frame()).not.toContain('ОБЩО')
  })
})

describe('the basket', () => {
  test('F2 goes through the paid speeds and comes round', async () => {
    screen = await atTheTill(town)
    await screen.type('2076\r')
    for (const speed of [
      '[бърза 2,56 €, 3 дни]',
      '[експресна 3,07 €, 24 ч]',
      '[обикновена 2,05 €, 14 дни]',
    ]) {
      await screen.press('f2')
      await screen.until(speed)
    }
  })
  test('F2 is off where there is one speed, and says so', async () => {
    screen = await atTheTill(town)
    await screen.type('2043\r')
    await screen.press('f2')
    await screen.until(told('service.one_speed', { code: '2043' }))
  })
  test('a fee by the piece asks how many; Enter on an empty line leaves one', async () => {
    screen = await atTheTill(town)
    await screen.type('2095\r')
    await screen.until('колко броя')
    await screen.type('12\r')
    await screen.until('3,12')
    await screen.type('2095\r')
    await screen.type('\r')
    await screen.until('0,26')
  })
  test('Enter on an open amount takes what the catalogue suggests, F4 asks for it anew', async () => {
    screen = await atTheTill(town)
    await screen.type('2027\r\r')
    await screen.until('10,23')
    await screen.press('f4')
    await screen.type('7,5\r')
    await screen.until('7,50')
  })
  test('an open amount that is not given yet keeps the basket from being paid, aloud', async () => {
    screen = await atTheTill(town)
    await screen.type('2027\r')
    await screen.press('esc')
    await screen.until('няма сума')
    await screen.press('f8')
    await screen.until('За услуга 2027 сумата се въвежда')
  })
  test('F5 takes a line away, Esc twice all of them, = brings them back', async () => {
    screen = await atTheTill(town)
    await screen.type('2076\r1998\r2043\r')
    await screen.until('ОБЩО (3)')
    await screen.press('f5')
    await screen.until('ОБЩО (2)')
    await screen.press('esc')
    await screen.until('Esc още веднъж изчиства кошницата')
    await screen.press('up', 'esc')
    await screen.until('ОБЩО (2)')
    await screen.press('esc')
    await screen.until('Кошницата е изчистена')
    await screen.until('Кошницата е празна')
    await screen.type('=\r')
    await screen.until('ОБЩО (2)')
    expect(screen.frame()).toContain('2076')
  })
  test('= with nothing before is told', async () => {
    screen = await atTheTill(town)
    await screen.type('=\r')
    await screen.until(told('desk.nothing_before', {}))
  })
  test.each(['f2', 'f3', 'f5', 'f8', 'f9'] as const)(
    'a service that is half-typed is not forgotten by %s',
    async key => {
      screen = await atTheTill(town)
      await screen.type('2076\r199')
      await screen.until('F8 (Плати)')
      await screen.press(key)
      await screen.until(told('desk.half_typed', { text: '199' }))
      expect(screen.frame()).toContain('ОБЩО (1)')
    },
  )
  test('forty lines scroll; the total and the chosen name stay in sight', async () => {
    screen = await atTheTill(town)
    await screen.type('2076\r'.repeat(39))
    await screen.type('2043\r')
    await screen.until('ОБЩО (40)')
    await shows('desk-forty-lines')
    await screen.press('home')
    await screen.until('>   1 ')
    await screen.press('pagedown')
    await screen.until('>  11 ')
  })
  test('F12 and the closing of the till are off while services wait in it, and say so', async () => {
    screen = await atTheTill(town)
    await screen.type('2076\r')
    await screen.until('F12 (Изход)')
    await screen.press('f12')
    await screen.until(told('desk.basket_not_empty', {}))
    await screen.type('9999\r')
    await screen.until(told('service.unknown', { code: '9999' }))
    await screen.press('esc', 'f10')
    await screen.press('f9')
    await screen.until(told('key.not_here', { key: 'F9' }))
    await screen.type('16')
    await screen.until(told('desk.basket_not_empty', {}))
    await screen.until('6  (Приключване на каса)')
    await screen.press('esc', 'f5', 'f10')
    await screen.type('11')
    await screen.until(told('till.already_open', {}))
    await shows('menu-till')
    await screen.press('esc', 'f12')
    await screen.until('Потребител')
  })
})

describe('the window', () => {
  test('of 200×60 shows names whole', async () => {
    screen = await atTheTill(town, { columns: 200, rows: 60 })
    await screen.type('2043\r2062\r\r')
    await screen.until('ОБЩО (2)')
    await shows('desk-large')
  })
  test('a name of 145 letters is whole under the list, also at 80 columns', async () => {
    screen = await atTheTill(town)
    await screen.type('2043\r')
    await screen.until('ОБЩО (1)')
    await shows('desk-long-name')
  })
  test('an amount too long for large digits is still told', async () => {
    screen = await atTheTill(town)
    await screen.type('2027\r99999999,99\r\r')
    await screen.until('99 999 999,99 €')
    expect(screen.frame()).not.toContain('#')
  })
  test('in English', async () => {
    screen = await atTheTill(town, { lang: 'en' })
    await screen.type('birth')
    await screen.until('Found: ')
    await shows('desk-search-english')
    await screen.press('esc')
    await screen.type('2076\r')
    await screen.until('[normal 2.05 €, 14 days]')
    await shows('desk-basket-english')
    await screen.type('\r5\r')
    await screen.until('Taken: 2.05 €')
    await shows('desk-paid-english')
    await screen.press('f1')
    await screen.until('Any key closes')
    await shows('desk-help-english')
  })
  test('F1 is one page', async () => {
    screen = await atTheTill(town)
    await screen.press('f1')
    await screen.until('Всеки клавиш')
    await shows('desk-help')
  })
})
