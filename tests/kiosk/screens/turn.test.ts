import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FIRST_TURN,
  nextMs,
  on,
  type Turn,
  type TurnAct,
  type TurnEvent,
  type Zone,
} from '../../../kiosk/screens/turn.ts'
import type { Face } from '../../../rules/kiosks.ts'
import type { Configuration } from '../../../web/contract.ts'
import { CONFIGURATION } from '../../support/kiosk-scene.ts'

/** A device whose presses are kept at once, unless told otherwise; its clock is moved by hand. */
function device(configuration: Configuration | null = CONFIGURATION, keeps = true) {
  let turn: Turn = FIRST_TURN
  let ms = 0
  let seq = 0
  const done: TurnAct[] = []
  const handle = (event: TurnEvent): void => {
    const next = on(turn, event, configuration, ms)
    turn = next.turn
    for (const act of next.acts) {
      done.push(act)
      if (act.act === 'press') handle(keeps ? { kind: 'kept', seq: ++seq } : { kind: 'refused' })
      if (act.act === 'pin') handle({ kind: 'pin', isRight: act.typed === '4321' })
    }
  }
  handle({ kind: 'tick' })
  return {
    handle,
    digits: (typed: string) => {
      for (const digit of typed) handle({ kind: 'digit', digit: Number(digit) })
    },
    touch: (face: Face) => handle({ kind: 'touch', zone: { what: 'face', face } }),
    wait: (passed: number) => {
      ms += passed
      handle({ kind: 'tick' })
    },
    configure: (given: Configuration | null) => {
      configuration = given
      handle({ kind: 'tick' })
    },
    at: () => turn.shown.at,
    turn: () => turn,
    due: () => nextMs(turn),
    /** What was done since the last call, in short. */
    done: () =>
      done.splice(0).map(one => {
        if (one.act === 'press') return `${one.isTest ? 'test' : 'press'} ${one.face} ${one.origin}`
        if (one.act === 'pin') return `pin ${one.typed}`
        return one.act === 'close' ? `close ${one.seq}` : `${one.code} ${one.seq}`
      }),
  }
}

describe('a citizen', () => {
  test('presses a good face: kept, closed, thanked, and the question is back after three seconds', () => {
    const one = device()
    one.digits('5')
    expect([one.at(), one.done()]).toEqual(['thanks', ['press 5 keys', 'close 1']])
    one.wait(2_999)
    expect(one.at()).toBe('thanks')
    one.wait(1)
    expect([one.at(), one.due()]).toEqual(['question', null])
  })

  test('is asked why after a bad face, and answers with a digit', () => {
    const one = device()
    one.digits('2')
    expect([one.at(), one.done()]).toEqual(['follow_up', ['press 2 keys']])
    one.wait(1_000)
    one.digits('1')
    expect([one.at(), one.done()]).toEqual(['thanks', ['waiting 1', 'close 1']])
  })

  test('answers with a finger, or skips with a finger or with 0', () => {
    const ways: TurnEvent[] = [
      { kind: 'touch', zone: { what: 'reason', code: 'attitude' } },
      { kind: 'touch', zone: { what: 'skip' } },
      { kind: 'digit', digit: 0 },
    ]
    const ends = ways.map(way => {
      const one = device()
      one.touch(1)
      one.wait(1_000)
      one.handle(way)
      return one.done().join(', ')
    })
    expect(ends).toEqual([
      'press 1 touch, attitude 1, close 1',
      'press 1 touch, close 1',
      'press 1 touch, close 1',
    ])
  })

  test('who walks away from the second question is thanked all the same, and the press may be sent', () => {
    const one = device()
    one.digits('1')
    expect(one.due()).toBe(12_000)
    one.wait(12_000)
    expect([one.at(), one.done()]).toEqual(['thanks', ['press 1 keys', 'close 1']])
  })

  test('does not wait for the thanks of the one before', () => {
    const one = device()
    one.digits('5')
    one.wait(400)
    one.digits('4')
    expect([one.at(), one.done()]).toEqual(['thanks', ['press 5 keys', 'close 1', 'press 4 keys', 'close 2']])
  })

  test('at a button box ends the second question of somebody else', () => {
    const one = device()
    one.digits('1')
    one.handle({ kind: 'box', face: 5, box: { id: 2, seq: 77 } })
    expect([one.at(), one.done()]).toEqual(['thanks', ['press 1 keys', 'close 1', 'press 5 box', 'close 2']])
  })

  test('who holds a key down presses once', () => {
    const one = device()
    one.digits('2')
    for (let repeat = 0; repeat < 60; repeat++) {
      one.wait(repeat === 0 ? 250 : 92)
      one.digits('2')
    }
    expect([one.at(), one.done()]).toEqual(['follow_up', ['press 2 keys']])
  })

  test('is told when the press could not be kept, and may press again', () => {
    const one = device(CONFIGURATION, false)
    one.digits('5')
    expect([one.at(), one.done()]).toEqual(['sorry', ['press 5 keys']])
    one.wait(1_000)
    one.digits('4')
    expect(one.done()).toEqual(['press 4 keys'])
    one.wait(6_000)
    expect(one.at()).toBe('question')
  })

  test('cannot press the fifth of four faces, nor anything while there is no question', () => {
    const four = device({ ...CONFIGURATION, faces: 4 })
    four.digits('5678')
    expect([four.at(), four.done()]).toEqual(['question', []])
    const none = device(null)
    none.digits('5')
    expect([none.at(), none.done()]).toEqual(['unready', []])
  })

  test('reads English for one turn, and the next one reads Bulgarian', () => {
    const one = device()
    const langs = [one.turn().lang]
    one.handle({ kind: 'star' })
    langs.push(one.turn().lang)
    one.digits('1')
    langs.push(one.turn().lang)
    one.wait(12_000)
    langs.push(one.turn().lang)
    one.digits('3')
    langs.push(one.turn().lang)
    expect(langs).toEqual(['bg', 'en', 'en', 'en', 'bg'])
  })

  test('who reads the second question in English for long disturbs no clock', () => {
    const one = device({ ...CONFIGURATION, pace: { ...CONFIGURATION.pace, followUp: 60 } })
    one.digits('1')
    one.handle({ kind: 'star' })
    one.wait(45_000)
    expect([one.turn().lang, one.due()]).toEqual(['en', 60_000])
  })

  test('who only looked at the English question leaves a Bulgarian one behind', () => {
    const one = device()
    one.handle({ kind: 'touch', zone: { what: 'language' } })
    expect(one.turn().lang).toBe('en')
    one.wait(30_000)
    expect([one.turn().lang, one.due()]).toEqual(['bg', null])
  })
})

describe('a device', () => {
  test('whose key is revoked asks no more, and asks again once it is enrolled', () => {
    const one = device()
    one.configure(null)
    expect(one.at()).toBe('unready')
    one.configure(CONFIGURATION)
    expect(one.at()).toBe('question')
  })

  test('goes on with the second question that it asked when the town asks another', () => {
    const one = device()
    one.digits('1')
    one.configure({ ...CONFIGURATION, followUp: null })
    one.wait(1_000)
    one.digits('2')
    expect(one.done()).toEqual(['press 1 keys', 'attitude 1', 'close 1'])
  })
})

describe('the technician', () => {
  const entered = () => {
    const one = device()
    one.digits('000')
    one.digits('4321')
    one.handle({ kind: 'enter' })
    return one
  }

  test('presses 0 three times within two seconds and types the PIN', () => {
    const slow = device()
    slow.digits('00')
    slow.wait(2_000)
    slow.digits('0')
    expect(slow.at()).toBe('question')
    expect(entered().at()).toBe('technician')
  })

  test('comes in with a finger alone: the corner three times, then the keys on the screen', () => {
    const one = device()
    const zones: Zone[] = [
      ...[0, 0, 0, 4, 3, 3].map(digit => ({ what: 'digit' as const, digit })),
      { what: 'erase' },
      { what: 'digit', digit: 2 },
      { what: 'digit', digit: 1 },
      { what: 'enter' },
    ]
    for (const zone of zones) one.handle({ kind: 'touch', zone })
    expect([one.at(), one.done()]).toEqual(['technician', ['pin 4321']])
  })

  test('corrects a digit, and is asked again after a wrong PIN', () => {
    const one = device()
    one.digits('0009')
    one.handle({ kind: 'erase' })
    one.digits('1111')
    one.handle({ kind: 'enter' })
    expect(one.turn().shown).toMatchObject({ at: 'pin', typed: '', isWrong: true })
    expect(one.done()).toEqual(['pin 1111'])
    one.handle({ kind: 'enter' })
    expect(one.at()).toBe('question')
  })

  test('makes test presses of any origin, none of them thanked for', () => {
    const one = entered()
    one.done()
    one.digits('1')
    one.touch(5)
    one.handle({ kind: 'box', face: 3, box: { id: 1, seq: 9 } })
    expect(one.done()).toEqual(['test 1 keys', 'close 1', 'test 5 touch', 'close 2', 'test 3 box', 'close 3'])
    expect(one.turn().shown).toMatchObject({ at: 'technician', tried: { face: 3, seq: 3 } })
  })

  test('is left after a minute of silence, or with 0', () => {
    const one = entered()
    one.wait(59_999)
    expect(one.at()).toBe('technician')
    one.wait(1)
    expect(one.at()).toBe('question')
    const other = entered()
    other.digits('0')
    expect(other.at()).toBe('question')
  })

  test('while the PIN is asked for, a citizen at a button box is served', () => {
    const one = device()
    one.digits('000')
    one.handle({ kind: 'box', face: 5, box: null })
    expect([one.at(), one.done()]).toEqual(['thanks', ['press 5 box', 'close 1']])
  })

  test('sees a device that is not enrolled yet without a PIN, and cannot press there', () => {
    const one = device(null)
    one.digits('0001')
    expect([one.at(), one.done()]).toEqual(['technician', []])
    one.digits('0')
    expect(one.at()).toBe('unready')
  })
})

const face = fc.constantFrom<Face[]>(1, 2, 3, 4, 5)
const events = fc.oneof<fc.Arbitrary<TurnEvent>[]>(
  fc.record({ kind: fc.constant('digit' as const), digit: fc.nat(9) }),
  face.map(one => ({ kind: 'touch' as const, zone: { what: 'face' as const, face: one } })),
  fc.constantFrom<TurnEvent[]>(
    { kind: 'touch', zone: { what: 'skip' } },
    { kind: 'touch', zone: { what: 'reason', code: 'waiting' } },
    { kind: 'touch', zone: { what: 'language' } },
    { kind: 'touch', zone: { what: 'leave' } },
    { kind: 'touch', zone: { what: 'digit', digit: 0 } },
    { kind: 'enter' },
    { kind: 'erase' },
    { kind: 'star' },
    { kind: 'refused' },
    { kind: 'tick' },
  ),
  face.map(one => ({ kind: 'box' as const, face: one, box: null })),
  fc.boolean().map(isRight => ({ kind: 'pin' as const, isRight })),
)
const steps = fc.array(
  fc.record({
    event: events,
    passed: fc.constantFrom(0, 10, 400, 1_000, 3_000, 13_000, 70_000),
    keeps: fc.constantFrom('kept', 'refused', 'silent'),
    isReady: fc.boolean(),
  }),
  { maxLength: 60 },
)

test('whatever comes, thanks are for a press that was kept, and every kept press is closed once', () => {
  fc.assert(
    fc.property(steps, planned => {
      let turn: Turn = FIRST_TURN
      let ms = 0
      let seq = 0
      let isOpen = false
      const closed: number[] = []
      const take = (event: TurnEvent, keeps: string, configuration: Configuration | null): void => {
        const before = turn.shown.at
        const next = on(turn, event, configuration, ms)
        turn = next.turn
        const isThanked = turn.shown.at === 'thanks' && before !== 'thanks'
        if (isThanked) expect(next.acts.at(-1)?.act).toBe('close')
        for (const act of next.acts) {
          if (act.act === 'close') {
            closed.push(act.seq)
            isOpen = false
          }
          if (act.act === 'giveReason') expect(isOpen && act.seq === seq).toBe(true)
          if (act.act !== 'press') continue
          expect(configuration).not.toBeNull()
          if (keeps === 'kept') {
            isOpen = true
            take({ kind: 'kept', seq: ++seq }, keeps, configuration)
          }
          if (keeps === 'refused') take({ kind: 'refused' }, keeps, configuration)
        }
      }
      for (const { event, passed, keeps, isReady } of planned) {
        ms += passed
        take(event, keeps, isReady ? CONFIGURATION : null)
        const due = nextMs(turn)
        if (due !== null) expect(due).toBeGreaterThan(ms)
      }
      ms += 100_000
      take({ kind: 'tick' }, 'kept', CONFIGURATION)
      ms += 100_000
      take({ kind: 'tick' }, 'kept', CONFIGURATION)
      expect([turn.shown.at, turn.lang, nextMs(turn)]).toEqual(['question', 'bg', null])
      expect(closed).toEqual(Array.from({ length: seq }, (_, index) => index + 1))
    }),
    { numRuns: 500 },
  )
})
