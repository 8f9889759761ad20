import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainLines, plainText } from '../../rules/plain-text.ts'

describe('text that was typed, pasted or imported', () => {
  test.each([
    ['Мария Петрова', 'Мария Петрова'],
    ['ред\nред\r\nред', 'ред ред ред'],
    ['а\tб', 'а б'],
    ['\u001b[2Jизчисти', '[2Jизчисти'],
    ['\u009b2J', '2J'],
    ['\u0000a\u007f', 'a'],
    ['\u202eобърнато', 'обърнато'],
    ['\u2066x\u2069', 'x'],
    ['\ufeffначало', 'начало'],
    ['и\u0306', 'й'],
    ['и\u200b\u0306', 'й'],
    ['\ud800x', 'x'],
    ['№ 5 – „да“ 5 €', '№ 5 – „да“ 5 €'],
  ])('%j becomes %j', (raw, plain) => {
    expect(plainText(raw)).toBe(plain)
  })

  test('of several lines keeps them, and their indents', () => {
    expect(plainLines('Смолян\u001b[31m\n  каса\r1')).toBe('Смолян[31m\n  каса 1')
  })

  test('cannot steer a terminal or a printer, and cleaning it again changes nothing', () => {
    const raw = fc.string({
      unit: fc
        .oneof(fc.nat(0x2fff), fc.constantFrom(0xd800, 0xdc00, 0x1f600))
        .map(code => String.fromCodePoint(code)),
    })
    fc.assert(
      fc.property(raw, text => {
        const plain = plainText(text)
        expect(plain).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2028\u2029]/u)
        expect(plain.isWellFormed()).toBe(true)
        expect(plainText(plain)).toBe(plain)
      }),
      { numRuns: 1000 },
    )
  })
})
