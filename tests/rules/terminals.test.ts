import { expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { isUnmatched, readTerminalTotal, terminalState, whyNotMatched } from '../../rules/terminals.ts'
import { terminals } from './book-facts.ts'

test('what has to be looked at: nobody matched it, or money moved since', () => {
  expect(terminals.map(terminalState)).toEqual(['matched', 'explained', 'changed', 'missing', 'idle'])
  expect(terminals.map(isUnmatched)).toEqual([false, false, true, true, false])
})

test('a difference wants its reason in words', () => {
  expect(whyNotMatched('T1', cents(100), cents(100), null)).toBeNull()
  expect(whyNotMatched('T1', cents(90), cents(100), 'грешен бон')).toBeNull()
  for (const reason of [null, '', '  xy  '])
    expect(whyNotMatched('T1', cents(90), cents(100), reason)?.facts).toEqual({
      terminal: 'T1',
      difference: -10n,
    })
})

test.each([
  ['125,40', 12_540n],
  ['-12,50', -1_250n],
  ['− 3', -300n],
  ['0', 0n],
])('the total %s of a slip', (text, total) => {
  expect(readTerminalTotal(text)).toBe(total)
})

test.each(['', '-', '--5', '1,234', 'abc'])('%j is no total', text => {
  expect(readTerminalTotal(text)).toBeInstanceOf(Refusal)
})
