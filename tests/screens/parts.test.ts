import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBig } from '../../rules/big-letters.ts'
import type { KeyName } from '../../tui/keys.ts'
import { bigRows } from '../../tui/parts/big-number.tsx'
import { fit, fitRow, widthOf, wrapped } from '../../tui/parts/fit.ts'
import { noticeRows } from '../../tui/parts/frame.tsx'
import { keyRows } from '../../tui/parts/key-cells.ts'
import { firstVisible, moveCursor } from '../../tui/parts/list.tsx'
import { toneProps } from '../../tui/theme.ts'

describe('text in a column', () => {
  test.each([
    ['Скица', 8, 'Скица   '],
    ['Удостоверение', 8, 'Удостов…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日… '],
    ['e\u0301te', 3, '\u00e9te'],
  ])('%s in %i cells', (text, width, drawn) => expect(fit(text, width)).toBe(drawn))

  test('an amount that does not fit is not shown cut', () => {
    expect(fit('12,50', 8, 'right')).toBe('   12,50')
    expect(fit('1234567,50', 8, 'right')).toBe('########')
  })
  test('always takes exactly its width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, width) => {
        expect(widthOf(fit(text, width))).toBe(width)
      }),
    )
  })
  test('a line break or an escape sequence in a name cannot disturb the frame', () => {
    expect(fit('Иван\n\x1b[2JПетров', 20)).toBe('Иван [2JПетров      ')
  })
  test('a row gives the rest of the width to one column', () => {
    const columns = [{ width: 4 }, { width: 'rest' as const }, { width: 7, align: 'right' as const }]
    expect(fitRow(columns, ['2107', 'Удостоверение за наследници', '5,11'], 30)).toBe(
      '2107 Удостоверение за…    5,11',
    )
  })
  test('a long text is broken at blanks and no letter is lost', () => {
    expect(wrapped('Въведете услуга и натиснете Enter', 16)).toEqual([
      'Въведете услуга',
      'и натиснете',
      'Enter',
    ])
    expect(wrapped('За предаване 1 390,00 €.', 20)).toEqual(['За предаване', '1 390,00 €.'])
    expect(wrapped('1234567890', 4)).toEqual(['1234', '5678', '90'])
  })
})

describe('a list', () => {
  const move = (cursor: number, name: KeyName, count: number) =>
    moveCursor(cursor, { kind: 'key', name }, count)
  test.each<[number, KeyName, number, number]>([
    [0, 'up', 5, 0],
    [0, 'down', 5, 1],
    [4, 'down', 5, 4],
    [2, 'pagedown', 50, 12],
    [2, 'pageup', 50, 0],
    [3, 'home', 5, 0],
    [3, 'end', 5, 4],
    [0, 'down', 0, 0],
  ])('from row %i, %s of %i rows is row %i', (cursor, name, count, to) =>
    expect(move(cursor, name, count)).toBe(to),
  )

  test('always shows the row with the cursor, and never an empty window', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 40 }),
        (at, count, height) => {
          const cursor = Math.min(at, count - 1)
          const first = firstVisible(cursor, count, height)
          expect(cursor).toBeGreaterThanOrEqual(first)
          expect(cursor).toBeLessThan(first + height)
          expect(first).toBeLessThanOrEqual(Math.max(0, count - height))
        },
      ),
    )
  })
})

describe('the key bar', () => {
  const line = (key: string, label: string, isRefused = false) => ({ key, label, isRefused })
  const drawn = (rows: ReturnType<typeof keyRows>) =>
    rows.map(row => row.map(cell => ` ${cell.key} ${cell.text}`).join(''))

  test('stands in even cells, refused commands in parentheses', () => {
    const lines = [
      line('f1', 'Помощ'),
      line('enter', 'Добави'),
      line('f8', 'Плащане', true),
      line('esc', 'Назад'),
    ]
    expect(drawn(keyRows(lines, 80))).toEqual([
      ' F1 Помощ            Enter Добави        F8 (Плащане)        Esc Назад          ',
    ])
  })
  test('twelve commands with long names take two rows of 80 cells, no cell more', () => {
    const lines = Array.from({ length: 12 }, (_, index) => line(`f${index + 1}`, 'Приключване на каса'))
    const rows = drawn(keyRows(lines, 80))
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(80)
  })
  test('no commands take no row', () => expect(keyRows([], 80)).toEqual([]))
})

test('a long notice takes more rows, a very long one is cut in the third', () => {
  const rows = noticeRows(
    { tone: 'refused', text: 'Касата е отворена на друго място. '.repeat(8).trim() },
    40,
  )
  expect(rows).toHaveLength(3)
  expect(rows[0]).toBe(' ! Касата е отворена на друго място.    ')
  expect(rows[2]?.trimEnd()).toMatch(/…$/)
})

test('the amount in big digits', async () => {
  await expect(bigRows('-1234567890,05 €').join('\n')).toMatchFileSnapshot('../golden/screens/big-number.txt')
})

test('a number of a document in big letters, and none with a letter that has no shape', async () => {
  expect(isBig('ЗВ-1-00042#3')).toBe(true)
  expect(isBig('ЗВ–1')).toBe(false)
  const letters = ['АБВГДЕЖЗИЙКЛМНО', 'ПРСТУФХЦЧШЩЪЬЮЯ', 'ЗВ-1-00042#3/26'].map(text =>
    bigRows(text).join('\n'),
  )
  await expect(letters.join('\n\n')).toMatchFileSnapshot('../golden/screens/big-letters.txt')
})

test('with NO_COLOR the danger is still bold', () => {
  expect(toneProps('danger', true)).toEqual({ bold: true })
  expect(toneProps('danger', false)).toEqual({ color: 'red', bold: true })
})
