import { describe, expect, test } from 'vitest'
import { type BoxNumbers, heardUptime, NO_NUMBERS, takeNumber } from '../../../kiosk/buttons/box-numbers.ts'

/** Takes numbers one second after another; a number of seconds in a list passes before the next. */
function takeAll(steps: (number | { pause: number } | { uptime: number })[], from: BoxNumbers = NO_NUMBERS) {
  let numbers = from
  let nowMs = 1_000_000
  const taken: number[] = []
  for (const step of steps) {
    nowMs += 1_000
    if (typeof step === 'number') {
      const one = takeNumber(numbers, step, nowMs)
      numbers = one.numbers
      if (one.isNew) taken.push(step)
    } else if ('pause' in step) nowMs += step.pause * 1_000
    else numbers = heardUptime(numbers, step.uptime, nowMs)
  }
  return { taken, lost: numbers.lost }
}
const kept = (seq: number, agoMs: number | null): BoxNumbers => ({
  ...NO_NUMBERS,
  last: { seq, atMs: agoMs === null ? null : 1_000_000 - agoMs },
})

describe('the numbers of a box', () => {
  test.each<[string, Parameters<typeof takeAll>[0], ReturnType<typeof takeAll>]>([
    ['one after the other', [1, 2, 3], { taken: [1, 2, 3], lost: 0 }],
    ['a press that is repeated is one press', [1, 1, 2, 1, 2, 3], { taken: [1, 2, 3], lost: 0 }],
    ['a gap is lost presses', [1, 4, 5], { taken: [1, 4, 5], lost: 2 }],
    ['what was missing may come late, once', [1, 4, 3, 3, 5], { taken: [1, 4, 3, 5], lost: 1 }],
    ['65535 is followed by 0', [65_534, 65_535, 0, 65_535, 1], { taken: [65_534, 65_535, 0, 1], lost: 0 }],
    ['a gap over the end', [65_534, 2], { taken: [65_534, 2], lost: 3 }],
    [
      'a box that lost its power says so and begins anew',
      [1, 2, 3, { uptime: 0 }, 1, 2],
      { taken: [1, 2, 3, 1, 2], lost: 0 },
    ],
    [
      'also when it says nothing, after a while',
      [1, 2, { pause: 60 }, 1, 2],
      { taken: [1, 2, 1, 2], lost: 0 },
    ],
    ['a far number is another box under the same id', [40_000, 1, 2], { taken: [40_000, 1, 2], lost: 0 }],
    [
      'a sign of life of a box that goes on changes nothing',
      [1, 2, { uptime: 3_600 }, 2, 3],
      { taken: [1, 2, 3], lost: 0 },
    ],
    [
      'a box that was started anew repeats as any other',
      [9, { uptime: 0 }, 1, { uptime: 2 }, 1, 2],
      { taken: [9, 1, 2], lost: 0 },
    ],
  ])('%s', (_, steps, result) => expect(takeAll(steps)).toEqual(result))

  test.each<[string, BoxNumbers, Parameters<typeof takeAll>[0], ReturnType<typeof takeAll>]>([
    ['a repeat of what is kept is no new press', kept(12, 5_000), [12, 13], { taken: [13], lost: 0 }],
    ['what was pressed meanwhile is lost', kept(12, 5_000), [15], { taken: [15], lost: 2 }],
    ['the box began anew while the device was off', kept(12, null), [1, 2], { taken: [1, 2], lost: 0 }],
    ['it began anew and says so', kept(12, 30_000), [{ uptime: 10 }, 1], { taken: [1], lost: 0 }],
  ])('after the device was started anew: %s', (_, from, steps, result) =>
    expect(takeAll(steps, from)).toEqual(result),
  )
})
