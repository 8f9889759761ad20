import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CuttableLine, cuttableLine } from '../support/cuttable-line.ts'
import { openTestDesk, type TestDesk } from '../support/desk-door.ts'
import { type TestTown, testTown } from '../support/town.ts'

let town: TestTown
let line: CuttableLine
let screen: TestDesk

beforeEach(async () => {
  town = await testTown('18')
  line = await cuttableLine(town.place)
  screen = await openTestDesk(town, { as: 'delo', desk: 3, place: line.place })
  await screen.until('Писмо')
  await screen.type('радичев')
  await screen.press('enter')
  await screen.until('Радичев 6346')
  await screen.type('Молба за ремонт')
})
afterEach(async () => {
  await screen.close()
  await line.close()
  await town.close()
  expect(screen.bugs).toEqual([])
})

const registered = async () => (await town.sql`select number from documents`).length

describe('the line to the database goes away', () => {
  test('before the document arrives: the next is typed meanwhile, this one is registered once', async () => {
    await line.cut()
    await screen.press('f8')
    await screen.until('Няма връзка с базата. Опитвам отново')
    await screen.type('чаушева')
    await screen.until('[чаушева')
    expect(await registered()).toBe(0)
    await line.mend()
    await screen.until('Регистриран: П-1-00001')
    await screen.until('[чаушева')
    expect(await registered()).toBe(1)
  })

  test('after it was registered, before the answer came: it keeps its one number', async () => {
    line.loseAnswer('COMMIT')
    await screen.press('f8')
    await vi.waitFor(async () => expect(await registered()).toBe(1), 4000)
    await line.cut()
    await screen.until('Няма връзка с базата')
    await line.mend()
    await screen.until('Регистриран: П-1-00001')
    expect(await registered()).toBe(1)
  })

  test('stopped with Esc: nobody knows, F8 asks with the same document, what was begun stays', async () => {
    await line.cut()
    await screen.press('f8')
    await screen.until('Няма връзка с базата')
    await screen.type('чаушева')
    await screen.press('esc')
    await screen.until('Спряно без връзка')
    await screen.until('F8 Провери')
    await line.mend()
    await screen.press('f8')
    await screen.until('Регистриран: П-1-00001')
    await screen.until('[чаушева')
    expect(await registered()).toBe(1)
  })
})

test('a document that is refused comes back as it was typed; what was begun meanwhile waits and comes after it', async () => {
  await town.sql`update registers set closed_at = now()`
  // F8 and the letters in one piece: typed before the answer can come.
  await screen.type('\x1b[19~чаушева')
  await screen.until('Регистърът е закрит')
  await screen.until('[Молба за ремонт')
  await screen.until('Радичев 6346')
  await town.sql`update registers set closed_at = null`
  await screen.press('f8')
  await screen.until('Регистриран: П-1-00001')
  await screen.until('[чаушева')
  expect(await registered()).toBe(1)
})
