import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crcOf, OPENED, readBytes, readPause, type Word } from '../../../kiosk/buttons/box-protocol.ts'
import { heartbeatLine, pressLine } from '../../support/button-box.ts'

const PAUSE = Symbol('pause')
type Heard = string | Uint8Array | typeof PAUSE

/** All that a line says; it was open and quiet before. */
function wordsOf(...heard: Heard[]): Word[] {
  const words: Word[] = []
  let reading = OPENED
  for (const one of [PAUSE, ...heard]) {
    const read = one === PAUSE ? readPause(reading) : readBytes(reading, Buffer.from(one as string, 'latin1'))
    reading = read.reading
    words.push(...read.words)
  }
  return words
}
const garbled: Word = { kind: 'garbled' }
const digit = (face: number) => ({ kind: 'digit', face }) as Word
const press = (box: number, face: number, seq: number) => ({ kind: 'press', box, face, seq }) as Word

test('the checksum is CRC-16/CCITT-FALSE', () => expect(crcOf('123456789')).toBe(0x29b1))

test('each example of the protocol is read as it says', () => {
  const text = readFileSync(new URL('../../../kiosk/buttons/PROTOCOL.md', import.meta.url), 'utf8')
  const examples = text.split('\n').filter(line => /^ {4}[BH]\d/.test(line))
  expect(examples.flatMap(line => wordsOf(`${line.trim()}\n`))).toEqual([
    press(7, 1, 1),
    press(7, 5, 2),
    press(12, 4, 65_535),
    press(12, 4, 0),
    { kind: 'heartbeat', box: 7, millivolts: 2_950, uptime: 86_400 },
    { kind: 'heartbeat', box: 7, millivolts: 2_950, uptime: 86_400 },
  ])
})

describe('a press is read', () => {
  const line = pressLine(7, 3, 12)
  const whole = line.trim()
  test.each<[string, Heard[], Word[]]>([
    ['with LF', [line], [press(7, 3, 12)]],
    ['with CR LF', [`${whole}\r\n`], [press(7, 3, 12)]],
    ['byte by byte', [...line], [press(7, 3, 12)]],
    ['with a small checksum letter', [`${whole.toLowerCase().replace('b7', 'B7')}\n`], [press(7, 3, 12)]],
    ['without its line end, after a pause', [whole, PAUSE], [press(7, 3, 12)]],
    ['behind a line that was cut', [`B7,2,1${line}`], [press(7, 3, 12), garbled]],
    ['joined with the next', [whole + pressLine(7, 1, 13)], [press(7, 3, 12), press(7, 1, 13)]],
    [
      'behind endless noise',
      ['x'.repeat(1_000), line],
      [...Array(1).fill(garbled), press(7, 3, 12), garbled],
    ],
    [
      'in the midst of endless noise',
      [`${'x'.repeat(200)}${whole}${'x'.repeat(200)}`],
      [press(7, 3, 12), garbled],
    ],
    ['as a digit with a line end', ['4\n'], [digit(4)]],
    ['as a digit without one, after a pause', ['4', PAUSE], [digit(4)]],
    ['as two digits while the device was busy', ['42', PAUSE], [digit(4), digit(2)]],
  ])('%s', (_, heard, words) => expect(wordsOf(...heard)).toEqual(words))
})

describe('no press is read', () => {
  const line = pressLine(7, 3, 12)
  test.each<[string, Heard[], Word[]]>([
    ['from a wrong checksum', ['B7,3,12,0000\n'], [garbled]],
    ['from another face under the same checksum', [line.replace(',3,', ',4,')], [garbled]],
    [
      'from a face or a number that cannot be',
      [pressLine(7, 6, 1), pressLine(7, 1, 65_536)],
      [garbled, garbled],
    ],
    ['from the front of a line', ['B7,3', PAUSE, '\n'], [garbled]],
    ['from the end of a line', [line.slice(3)], [garbled]],
    ['from several digits in one line', ['42\n'], [garbled]],
    ['from 0, 6 and letters', ['0\n6\nx\n'], [garbled, garbled, garbled]],
    ['from empty lines and pauses', ['\n\r\n', PAUSE, PAUSE], []],
    ['from a lone digit where a box with numbers speaks', [line, '3\n'], [press(7, 3, 12), garbled]],
    ['from a sign of life that was cut', ['H7,29', PAUSE], [garbled]],
    ['from a sign of life of a hundred volts and more', ['H7,100001,1\n'], [garbled]],
  ])('%s', (_, heard, words) => expect(wordsOf(...heard)).toEqual(words))

  test('from what is left of a line that began before the port was open', () => {
    const { reading, words } = readBytes(OPENED, Buffer.from('3\n4\n'))
    expect([...words, ...readPause(reading).words]).toEqual([garbled, digit(4)])
  })
})

const aPress = fc
  .tuple(fc.nat(9_999), fc.integer({ min: 1, max: 5 }), fc.nat(65_535))
  .map(([box, face, seq]) => ({ line: pressLine(box, face, seq), words: [press(box, face, seq)] }))
const aHeartbeat = fc
  .tuple(fc.nat(9_999), fc.nat(5_000), fc.nat(9_999_999))
  .map(([box, millivolts, uptime]) => ({
    line: heartbeatLine(box, millivolts, uptime),
    words: [{ kind: 'heartbeat', box, millivolts, uptime } as Word],
  }))
const aCutLine = fc
  .tuple(aPress, fc.nat(20), fc.nat(20))
  .map(([{ line }, from, to]) => line.slice(from, to))
  .filter(piece => !/B.*,.*,.*,....$/.test(piece.trim()))
  .map(line => ({ line, words: [] as Word[] }))
const aNoise = fc
  .uint8Array({ maxLength: 40 })
  .map(bytes => ({ line: Buffer.from(bytes).toString('latin1'), words: [] as Word[] }))

/** Cuts a text into pieces of these lengths, over and over. */
function* cut(text: string, lengths: number[]): Generator<string> {
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length]!
    yield text.slice(at, at + length)
    at += length
  }
}
const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
const withFace = (words: Word[]) => words.filter(one => one.kind !== 'garbled')

test('whatever is around them, the lines that were sent whole are read, each once and in order, and nothing else', () => {
  const stream = fc.array(fc.oneof(aPress, aHeartbeat, aCutLine, aNoise), { maxLength: 12 })
  fc.assert(
    fc.property(stream, lengths, (sent, sizes) => {
      const numbered = { line: pressLine(0, 1, 0), words: [press(0, 1, 0)] }
      const all = [numbered, ...sent]
      const heard = wordsOf(...cut(all.map(({ line }) => line).join(''), sizes), PAUSE)
      expect(withFace(heard)).toEqual(all.flatMap(({ words }) => words))
    }),
    { numRuns: 500, seed: 20_261_122 },
  )
})

test('any bytes at all are read without a fault and without an end to what is held', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 6 }), pieces => {
      let reading = OPENED
      for (const bytes of pieces) {
        const read = readBytes(reading, bytes)
        expect(read.words.filter(({ kind }) => kind === 'press')).toEqual([])
        reading = read.reading
        expect(reading.held.length).toBeLessThanOrEqual(128)
      }
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('of bare digits those are read that stand alone, between line ends or pauses', () => {
  const aDigit = fc.integer({ min: 1, max: 5 })
  const piece = fc.oneof(
    aDigit.map(face => ({ heard: [`${face}\n`] as Heard[], faces: [face] })),
    aDigit.map(face => ({ heard: [`${face}`, PAUSE] as Heard[], faces: [face] })),
    fc
      .string({ maxLength: 8 })
      .map(noise => ({ heard: [`~${noise}`, PAUSE] as Heard[], faces: [] as number[] })),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const heard = wordsOf(...pieces.flatMap(one => one.heard))
      expect(withFace(heard)).toEqual(pieces.flatMap(one => one.faces.map(digit)))
    }),
    { numRuns: 200, seed: 3 },
  )
})
