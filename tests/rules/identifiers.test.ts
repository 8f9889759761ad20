import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  birthDateOf,
  branchCheck,
  egnCheck,
  eikCheck,
  lnchCheck,
  looksLikeIdentifier,
  maskIdentifier,
  readIdentifier,
  readingsOf,
} from '../../rules/identifiers.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => Temporal.PlainDate.from(date.toISOString().slice(0, 10)))

/** The first six digits of a ЕГН of somebody born on that day. */
const bornOn = ({ year, month, day }: Temporal.PlainDate): string =>
  [year % 100, month + (year >= 2000 ? 40 : year < 1900 ? 20 : 0), day]
    .map(n => String(n).padStart(2, '0'))
    .join('')

describe('examples that others publish as right', () => {
  // ЕГН: en.wikipedia.org «Unique citizenship number»; arthurdejong.org/python-stdnum (bg.egn, bg.pnf, bg.vat);
  // github.com/petarov/bulgarian-control-numbers; ЕИК of 13: github.com/st0yanov/eik_validator.
  test.each([
    ['7523169263', 'egn'],
    ['8032056031', 'egn'],
    ['0550290476', 'egn'],
    ['7111042925', 'lnch'],
    ['175074752', 'eik'],
    ['131071587', 'eik'],
    ['020469788', 'eik'],
    ['1213961230342', 'eik'],
    ['000133901', 'eik'],
  ])('%s is read as %s', (text, kind) => {
    expect(readingsOf(text)).toContainEqual({ kind, digits: text })
    expect(looksLikeIdentifier(text)).toBe(false)
  })
})

describe('what is no number', () => {
  test.each([
    ['7523169262', 'the check digit'],
    ['8019010008', 'born in a month 19'],
    ['7111042922', 'the check digit of a ЛНЧ'],
    ['175074751', 'the check digit of a ЕИК'],
    ['1213961230343', 'the check digit of a branch'],
    ['1213961330342', 'the check digit of the ЕИК in a branch'],
    ['0000000000', 'noughts'],
    ['000000000', 'noughts'],
    ['BG7523169263', 'a ЕГН has no BG before it'],
  ])('%s: %s', text => {
    expect(readIdentifier(text)).toBeNull()
    expect(looksLikeIdentifier(text)).toBe(true)
  })

  test.each(['', 'Иванов', '75231692', '75231692634', '7523-169263', '75231692б3', 'BG'])(
    '«%s» does not even look like one',
    text => {
      expect(readIdentifier(text)).toBeNull()
      expect(looksLikeIdentifier(text)).toBe(false)
    },
  )
})

test('blanks are let pass, and BG before a ЕИК in both alphabets', () => {
  expect(readIdentifier(' 752316 9263 ')).toEqual({ kind: 'egn', digits: '7523169263' })
  for (const text of ['BG175074752', 'bg 175 074 752', 'БГ175074752'])
    expect(readIdentifier(text)).toEqual({ kind: 'eik', digits: '175074752' })
})

test('ten digits that are a ЕГН and a ЛНЧ are a ЕГН first, and both readings are told', () => {
  const both = fc.sample(fc.tuple(day, digits(3)), { numRuns: 300, seed: 7 }).flatMap(([born, serial]) => {
    const nine = bornOn(born) + serial
    return egnCheck(nine) === lnchCheck(nine) ? [`${nine}${egnCheck(nine)}`] : []
  })
  expect(both.length).toBeGreaterThan(5)
  for (const text of both) {
    expect(readingsOf(text).map(reading => reading.kind)).toEqual(['egn', 'lnch'])
    expect(readIdentifier(text)?.kind).toBe('egn')
  }
})

test('every number made by its rule is read, and none that differs from it in one digit of a ЕГН or a ЛНЧ', () => {
  fc.assert(
    fc.property(day, digits(3), (born, serial) => {
      const nine = bornOn(born) + serial
      const egn = `${nine}${egnCheck(nine)}`
      expect(readIdentifier(egn)).toEqual({ kind: 'egn', digits: egn })
      expect(birthDateOf(egn)?.equals(born)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(digits(9), nine => {
      const lnch = `${nine}${lnchCheck(nine)}`
      fc.pre(!/^0+$/.test(lnch))
      expect(readingsOf(lnch).map(reading => reading.kind)).toContain('lnch')
      const wrong = `${nine}${(lnchCheck(nine) + 1) % 10}`
      expect(readingsOf(wrong).map(reading => reading.kind)).not.toContain('lnch')
    }),
  )
  fc.assert(
    fc.property(digits(8), digits(3), (eight, branch) => {
      const eik = `${eight}${eikCheck(eight)}`
      fc.pre(!/^0+$/.test(eik))
      expect(readIdentifier(eik)).toEqual({ kind: 'eik', digits: eik })
      const whole = `${eik}${branch}`
      const long = `${whole}${branchCheck(whole)}`
      expect(readIdentifier(long)).toEqual({ kind: 'eik', digits: long })
    }),
  )
})

test('masked, the birth date stays and a ЕИК is whole', () => {
  expect(maskIdentifier({ kind: 'egn', digits: '7523169263' })).toBe('752316****')
  expect(maskIdentifier({ kind: 'lnch', digits: '7111042925' })).toBe('711104****')
  expect(maskIdentifier({ kind: 'eik', digits: '1213961230342' })).toBe('1213961230342')
})
