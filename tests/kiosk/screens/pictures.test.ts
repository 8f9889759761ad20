import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { faceLines, moodsOf } from '../../../kiosk/screens/faces.ts'
import type { Size } from '../../../kiosk/screens/picture.ts'
import type { Shown } from '../../../kiosk/screens/turn.ts'
import { pictureOf, type Scene } from '../../../kiosk/screens/view.ts'
import { LANGUAGES } from '../../../rules/languages.ts'
import { CONFIGURATION, FACTS, LONG, linesOf, sceneAt } from '../../support/kiosk-scene.ts'
import { openStageTerminal } from '../../support/stage-terminal.ts'

const asked = (configuration = CONFIGURATION): Shown => ({
  at: 'follow_up',
  seq: 7,
  face: 1,
  asked: configuration.followUp as NonNullable<typeof configuration.followUp>,
  opens: 0,
  ends: 1,
})
const QUESTION: Shown = { at: 'question' }
const technician = (tried: Extract<Shown, { at: 'technician' }>['tried']): Shown => ({
  at: 'technician',
  tried,
  ends: 1,
})

const SCENES: Record<string, Scene> = {
  question: sceneAt(QUESTION),
  'question-four': sceneAt(QUESTION, { configuration: { ...CONFIGURATION, faces: 4 } }),
  'question-long-closed': sceneAt(QUESTION, { configuration: LONG, isClosed: true }),
  'follow-up': sceneAt(asked()),
  'follow-up-long': sceneAt(asked(LONG), { configuration: LONG }),
  thanks: sceneAt({ at: 'thanks', ends: 1 }),
  'thanks-own': sceneAt(
    { at: 'thanks', ends: 1 },
    {
      configuration: {
        ...CONFIGURATION,
        thanks: { bg: 'Благодарим! Ще прочетем всяка оценка.', en: 'Thank you! We shall read each answer.' },
      },
    },
  ),
  sorry: sceneAt({ at: 'sorry', ends: 1 }),
  'unready-unenrolled': sceneAt({ at: 'unready' }, { configuration: null, unready: 'unenrolled' }),
  'unready-revoked': sceneAt({ at: 'unready' }, { configuration: null, unready: 'revoked' }),
  pin: sceneAt({ at: 'pin', typed: '1234', isWrong: false, ends: 1 }),
  'pin-wrong': sceneAt({ at: 'pin', typed: '', isWrong: true, ends: 1 }),
  technician: sceneAt(technician({ face: 4, seq: 1205 })),
  'technician-troubled': sceneAt(technician({ face: 1, seq: 'refused' }), {
    facts: {
      ...FACTS,
      trouble: 'doubled',
      lastWordSeconds: 200_000,
      outbox: 100_000,
      skewMs: -31_536_000_000,
      faults: ['disk_full', 'line_lost'],
      boxes: Array.from({ length: 20 }, (_, index) => ({
        id: index + 1,
        millivolts: 2_400,
        uptimeSeconds: 1,
        silentSeconds: 60 * index,
        lost: index,
        garbled: 0,
      })),
    },
  }),
  'technician-unenrolled': sceneAt(technician(null), {
    configuration: null,
    facts: { ...FACTS, hub: null, lastWordSeconds: null, lastSeq: 0, skewMs: null, boxes: [] },
  }),
}

describe.each([
  { columns: 80, rows: 24 },
  { columns: 160, rows: 45 },
])('at $columns×$rows', size => {
  const terminal = openStageTerminal(size)
  afterAll(() => terminal.stage.end())

  test.each(Object.entries(SCENES))('%s', async (name, scene) => {
    const frames: string[] = []
    for (const lang of LANGUAGES) {
      terminal.stage.show(pictureOf({ ...scene, turn: { ...scene.turn, lang }, size }))
      frames.push(await terminal.frame())
    }
    const edge = `${'-'.repeat(size.columns)}\n`
    await expect(`${edge}${frames.join(`\n${edge}`)}\n${edge}`).toMatchFileSnapshot(
      `../../golden/kiosk/${name}-${size.columns}x${size.rows}.txt`,
    )
  })
})

const sizes = fc.record({
  columns: fc.integer({ min: 1, max: 220 }),
  rows: fc.integer({ min: 1, max: 70 }),
})

test('whatever the size, a picture fills the screen and no more, and what can be touched is on it', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.constantFrom(...Object.values(SCENES)),
      fc.constantFrom(...LANGUAGES),
      (size, scene, lang) => {
        const at = { ...scene, turn: { ...scene.turn, lang }, size }
        const lines = linesOf(at)
        expect(lines).toHaveLength(size.rows)
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(size.columns)
        for (const { left, right, top, bottom } of pictureOf(at).zones) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThan(size.columns)
          expect(top).toBeLessThanOrEqual(bottom)
          expect(bottom).toBeLessThan(size.rows)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('the longest question, nine answers and the way past them can all be touched at 80×24, where they stand', () => {
  const touched = (name: string) =>
    pictureOf(SCENES[name] as Scene).zones.map(({ zone }) => ('face' in zone ? zone.face : zone.what))
  expect(touched('question-long-closed')).toEqual(['digit', 'language', 1, 2, 3, 4, 5])
  const scene = SCENES['follow-up-long'] as Scene
  const lines = linesOf(scene)
  const answers = pictureOf(scene).zones.filter(({ zone }) => zone.what === 'reason' || zone.what === 'skip')
  expect(answers).toHaveLength(10)
  for (const [index, { left, right, top, bottom }] of answers.entries()) {
    const there = lines.slice(top, bottom + 1).map(line => line.slice(left, right + 1))
    expect(there.join(' ')).toContain(index < 9 ? ` ${index + 1}  Трябваше` : ' 0  Пропусни')
  }
})

test('no place on the screen answers for two things', () => {
  const holds = (size: Size, scene: Scene) => {
    const { zones } = pictureOf({ ...scene, size })
    for (const [index, one] of zones.entries())
      for (const other of zones.slice(index + 1))
        expect(
          one.right < other.left ||
            other.right < one.left ||
            one.bottom < other.top ||
            other.bottom < one.top,
        ).toBe(true)
  }
  fc.assert(fc.property(sizes, fc.constantFrom(...Object.values(SCENES)), holds))
})

/** The letters, signs and lines of CyrSlav, the smallest of the console fonts that have Bulgarian letters. */
const EVERY_CONSOLE_HAS = /^[ -~А-Яа-яѝЍ№€„“–│─┌┐└┘═║╔╗╚╝█←]*$/u

test('only what every console font has is drawn', () => {
  for (const scene of Object.values(SCENES))
    for (const lang of LANGUAGES)
      for (const line of linesOf({ ...scene, turn: { ...scene.turn, lang } }))
        expect(line).toMatch(EVERY_CONSOLE_HAS)
})

test('faces differ by their shape, not by their colour alone', () => {
  for (const scale of [1, 2, 3, 4])
    for (const faces of [4, 5] as const)
      expect(new Set(moodsOf(faces).map(mood => faceLines(mood, scale).join('\n'))).size).toBe(faces)
})

test('the head and the foot stay where they are from the question to the thanks', () => {
  const ends = (shown: Shown) => {
    const lines = linesOf(sceneAt(shown))
    return [lines.slice(0, 3), lines.length]
  }
  expect(ends(asked())).toEqual(ends(QUESTION))
  expect(ends({ at: 'thanks', ends: 1 })).toEqual(ends(QUESTION))
})

test('what the hub sends cannot move a cursor or break a line', () => {
  const question = { bg: 'Добре\x1b[2J ли\r\nе 😀?', en: 'Is\tit?' }
  const lines = linesOf(sceneAt(QUESTION, { configuration: { ...CONFIGURATION, question } }))
  expect(lines.join('\n')).not.toMatch(/[^\n -~А-я№–│─┌┐└┘█]/u)
  expect(lines.some(line => line.trim() === 'Добре[2J ли е ?')).toBe(true)
})
