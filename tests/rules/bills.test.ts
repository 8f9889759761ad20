import { expect, test } from 'vitest'
import { readBillNumber } from '../../rules/bills.ts'

test.each([
  ['УСЛ-2026-00412', 'УСЛ-2026-00412'],
  [' усл-2026-00412 ', 'УСЛ-2026-00412'],
  ['№ 94-А-12 / 05.11.2026', '94-А-12/05.11.2026'],
  ['94–А–12', '94-А-12'],
  ['ab12', 'AB12'],
  ['', null],
  ['УСЛ', null],
  ['-12', null],
  ['12*3', null],
  ['12_3', null],
  ['1'.repeat(40), '1'.repeat(40)],
  ['1'.repeat(41), null],
])('the number of a bill written «%s» is kept as %s', (text, number) =>
  expect(readBillNumber(text)).toBe(number),
)
