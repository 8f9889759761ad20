import { expect, test } from 'vitest'
import { keptUntil, readRetention, showRetention } from '../../rules/retention.ts'

// чл. 37 от Наредбата за реда за организирането, обработването, експертизата … (ДВ 28/2024)
test.each([
  ['П', 'П'],
  [' п ', 'П'],
  ['П – в институцията', 'П – в институцията'],
  ['П-в институцията', 'П – в институцията'],
  ['5', '5 г.'],
  ['10 г. ЕК', '10 г. ЕК'],
  ['5ЕК', '5 г. ЕК'],
  ['50 години', '50 г.'],
  ['130', '130 г.'],
  ['0', null],
  ['131', null],
  ['ЕК', null],
  ['', null],
  ['пет', null],
])('the mark «%s» is read as %s', (text, shown) => {
  const read = readRetention(text)
  expect(read && showRetention(read, 'bg')).toBe(shown)
})

test('years count from the end of the year of closing', () => {
  const closed = Temporal.PlainDate.from('2026-03-04')
  const five = readRetention('5 ЕК')
  expect(five && keptUntil(five, closed)?.toString()).toBe('2031-12-31')
  const always = readRetention('П')
  expect(always && keptUntil(always, closed)).toBeNull()
  expect(five && showRetention(five, 'en')).toBe('5 y. EC')
})
