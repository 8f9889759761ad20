import { expect, test } from 'vitest'
import { LAW_CALENDAR } from '../../rules/calendar.ts'
import { readTerm } from '../../rules/term-entry.ts'

/** A Friday before a long weekend: 24 to 28 December 2026 are days off. */
const today = Temporal.PlainDate.from('2026-12-18')
const read = (text: string) => readTerm(text, today, LAW_CALENDAR)?.toString() ?? null

test.each([
  ['днес', '2026-12-18'],
  [' Утре ', '2026-12-19'],
  ['tomorrow', '2026-12-19'],
  ['0', '2026-12-18'],
  ['1', '2026-12-21'],
  ['3', '2026-12-23'],
  ['4', '2026-12-29'],
  ['27.12', '2026-12-27'],
  ['27.12.', '2026-12-27'],
  ['5.1', '2027-01-05'],
  ['18.12', '2026-12-18'],
  ['17.12', '2027-12-17'],
  ['17.12.2026', '2026-12-17'],
  ['2026-12-31', '2026-12-31'],
])('«%s» is %s: working days, a day, or a word', (text, day) => {
  expect(read(text)).toBe(day)
})

test.each(['', ' ', '-1', '366', '31.11', '0.5', '5 дни', '32.13', '2026-02-30', 'скоро'])(
  '«%s» is no last day',
  text => expect(read(text)).toBeNull(),
)
