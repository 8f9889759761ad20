import { setTimeout as pause } from 'node:timers/promises'
import { kiosk as words } from '../../locales/bg/kiosk.ts'
import type { Face, Origin } from '../../rules/kiosks.ts'
import type { KeptKiosk, Seen } from './kept-kiosk.ts'
import type { Chance } from './seeded.ts'

/** A press as the one who pressed knows it. The next one of the device comes later than everything that becomes of it. */
export type Pressed = {
  ms: number
  face: Face
  origin: Origin
  /** The screen said so. */
  isThanked: boolean
  /** What was answered to the follow-up and thanked for. */
  reason: string | null
}

/** Who comes by a device one after another. */
export type Citizens = {
  pressed: readonly Pressed[]
  /** Resolves when somebody presses next. */
  begins: () => Promise<void>
  /** Presses until it is told that the hour is over, then leaves the question on the screen. */
  come: (isOver: () => boolean) => Promise<void>
}

/** What the device asks, and what is asked after its two worst faces (tests/support/hub.ts). */
const QUESTION = 'Доволни ли сте'
const FOLLOW_UP = 'Какво да подобрим?'
const FIRST_REASON = { key: '1', code: 'waiting' }
const SKIP = '0'
/** An answer is taken half a second after it is asked for. */
const READING_MS = 600
/** A press that nobody answered for so long is given once more by its box, as its firmware does. */
const LATE_MS = 2_000

export function citizensAt(kiosk: KeptKiosk, chance: Chance): Citizens {
  const pressed: Pressed[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  let next = { promise, resolve }
  const pressOne = async () => {
    const face = chance.between(1, 5) as Face
    const origin = chance.percent(70) ? 'box' : 'keys'
    const one: Pressed = { ms: nowMs(), face, origin, isThanked: false, reason: null }
    pressed.push(one)
    if (origin === 'box') kiosk.box.press(face)
    else kiosk.type(`${face}`)
    next.resolve()
    next = Promise.withResolvers()
    await answered(kiosk, one, chance)
    return one
  }
  return {
    pressed,
    begins: () => next.promise,
    come: async isOver => {
      while (!isOver()) {
        await kiosk.rests(QUESTION, [words.kept])
        await pause(chance.between(50, 700))
        const { origin } = await pressOne()
        // A radio says it twice: it is one press.
        if (origin === 'box' && chance.percent(15)) kiosk.box.again()
      }
      await kiosk.rests(QUESTION, [words.kept])
    },
  }
}

const nowMs = () => Temporal.Now.instant().epochMilliseconds

/** What is not answered in the end is cut off: it may have been kept or not, and nothing is left of it that could come later. */
async function answered(kiosk: KeptKiosk, one: Pressed, chance: Chance): Promise<void> {
  const look = () => kiosk.sees([words.kept, FOLLOW_UP], LATE_MS)
  const repeated = () => {
    kiosk.box.again()
    return look()
  }
  const isOfBox = one.origin === 'box'
  let seen = await look()
  if (seen === 'late' && isOfBox) seen = await repeated()
  if (seen === 'dead' && isOfBox && chance.percent(50)) {
    await kiosk.rests(QUESTION, [words.kept])
    seen = await repeated()
  }
  if (seen === 'late') kiosk.kill9()
  if (typeof seen === 'string') return
  one.isThanked = true
  if (seen.text === FOLLOW_UP) await giveReason(kiosk, one, chance)
}

async function giveReason(kiosk: KeptKiosk, one: Pressed, chance: Chance): Promise<void> {
  await pause(READING_MS)
  // What is typed at a device that was started anew meanwhile is another press.
  if (typeof (await kiosk.sees([FOLLOW_UP], 0)) === 'string') return
  const isGiven = chance.percent(60)
  kiosk.type(isGiven ? FIRST_REASON.key : SKIP)
  const seen: Seen = await kiosk.sees([words.kept], LATE_MS)
  if (isGiven && typeof seen === 'object') one.reason = FIRST_REASON.code
}
