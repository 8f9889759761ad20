import { describe, expect, test } from 'vitest'
import {
  readCount,
  readForeignDay,
  readMoment,
  readOrNull,
  whyNotChosen,
  whyNotTaken,
} from '../../rules/document-entry.ts'
import { Refusal } from '../../rules/refusal.ts'

const now = Temporal.Instant.from('2026-01-12T08:15:07Z')
const today = Temporal.PlainDate.from('2026-01-12')

const codeOf = (read: unknown) => (read instanceof Refusal ? read.code : String(read))

describe('when a document came, as it is typed on 12.01.2026 at 10:15', () => {
  test.each([
    ['', 'null'],
    ['днес', '2026-01-12T08:15:07Z'],
    ['9:05', '2026-01-12T07:05:00Z'],
    ['вчера', '2026-01-11T10:00:00Z'],
    ['вчера 16:45', '2026-01-11T14:45:00Z'],
    ['09.01', '2026-01-09T10:00:00Z'],
    ['9.1. 08:00', '2026-01-09T06:00:00Z'],
    ['20.11', '2025-11-20T10:00:00Z'],
    ['20.11.2025 23:59', '2025-11-20T21:59:00Z'],
    ['2026-01-09', '2026-01-09T10:00:00Z'],
    ['13.01.2026', '2026-01-13T10:00:00Z'],
    ['25:00', 'entry.moment_wrong'],
    ['31.02.2026', 'entry.moment_wrong'],
    ['скоро', 'entry.moment_wrong'],
  ])('«%s»', (text, read) => expect(codeOf(readMoment(text, now))).toBe(read))
})

test('the day on a document, and how many sheets it has', () => {
  expect(codeOf(readForeignDay('20.11', today))).toBe('2025-11-20')
  expect(codeOf(readForeignDay(' ', today))).toBe('null')
  expect(codeOf(readForeignDay('20/11', today))).toBe('entry.moment_wrong')
  expect([readCount('12'), readCount(''), codeOf(readCount('12345')), codeOf(readCount('-1'))]).toEqual([
    12,
    null,
    'entry.count_wrong',
    'entry.count_wrong',
  ])
  expect(readOrNull(readCount('два'))).toBeNull()
})

test('words that choose nothing yet are told', () => {
  expect(whyNotChosen(' ')).toBeNull()
  expect(whyNotTaken(' ')).toBeNull()
  expect(whyNotTaken(' скан.pdf ')).toMatchObject({
    code: 'entry.file_not_taken',
    facts: { text: 'скан.pdf' },
  })
  expect(whyNotChosen('ива')).toMatchObject({ code: 'entry.not_chosen', facts: { text: 'ива' } })
})
