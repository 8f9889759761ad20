import { describe, expect, test } from 'vitest'
import { DatabaseFault, type DatabaseFaultCode } from '../../db/fault.ts'
import { screens as bgScreens } from '../../locales/bg/screens.ts'
import { screens as enScreens } from '../../locales/en/screens.ts'
import { describeFault, describePrintFault, describeRefusal, textsFor } from '../../locales/texts.ts'
import { Fault, type FaultCode, faultCodes } from '../../printers/fault.ts'
import { cents } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'

/** Every place in a tree of texts: its path, what is there, and what it says when called with facts that suit anything. */
function placesOf(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree === 'function') return [[path, String(tree(anything, anything, anything))]]
  if (Array.isArray(tree)) return tree.flatMap((one, at) => placesOf(one, `${path}[${at}]`))
  return Object.entries(tree as object).flatMap(([key, value]) => placesOf(value, `${path}.${key}`))
}

/** Stands for any facts: as text «§», as an amount 12.50, as a list empty. */
const anything: unknown = new Proxy(() => '§', {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 1250 : '§')
    if (['most', 'now', 'missing', 'difference'].includes(String(key))) return cents(1250)
    if (key === 'near' || key === 'known') return []
    if (key === 'toLocaleUpperCase' || key === 'toString') return () => '§'
    return '§'
  },
})

const trees = {
  bg: { ...textsFor('bg'), screens: bgScreens },
  en: { ...textsFor('en'), screens: enScreens },
}

describe('texts', () => {
  test('both languages say the same things', () => {
    expect(placesOf(trees.en).map(([path]) => path)).toEqual(placesOf(trees.bg).map(([path]) => path))
  })

  test.each(['bg', 'en'] as const)('nothing in %s is empty, undefined or [object Object]', lang => {
    const wrong = placesOf(trees[lang]).filter(
      ([, text]) => text.trim() === '' || /undefined|\[object/.test(text),
    )
    expect(wrong).toEqual([])
  })

  test('Bulgarian texts have no Latin letter inside a Cyrillic word', () => {
    const mixed = placesOf(trees.bg).filter(([, text]) => /[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]/.test(text))
    expect(mixed).toEqual([])
  })

  test('English texts have no Cyrillic but names and letters of a test page', () => {
    const foreign = placesOf(trees.en).filter(
      ([path, text]) => /[а-яА-Я]/.test(text) && !path.includes('telltale'),
    )
    expect(foreign).toEqual([])
  })

  test('every refusal and every fault is a sentence', () => {
    for (const lang of ['bg', 'en'] as const) {
      const { refusals, faults } = textsFor(lang)
      for (const [path, text] of placesOf({ refusals, ...faults }))
        expect(text, `${lang}${path}`).toMatch(/[.:)»“"a-z]$/)
    }
  })
})

describe('faults', () => {
  const ofDatabase: Record<DatabaseFaultCode, unknown> = textsFor('bg').faults.database
  const ofPrinters: Record<FaultCode, unknown> = textsFor('bg').faults.printer

  test('every fault of the database and of printers has its sentence', () => {
    for (const code of Object.keys(ofDatabase) as DatabaseFaultCode[])
      expect(describeFault(new DatabaseFault(code, { path: '/х' }), 'bg')).toMatch(/[а-я]/)
    for (const code of faultCodes) {
      expect(ofPrinters).toHaveProperty(code)
      expect(describeFault(new Fault(code, { detail: 'x' }), 'en')).toBe(describePrintFault(code, 'en', 'x'))
    }
  })

  test.each([
    ['53100', /disk.*full/],
    ['42501', /denied/],
    ['57P01', /cannot be reached/],
    ['ECONNREFUSED', /cannot be reached/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
  ])('%s of the driver is explained, also when the query builder wrapped it', (code, said) => {
    const inner = Object.assign(new Error('inner'), { code })
    expect(describeFault(inner, 'en')).toMatch(said)
    expect(describeFault(new Error('Failed query', { cause: inner }), 'en')).toMatch(said)
  })

  test('a bug has no sentence, nor has a missing file', () => {
    expect(describeFault(new TypeError('x is not a function'), 'en')).toBeNull()
    const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
    expect(describeFault(missing, 'en')).toBeNull()
    expect(
      describeFault(Object.assign(new Error('socket'), { code: 'ENOENT', syscall: 'connect' }), 'en'),
    ).not.toBeNull()
  })
})

test('a refusal says its facts in the language asked for', () => {
  const why = refusal('payment.too_little_cash', { missing: cents(250) })
  expect(describeRefusal(why, 'bg')).toContain('липсват 2,50 €')
  expect(describeRefusal(why, 'en')).toContain('2.50 € is missing')
  expect(
    describeRefusal(
      new Refusal('authority.denied', { act: 'payments.take', post: 'head' }) as unknown as Refusal,
      'bg',
    ),
  ).toContain('Като ръководител не можете да приемате плащания')
})
