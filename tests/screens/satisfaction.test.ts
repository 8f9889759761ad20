import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { dayOf } from '../../rules/dates.ts'
import { type Answering, answeringTown, wednesdayOf } from '../support/answers.ts'
import { openTestDesk, stillFrame, type TestDesk } from '../support/desk-door.ts'
import { hubOf } from '../support/hub.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let hub: Hub
let answering: Answering
let screen: TestDesk

beforeAll(async () => {
  town = await testTown('18')
  hub = await hubOf(town)
})
afterAll(async () => {
  await hub.close()
  await town.close()
})
afterEach(async () => {
  await screen.close()
  expect(screen.bugs).toEqual([])
})

/** Weeks, working days and open hours depend on the month before this one. */
const shows = async (name: string) => {
  const frame = await stillFrame(screen)
  const calm = frame
    .replace(/\d{4}-W\d\d/g, '2026-W01')
    .replace(/^(.*На час|.*отворен час|.*open hour)( +)[\d,. ]+$/gm, '$1$2…')
    .replace(/\d,\d (?=под|над|не се|твърде)/g, '0,0 ')
  await expect(calm).toMatchFileSnapshot(`../golden/screens/satisfaction-${name}.txt`)
}

/** From the first screen of a post through the menu. */
async function opened(as: string, lang: 'bg' | 'en' = 'bg'): Promise<void> {
  screen = await openTestDesk(town, { as, desk: null, lang })
  await screen.until('F10')
  await screen.press('f10')
  const [people, title] = lang === 'bg' ? ['обратна връзка', 'Удовлетвореност'] : ['feedback', 'Satisfaction']
  const digitOf = (text: string) => new RegExp(`(\\d) {2}[^\\n]*${text}`).exec(screen.frame())?.[1] ?? '?'
  await screen.until(people)
  await screen.type(digitOf(people))
  await screen.until(title)
  await screen.type(digitOf(title))
  await screen.until('1 ')
}

test('a town without devices is told who adds them', async () => {
  await opened('head')
  await screen.until('Още няма устройства')
  await shows('empty')
})

test('a head sees every figure of last month, when, where, and why; another question by F3', async () => {
  const day = wednesdayOf(dayOf(Temporal.Now.instant()))
  answering = await answeringTown(town, await town.signIn('admin'), hub, day)
  await answering.press(1, day.add({ days: 1 }), [
    { face: 5, times: 40, at: '10:30' },
    { face: 4, times: 20, at: '11:30' },
    { face: 3, times: 20, at: '11:30' },
    { face: 1, times: 35, at: '16:10' },
  ])
  await opened('head')
  await screen.until('Няма гласове за този въпрос')
  await screen.press('pageup')
  await screen.until('5 (най-добро)')
  await shows('overview')
  await screen.type('2')
  await screen.until('понеделник')
  await shows('heat-index')
  await screen.press('f5')
  await screen.until('Гласове по час')
  await shows('heat-count')
  await screen.type('3')
  await screen.until('Сравнение')
  await shows('halls')
  await screen.press('right')
  await screen.until('№')
  await shows('devices')
  await screen.type('5')
  await screen.until('Седмица ')
  await shows('weeks')
  await screen.type('6')
  await screen.until('Чаках дълго')
  await shows('reasons')
  await screen.press('f4')
  await screen.until('· Център за административно')
  await screen.type('1')
  await screen.until('5 (най-добро)')
  await answering.ask(['general'], day, 'Разбрахте ли всичко?', 4)
  await screen.press('f4', 'f4', 'f4')
  await screen.until('всички приемни')
  await screen.press('f3')
  await screen.until('„Разбрахте ли всичко?“')
  await shows('other-question')
})

test('a clerk has it in English too; a board of an auditor leads there', async () => {
  await opened('delo', 'en')
  await screen.press('pageup')
  await screen.until('5 (best)')
  await shows('overview-english')
  await screen.close()
  screen = await openTestDesk(town, { as: 'audit', desk: null })
  await screen.until('F10')
  await screen.press('f10')
  await screen.until('Удовлетвореност')
})
