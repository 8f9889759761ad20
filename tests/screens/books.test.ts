import { randomUUIDv7 } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeRefusal } from '../../locales/texts.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { refusal } from '../../rules/refusal.ts'
import { atTheTill } from '../support/at-the-till.ts'
import { stillFrame, type TestDesk } from '../support/desk-door.ts'
import { lineOf, openTillFor, payOnce, pricedService, type TestTown, testTown } from '../support/town.ts'

const golden = (name: string) => `../golden/screens/${name}.txt`
let town: TestTown
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  const session = await town.signIn('kasa1')
  const till = await openTillFor(session)
  await payOnce(session, 0, 2)
  const service = await pricedService(session.ctx(), 'normal', 1)
  await takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: [lineOf(service, 9)],
    given: null,
    others: [
      {
        tender: 'card',
        amount: 500n,
        terminal: 'T0000001',
        authorisation: 'A1B2C3',
        rrn: '100000000001',
        cardTail: '4242',
      },
    ],
  })
  const [sum] = await town.sql`select till_cash(${till.id})::text as cash`
  await closeTill(session.ctx(), {
    tillId: till.id,
    counted: BigInt(sum?.['cash']) + 100n,
    left: 5000n,
    reason: 'намерени',
  })
})
afterEach(async () => {
  await screen.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) => expect(await stillFrame(screen)).toMatchFileSnapshot(golden(name))

/** The menu of the desk, its books, and there the entry with this number. */
async function openBooks(entry: string, english = false): Promise<void> {
  screen = await atTheTill(town, english ? { lang: 'en' } : {})
  await screen.press('f10')
  await screen.until(english ? 'Books and deposits' : 'Книги и предаване')
  await screen.type(/(\d) +(?:Books and|Книги и)/.exec(screen.frame())?.[1] ?? '')
  await screen.until(english ? 'Cash book' : 'Касова книга')
  await screen.type(entry)
}

test('the cash book of the day, a voucher of it, and another day', async () => {
  await openBooks('1')
  await screen.until('Крайно салдо')
  await shows('cash-book')
  await screen.press('down', 'enter')
  await screen.until('ПРИХОДЕН КАСОВ ОРДЕР')
  await shows('cash-book-voucher')
  await screen.press('f6')
  await screen.until('За печат: ПРИХОДЕН КАСОВ ОРДЕР')
  await screen.press('esc')
  await screen.until('Крайно салдо')
  await screen.press('f6')
  await screen.until('За печат: КАСОВА КНИГА')
  await screen.press('left')
  await screen.until('Няма движение.')
  await shows('cash-book-empty')
  await screen.press('right', 'right')
  await screen.until('Този ден още не е дошъл.')
})

test('the cash book in English', async () => {
  await openBooks('1', true)
  await screen.until('Closing balance')
  await shows('cash-book-english')
})

test('money is handed over: tills are chosen, notes and coins counted, what is typed survives', async () => {
  await openBooks('2')
  await screen.until('Чака 1 приключена каса')
  await shows('deposits')
  await screen.press('f8')
  await screen.until('[x] Z 1-')
  await shows('deposit-choice')
  await screen.press('f5')
  await screen.until('[ ] Z 1-')
  await screen.press('enter')
  await screen.until('Няма избрана приключена каса')
  await screen.type(' ')
  await screen.until('[x] Z 1-')
  await screen.press('enter')
  await screen.until('Остават')
  const rest = /Остават +([\d ]+),(\d\d) €/.exec(screen.frame())
  const cents = Number(rest?.[1]?.replace(' ', '')) * 100 + Number(rest?.[2])
  await screen.press(...Array.from({ length: 13 }, () => 'enter' as const))
  await screen.press('down')
  await screen.type(String(cents - 1))
  await screen.press('f8')
  await screen.until('!')
  await shows('deposit-count')
  await screen.press('esc')
  await screen.until('[x] Z 1-')
  await screen.press('enter')
  await screen.until('Остават')
  await screen.press('backspace')
  await screen.type(String(cents % 10))
  await screen.until('Точно')
  await screen.press('down')
  await screen.type('плик 17')
  await screen.press('f8')
  await screen.until('Опис № 1-')
  await screen.until('Нищо не чака предаване.')
  await shows('deposits-made')
  await screen.press('f8')
  await screen.until(describeRefusal(refusal('deposit.nothing_waits', {}), 'bg').slice(0, 40))
  await screen.press('enter')
  await screen.until('ОПИС НА ПРЕДАДЕНИТЕ ПАРИ')
})

test('a terminal is matched with the total of its slip; a difference wants its reason', async () => {
  await openBooks('3')
  await screen.until('T0000001')
  await screen.press('enter')
  await screen.until('Няма въведена сума')
  await screen.type('4,50\r')
  await shows('terminals')
  await screen.press('enter')
  await screen.until('разлика -0,50 €')
  await screen.type('вчерашен бон\r')
  await screen.until('T0000001 е сверен.')
  await screen.until('с разлика')
  await screen.type('5\r')
  await screen.until('съвпада')
  await shows('terminals-matched')
  await screen.press('f6')
  await screen.until('За печат: СВЕРКА НА КАРТОВИ ТЕРМИНАЛИ')
  await screen.press('left')
  await screen.until('Няма терминали и плащания с карта за този ден.')
})
