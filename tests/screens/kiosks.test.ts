import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inventKiosks } from '../../office/town/demo-kiosks.ts'
import { inTransaction } from '../../office/transaction.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let screen: TestDesk
beforeAll(async () => {
  town = await testTown('18')
  const [clerk] = await town.sql`select id from staff where login = 'delo'`
  await inTransaction({ db: town.db }, tx =>
    inventKiosks(tx, clerk?.['id'], Temporal.PlainDate.from('2026-10-21')),
  )
  // Seventy at one place today: every fourth unhappy, some left out, from eight to ten in the morning.
  await town.sql`insert into kiosk_presses (device_id, seq, kiosk_id, ask_id, face, mark, origin, pressed_at, device_at, skew_ms)
    select s.device_id, s.highest_seq + n, s.kiosk_id, a.id, 5 - n % 4, case when n % 9 = 0 then 'repeat' end, 'keys', at, at, 0
    from kiosks k join kiosk_states s on s.kiosk_id = k.id join kiosk_asks a on a.kiosk_id = k.id, generate_series(1, 70) n,
      lateral (select (date_trunc('day', now() at time zone 'Europe/Sofia') + interval '8 hours' + n * interval '100 seconds')
        at time zone 'Europe/Sofia' as at) t
    where k.number = 3`
})
afterAll(async () => town.close())
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

const shows = async (name: string) =>
  expect((await stillFrame(screen)).replace(/(\d+) с\b/g, '9 с')).toMatchFileSnapshot(
    `../golden/screens/kiosks${name}.txt`,
  )

/** From the first screen of a post through the menu. */
async function opened(as: string, lang: 'bg' | 'en' = 'bg'): Promise<void> {
  screen = await openTestDesk(town, { as, desk: null, lang })
  await screen.until('F10')
  await screen.press('f10')
  const [people, title] =
    lang === 'bg' ? ['обратна връзка', 'Устройства в приемните'] : ['feedback', 'Devices in the halls']
  const digitOf = (text: string) => new RegExp(`(\\d) {2}[^\\n]*${text}`).exec(screen.frame())?.[1] ?? '?'
  await screen.until(lang === 'bg' ? 'Обучение' : 'Training')
  if (!screen.frame().includes(title)) {
    await screen.until(people)
    await screen.type(digitOf(people))
  }
  await screen.until(title)
  await screen.type(digitOf(title))
  await screen.until('12')
}

test('twelve devices at one look, the one with an alarm first; one of them by hour', async () => {
  await opened('head')
  await shows('')
  await screen.press('f4')
  await screen.until('не можете да настройвате устройствата')
  await screen.press('down', 'down', 'down', 'enter')
  await screen.until('общо')
  await shows('-one')
  await screen.press('esc')
  await screen.until('Място и приемна')
  expect(screen.frame()).toMatch(/> +3 Партер, до изхода/)
})

test('the administrator adds a place, reads its code, revokes a key; a head asks another question', async () => {
  await opened('admin')
  await screen.press('f3')
  await screen.until('Ново място за устройство')
  await screen.type('граж')
  await screen.until('Гражданска рег')
  await screen.press('enter')
  await screen.until('къде точно')
  await screen.type('Етаж 1, чакалня')
  await screen.press('f8')
  await screen.until('Добавено: устройство 13.')
  await screen.until('устройства 13')
  await screen.press('end', 'f4')
  await screen.until('Код за устройство 13')
  expect(screen.frame()).toMatch(/│ {3}([A-Z2-9] ){5} {2}— {2}( [A-Z2-9]){5} {3}│/)
  expect(screen.frame()).toMatch(/--code [A-Z2-9]{5}-[A-Z2-9]{5}/)
  await screen.press('enter')
  await screen.until('не е включено')
  await screen.press('f5')
  await screen.until('няма включено устройство')
  await screen.press('up', 'f5')
  await screen.until('Отмяна на ключ')
  await screen.type('откраднато')
  await shows('-revoke')
  await screen.press('f8')
  await screen.until('Ключът на устройство 12 е отменен.')
  await screen.press('f9')
  await screen.until('Доволни ли сте от обслужването днес?')
  await screen.type('2')
  await screen.until('Приемливо ли беше времето за чакане?')
  await shows('-ask')
  await screen.press('f8')
  await screen.until('Отсега питат: 1, 2, 3')
})

test('the same in English, for a clerk', async () => {
  await opened('delo', 'en')
  await screen.until('Satisfaction devices')
  await shows('-english')
})
