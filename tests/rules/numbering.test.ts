import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type NumberFacts,
  numberForm,
  readUri,
  sequenceIn,
  showNumber,
  showUri,
  whyNotTemplate,
  withoutDay,
} from '../../rules/numbering.ts'

const facts: NumberFacts = {
  index: 1,
  letters: 'УС',
  theme: '94-00',
  department: 'grao',
  caseNumber: '94-00-12/04.11.2026',
  day: Temporal.PlainDate.from('2026-11-04'),
}

// The forms are those that municipalities and agencies print on their letters.
test.each([
  ['{letters}-{index}-{seq:5}', {}, 123, 'УС-1-00123'],
  ['{theme}-{seq}/{day}', { theme: '10-00' }, 2354, '10-00-2354/04.11.2026'],
  ['{letters}-225А-{seq}/{day}', { letters: 'КС' }, 10, 'КС-225А-10/04.11.2026'],
  ['72-В{seq}/{day}', {}, 44, '72-В44/04.11.2026'],
  ['01-6500/{seq}/{day}', {}, 8690, '01-6500/8690/04.11.2026'],
  ['{letters}-688-{seq:7}/{day}', { letters: 'ФК' }, 75_992, 'ФК-688-0075992/04.11.2026'],
  ['{seq}-{day}', {}, 1_771_424_279, '1771424279-04.11.2026'],
  ['{theme}-{seq}', {}, 123, '94-00-123'],
  ['{letters}-01-{seq}', {}, 123, 'УС-01-123'],
  ['{department}/{year}/{seq:4}', {}, 7, 'grao/2026/0007'],
  ['{seq} - {yy}', {}, 7, '7 - 26'],
])('%s gives numbers like those in use', (template, known, seq, shown) => {
  expect(whyNotTemplate(template)).toBeNull()
  expect(showNumber(template, { ...facts, ...known }, seq, 0)).toBe(shown)
})

test('a reply is numbered inside its case, whose day is left out', () => {
  expect(whyNotTemplate('{case}#{sub}', 'reply')).toBeNull()
  expect(numberForm('{case}#{sub}', facts)).toBe('94-00-12#{s}')
  expect(showNumber('{case}#{sub}', facts, 900, 3)).toBe('94-00-12#3')
  expect(whyNotTemplate('{index}-{seq}-{sub}', 'reply')).toBeNull()
})

test('what the database fills stays in the form', () => {
  expect(numberForm('{letters}-{index}-{seq:5}', facts)).toBe('УС-1-{nnnnn}')
  expect(numberForm('{letters}-{seq}', { ...facts, letters: '{n}' })).toBe('n-{n}')
})

test('what is not known leaves out the sign after it', () => {
  expect(numberForm('{letters}-{index}-{seq}', { ...facts, letters: null })).toBe('1-{n}')
  expect(numberForm('{seq}/{department}', { ...facts, department: '' })).toBe('{n}')
})

test.each([
  ['', 'document', 'template.empty'],
  ['  ', 'document', 'template.empty'],
  ['{letters}-{index}', 'document', 'template.no_sequence'],
  ['{case}', 'reply', 'template.no_sequence'],
  ['{sub}', 'reply', 'template.no_sequence'],
  ['{seq', 'document', 'template.brace_open'],
  ['seq}', 'document', 'template.brace_open'],
  ['{{seq}}', 'document', 'template.brace_open'],
  ['{seq}-{number}', 'document', 'template.segment_unknown'],
  ['{SEQ}', 'document', 'template.segment_unknown'],
  ['{}-{seq}', 'document', 'template.segment_unknown'],
  ['{seq:0}', 'document', 'template.segment_unknown'],
  ['{seq:12}', 'document', 'template.segment_unknown'],
  ['{year:2}-{seq}', 'document', 'template.segment_unknown'],
  ['{seq}-{seq:4}', 'document', 'template.segment_twice'],
  ['{case}-{seq}', 'document', 'template.reply_only'],
  ['{seq}-{sub}', 'document', 'template.reply_only'],
  ['{year}{seq}', 'document', 'template.digits_touch'],
  ['94{seq}', 'document', 'template.digits_touch'],
  ['{seq}{yy}', 'document', 'template.digits_touch'],
  ['{seq}\u0007', 'document', 'template.sign_wrong'],
  ['{seq}\u202e', 'document', 'template.sign_wrong'],
  ['{seq}*', 'document', 'template.sign_wrong'],
  ['{seq};drop', 'document', 'template.sign_wrong'],
  ['{department}-{theme}-{letters}-{day}-{year}-{seq:9}', 'document', 'template.too_long'],
] as const)('%s for a %s is refused: %s', (template, numberOf, code) =>
  expect(whyNotTemplate(template, numberOf)?.code).toBe(code),
)

test('whatever template is let pass, the sequence is read back from its numbers', () => {
  const piece = fc.constantFrom(
    '{letters}',
    '{index}',
    '{theme}',
    '{department}',
    '{year}',
    '{yy}',
    '{day}',
    'А',
    '10',
  )
  const sequence = fc.constantFrom('{seq}', '{seq:3}', '{seq:9}')
  const sign = fc.constantFrom('-', '/', '.', '#', ' ')
  const template = fc
    .tuple(fc.uniqueArray(piece, { maxLength: 3 }), sequence, fc.uniqueArray(piece, { maxLength: 2 }), sign)
    .map(([before, seq, after, between]) => [...before, seq, ...after].join(between))
    .filter(text => whyNotTemplate(text) === null)
  fc.assert(
    fc.property(template, fc.integer({ min: 1, max: 9_999_999 }), (text, seq) => {
      expect(sequenceIn(text, facts, showNumber(text, facts, seq, 1))).toBe(seq)
    }),
  )
})

// чл. 28, ал. 1 от Наредбата за обмена на документи в администрацията
test.each([
  ['1-123-04.11.2026', '1-123-04.11.2026'],
  ['№ 12-0000123 / 4.11.2026 г.', '12-123-04.11.2026'],
  ['12–123–04.11.2026', '12-123-04.11.2026'],
  ['1-123-31.02.2026', null],
  ['0-123-04.11.2026', null],
  ['1-0-04.11.2026', null],
  ['94-00-12/04.11.2026', null],
  ['А-12-04.11.2026', null],
  ['', null],
])('the unique number «%s» is read as %s', (text, uri) => {
  const read = readUri(text)
  expect(read && showUri(read)).toBe(uri)
})

test('the number of a case without its day', () => {
  expect(withoutDay('94-00-12/04.11.2026')).toBe('94-00-12')
  expect(withoutDay('УС-01-12')).toBe('УС-01-12')
})
