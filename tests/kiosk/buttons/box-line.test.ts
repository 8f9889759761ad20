import { afterEach, describe, expect, test } from 'vitest'
import { type Boxes, openBoxes, parseBoxPath } from '../../../kiosk/buttons/box-line.ts'
import { type ButtonBox, openButtonBox } from '../../support/button-box.ts'

type Pressed = { face: number; box: { id: number; seq: number } | null }
let open: (ButtonBox | Boxes)[] = []
afterEach(async () => {
  for (const one of open) await one.end()
  open = []
})

async function box(id: number, options?: { lastSeq: number }): Promise<ButtonBox> {
  const made = await openButtonBox(id, options)
  open.push(made)
  return made
}
function listen(
  paths: string[],
  seen: (id: number) => { seq: number; ageMs: number | null } | null = () => null,
) {
  const pressed: Pressed[] = []
  const boxes = openBoxes(
    paths.map(path => ({ path, baud: 9_600 })),
    { press: press => void pressed.push(press), seen },
  )
  open.unshift(boxes)
  const areOpen = (...isOpen: boolean[]) =>
    expect.poll(() => boxes.lines().map(line => line.isOpen), { timeout: 10_000 }).toEqual(isOpen)
  return { boxes, pressed, areOpen }
}
const soon = (read: () => unknown) => expect.poll(read, { timeout: 10_000, interval: 10 })

describe('button boxes on serial lines', () => {
  test('presses of several boxes and lines come in, each once, with what each box says of itself', async () => {
    const [seven, eight] = await Promise.all([box(7), box(8)])
    const { boxes, pressed, areOpen } = listen([seven.path, eight.path])
    await areOpen(true, true)
    seven.press(5)
    seven.again()
    seven.noise('\u0000\u00ffB7,5,\n')
    seven.press(1)
    seven.heartbeat()
    await soon(() => boxes.facts()[0]?.millivolts).toBe(2_950)
    eight.press(3)
    await soon(() => pressed).toEqual([
      { face: 5, box: { id: 7, seq: 1 } },
      { face: 1, box: { id: 7, seq: 2 } },
      { face: 3, box: { id: 8, seq: 1 } },
    ])
    expect(boxes.facts()).toEqual([
      { id: 8, millivolts: null, uptimeSeconds: null, silentSeconds: 0, lost: 0, garbled: 0 },
      { id: 7, millivolts: 2_950, uptimeSeconds: expect.any(Number), silentSeconds: 0, lost: 0, garbled: 1 },
    ])
  })

  test('a box of bare digits needs no line end', async () => {
    const plain = await box(0)
    const { pressed, areOpen } = listen([plain.path])
    await areOpen(true)
    plain.noise('\n4')
    await soon(() => pressed).toEqual([{ face: 4, box: null }])
    plain.noise('2\r\n')
    await soon(() => pressed).toEqual([
      { face: 4, box: null },
      { face: 2, box: null },
    ])
  })

  test('a box that is not there yet, is pulled out and put in again is heard as soon as it is there', async () => {
    const late = await box(7)
    late.unplug()
    const { boxes, pressed, areOpen } = listen([late.path])
    await areOpen(false)
    await late.plugIn()
    await areOpen(true)
    late.press(2)
    await soon(() => pressed).toHaveLength(1)
    late.unplug()
    await areOpen(false)
    late.press(3)
    await late.plugIn()
    await areOpen(true)
    late.press(4)
    await soon(() => pressed).toEqual([
      { face: 2, box: { id: 7, seq: 1 } },
      { face: 4, box: { id: 7, seq: 3 } },
    ])
    expect(boxes.facts()[0]?.lost).toBe(1)
  })

  test('a press that is kept already is not taken again after the device was started anew', async () => {
    const seven = await box(7, { lastSeq: 11 })
    const { boxes, pressed, areOpen } = listen([seven.path], id =>
      id === 7 ? { seq: 12, ageMs: 2_000 } : null,
    )
    await areOpen(true)
    seven.press(2)
    seven.again()
    seven.press(3)
    await soon(() => pressed).toEqual([{ face: 3, box: { id: 7, seq: 13 } }])
    expect(boxes.facts()).toMatchObject([{ id: 7, lost: 0 }])
    seven.startAnew()
    seven.press(1)
    await soon(() => pressed[1]).toEqual({ face: 1, box: { id: 7, seq: 1 } })
  })
})

test.each([
  ['/dev/ttyACM0', { path: '/dev/ttyACM0', baud: 9_600 }],
  ['/dev/serial/by-id/usb-box?baud=115200', { path: '/dev/serial/by-id/usb-box', baud: 115_200 }],
  ['/dev/ttyACM0?baud=9601', null],
  ['/dev/ttyACM0?speed=9600', null],
  ['ttyACM0', null],
  ['', null],
])('%s names a line or none', (typed, path) => expect(parseBoxPath(typed)).toEqual(path))
