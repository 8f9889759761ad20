import { describe, expect, test } from 'vitest'
import { favouriteDigit, readEntry } from '../../rules/entry.ts'

describe('what was typed at the desk', () => {
  test.each([
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['=', 'again'],
    ['+', 'again'],
    ['2076', 'number'],
    ['7', 'number'],
    ['7523169263', 'identifier'],
    ['752316 9263', 'identifier'],
    ['BG175074752', 'identifier'],
    ['1213961230342', 'identifier'],
    ['7523169262', 'mistyped'],
    ['175074751', 'mistyped'],
    ['12345678', 'number'],
    ['1-2026-000123', 'receipt'],
    ['12-2026-1', 'receipt'],
    ['94-00-12/05.11.2026', 'bill'],
    ['усл-2026-00412', 'bill'],
    ['№ 114', 'bill'],
    ['скица', 'name'],
    ['Иван Иванов', 'name'],
    ['Слънце 2005', 'name'],
    ['О-Шипка', 'name'],
  ])('«%s» is a %s', (typed, kind) => expect(readEntry(typed).entry.kind).toBe(kind))

  test.each([
    ['3*2076', '3', '2076'],
    [' 12 x скица', '12', 'скица'],
    ['2х1998', '2', '1998'],
    ['0*5', '0', '5'],
    ['2076', null, '2076'],
    ['*5', null, '*5'],
  ])('«%s» is %s of «%s»', (typed, quantity, text) =>
    expect(readEntry(typed)).toMatchObject({ quantity, text }),
  )

  test('a single digit but nought may be a favourite', () => {
    expect(['1', '9', '0', '12', 'а'].map(favouriteDigit)).toEqual([1, 9, null, null, null])
  })
})
