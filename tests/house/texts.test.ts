import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DatabaseFault, type DatabaseFaultCode } from '../../db/fault.ts'
import { anyFacts } from '../../docs/any-facts.ts'
import { answers as bgAnswers } from '../../locales/bg/answers.ts'
import { commands as bgCommands } from '../../locales/bg/commands.ts'
import { help as bgHelp } from '../../locales/bg/help.ts'
import { screens as bgScreens } from '../../locales/bg/screens.ts'
import { answers as enAnswers } from '../../locales/en/answers.ts'
import { commands as enCommands } from '../../locales/en/commands.ts'
import { help as enHelp } from '../../locales/en/help.ts'
import { screens as enScreens } from '../../locales/en/screens.ts'
import { describeFault, describePrintFault, describeRefusal, textsFor } from '../../locales/texts.ts'
import { Fault, type FaultCode, faultCodes } from '../../printers/fault.ts'
import { cents } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'

/** Every place in a tree of texts: its path, what is there, and what it says when called with facts that suit anything. */
function placesOf(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree === 'function')
    return [[path, String(tree(anyFacts, anyFacts, anyFacts, anyFacts, anyFacts, anyFacts))]]
  if (Array.isArray(tree)) return tree.flatMap((one, at) => placesOf(one, `${path}[${at}]`))
  return Object.entries(tree as object).flatMap(([key, value]) => placesOf(value, `${path}.${key}`))
}

/** An option without a value, a command without more to say. */
const MAY_BE_EMPTY = /\.(global|options)\..*\[0\]$|\.more$/

const trees = {
  bg: { ...textsFor('bg'), screens: bgScreens, help: bgHelp, commands: bgCommands, answers: bgAnswers },
  en: { ...textsFor('en'), screens: enScreens, help: enHelp, commands: enCommands, answers: enAnswers },
}

describe('texts', () => {
  test('both languages say the same things', () => {
    const paths = (lang: 'bg' | 'en') =>
      placesOf(trees[lang])
        .map(([path]) => path)
        .toSorted()
    expect(paths('en')).toEqual(paths('bg'))
  })

  test.each(['answers', 'commands'])('no two subjects give their %s the same name', async kind => {
    const folder = new URL(`../../locales/bg/${kind}/`, import.meta.url)
    const subjects = await Promise.all(readdirSync(folder).map(file => import(new URL(file, folder).href)))
    const names = subjects
      .flatMap(subject => Object.entries<object>(subject))
      .flatMap(([name, texts]) => (/(Answers|Commands)$/.test(name) ? Object.keys(texts) : [name]))
    expect(names.toSorted()).toEqual(Object.keys(trees.bg[kind as 'answers' | 'commands']).toSorted())
  })

  test.each(['bg', 'en'] as const)('nothing in %s is empty, undefined or [object Object]', lang => {
    const wrong = placesOf(trees[lang]).filter(
      ([path, text]) => (text.trim() === '' && !MAY_BE_EMPTY.test(path)) || /undefined|\[object/.test(text),
    )
    expect(wrong).toEqual([])
  })

  test('Bulgarian texts have no Latin letter inside a Cyrillic word', () => {
    const mixed = placesOf(trees.bg).filter(([, text]) => /[а-яА-Я][a-zA-Z]|[a-zA-Z][а-яА-Я]/.test(text))
    expect(mixed).toEqual([])
  })

  test('English texts have no Cyrillic but quoted words, names and letters of a test page', () => {
    const foreign = placesOf(trees.en).filter(
      ([path, text]) => /[а-яА-Я]/.test(text.replace(/«[^»]*»/g, '')) && !/telltale|\.examples\[/.test(path),
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
