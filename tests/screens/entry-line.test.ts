import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EntryLine, entryLine, graphemes, typedAfter, typeInto } from '../../tui/entry-line.ts'
import type { Key, KeyName } from '../../tui/keys.ts'
import { drawEntry } from '../../tui/parts/entry-field.tsx'
import { widthOf } from '../../tui/parts/fit.ts'

const text = (typed: string): Key => ({ kind: 'text', text: typed })
const key = (name: KeyName): Key => ({ kind: 'key', name })
const after = (line: EntryLine, ...keys: (Key | KeyName)[]): string => {
  const end = keys.reduce((now, one) => typeInto(now, typeof one === 'string' ? key(one) : one), line)
  const letters = graphemes(end.value)
  return `${letters.slice(0, end.cursor).join('')}|${letters.slice(end.cursor).join('')}`
}

describe('a line being typed', () => {
  test.each([
    ['text goes in at the cursor', after(entryLine('каа'), 'left', text('с')), 'кас|а'],
    ['Backspace takes the letter before', after(entryLine('каса'), 'left', 'backspace'), 'ка|а'],
    ['Delete takes the letter under', after(entryLine('каса'), 'home', 'delete'), '|аса'],
    ['at the ends nothing is taken', after(entryLine('а'), 'delete', 'home', 'backspace'), '|а'],
    ['a letter with an accent is one letter', after(entryLine('а\u0300б'), 'left', 'left', 'delete'), '|б'],
    ['an emoji of many code points is one letter', after(entryLine('a👨‍👩‍👧b'), 'left', 'backspace'), 'a|b'],
    [
      'a combining mark melts into the letter before it',
      after(entryLine('и'), text('\u0306'), text('!')),
      'й!|',
    ],
    ['home and end', after(entryLine('абв'), 'home', text('1'), 'end', text('2')), '1абв2|'],
    ['control characters never get in', after(entryLine(), text('a\x1b[2Jb\r\nc')), 'a[2Jb c|'],
  ])('%s', (_, is, should) => expect(is).toBe(should))

  test('takes no more letters than its limit, and keeps those that fit', () => {
    expect(typeInto(entryLine('12'), text('3456'), 4)).toEqual({ value: '1234', cursor: 4 })
  })
  test('a key that does nothing gives the same line back', () => {
    const line = entryLine('а')
    for (const name of ['right', 'end', 'f5', 'up', 'delete'] as const)
      expect(typeInto(line, key(name))).toBe(line)
  })
  test('whatever is typed, the cursor stays on a letter or behind the last, and the drawing has the width', () => {
    const anyKey = fc.oneof(
      fc.string({ unit: 'grapheme' }).map(text),
      fc.constantFrom<KeyName>('backspace', 'delete', 'left', 'right', 'home', 'end').map(key),
    )
    fc.assert(
      fc.property(fc.array(anyKey), fc.integer({ min: 4, max: 20 }), (keys, width) => {
        const line = keys.reduce((now, one) => typeInto(now, one, 30), entryLine())
        const letters = graphemes(line.value)
        expect(letters.length).toBeLessThanOrEqual(30)
        expect(line.cursor).toBeLessThanOrEqual(letters.length)
        const { before, at, after } = drawEntry(line, width, false)
        expect(widthOf(before) + widthOf(at) + widthOf(after)).toBe(width)
      }),
    )
  })
})

test('an operation takes its text from the line and leaves what was typed meanwhile', () => {
  expect(typedAfter(entryLine('045112'), '0451')).toEqual({ value: '12', cursor: 2 })
  expect(typedAfter({ value: '0451', cursor: 1 }, '0451')).toEqual({ value: '', cursor: 0 })
  expect(typedAfter(entryLine('045'), '0451')).toEqual({ value: '045', cursor: 3 })
})
test('a password is drawn as dots', () => {
  expect(drawEntry({ value: 'тайна', cursor: 2 }, 8, true)).toEqual({ before: '••', at: '•', after: '••   ' })
})
test('a line longer than its place shows the part with the cursor', () => {
  expect(drawEntry(entryLine('0123456789'), 5, false)).toEqual({ before: '6789', at: ' ', after: '' })
  expect(drawEntry({ value: '0123456789', cursor: 0 }, 5, false)).toEqual({
    before: '',
    at: '0',
    after: '123…',
  })
})
