import { plainText } from '../plain-text.ts'
import {
  type Card,
  type CardPhase,
  type CardProblem,
  CHANNELS,
  DELIVERIES,
  ENDS,
  FORMS,
  type InternalTerm,
  type NeededDocument,
  type NextPhases,
  OWN_SOURCES,
} from './card.ts'

const MOST_TEXT = 2000
const MOST_NAME = 300
const MOST_PHASES = 40
const MOST_DOCUMENTS = 60
const MOST_LIST = 30
const MOST_DAYS = 180

/** What is found wrong while a card is read; reading goes on, so that all of it is told at once. */
export type Reading = CardProblem[]

type Fields = Record<string, unknown>

/** A card from what its file holds: the grammar alone. Null where something is missing or wrong; `problems` says all of it. */
export function cardOf(raw: unknown, problems: Reading): Card | null {
  const before = problems.length
  const given = mappingOf(raw, '', CARD_KEYS, problems)
  if (!given) return null
  const result = mappingOf(given['result'], 'result', ['kind', 'name'], problems)
  const card = {
    service: textOf(given, 'service', '', problems, 10),
    name: textOf(given, 'name', '', problems, MOST_NAME),
    source: textOf(given, 'source', '', problems, MOST_TEXT),
    legalGround: textOf(given, 'legal_ground', '', problems, MOST_TEXT),
    applicants: textsOf(given, 'applicants', '', problems),
    termRule: optionalOf(given, 'term_rule', '', problems, 40),
    channels: choicesOf(given, 'channels', CHANNELS, problems),
    delivery: choicesOf(given, 'delivery', DELIVERIES, problems),
    feeNote: optionalOf(given, 'fee_note', '', problems, MOST_TEXT),
    caseIndex: optionalOf(given, 'case_index', '', problems, 20),
    validity: validityOf(given, problems),
    result: {
      kind: result ? textOf(result, 'kind', 'result', problems, 40) : '',
      name: result ? textOf(result, 'name', 'result', problems, MOST_NAME) : '',
    },
    documents: partsOf(given, 'documents', '', MOST_DOCUMENTS, problems, documentOf),
    phases: partsOf(given, 'phases', '', MOST_PHASES, problems, phaseRead),
  }
  return problems.length > before ? null : card
}

const CARD_KEYS = [
  'service',
  'name',
  'source',
  'legal_ground',
  'applicants',
  'term_rule',
  'channels',
  'delivery',
  'fee_note',
  'case_index',
  'validity',
  'result',
  'documents',
  'phases',
]

function documentOf(raw: unknown, path: string, problems: Reading): NeededDocument | null {
  const given = mappingOf(raw, path, ['code', 'name', 'ground', 'ex_officio', 'when', 'form'], problems)
  if (!given) return null
  return {
    code: codeOf(given, path, problems),
    name: textOf(given, 'name', path, problems, MOST_NAME),
    ground: optionalOf(given, 'ground', path, problems, MOST_NAME),
    exOfficio: choiceOf(given, 'ex_officio', OWN_SOURCES, path, problems),
    when: optionalOf(given, 'when', path, problems, MOST_NAME),
    form: choiceOf(given, 'form', FORMS, path, problems),
  }
}

const PHASE_KEYS = [
  'code',
  'name',
  'unit',
  'by',
  'term',
  'takes',
  'makes',
  'guidance',
  'waits',
  'next',
  'end',
]

function phaseRead(raw: unknown, path: string, problems: Reading): CardPhase | null {
  const given = mappingOf(raw, path, PHASE_KEYS, problems)
  if (!given) return null
  return {
    code: codeOf(given, path, problems),
    name: textOf(given, 'name', path, problems, MOST_NAME),
    unit: textOf(given, 'unit', path, problems, 40),
    byHead: choiceOf(given, 'by', ['head'], path, problems) === 'head',
    term: termOf(given, path, problems),
    takes: textsOf(given, 'takes', path, problems),
    makes: textsOf(given, 'makes', path, problems),
    guidance: optionalOf(given, 'guidance', path, problems, MOST_TEXT),
    waits: yesOrNo(given, 'waits', path, problems),
    next: partsOf(given, 'next', path, MOST_LIST, problems, nextOf),
    end: choiceOf(given, 'end', ENDS, path, problems),
  }
}

function nextOf(raw: unknown, path: string, problems: Reading): NextPhases | null {
  const given = mappingOf(raw, path, ['outcome', 'to', 'when'], problems)
  if (!given) return null
  const to = typeof given['to'] === 'string' ? { ...given, to: [given['to']] } : given
  if (to['to'] === undefined) problems.push({ path: under(path, 'to'), problem: 'missing' })
  return {
    outcome: textOf(given, 'outcome', path, problems, 60),
    to: textsOf(to, 'to', path, problems),
    when: optionalOf(given, 'when', path, problems, MOST_NAME),
  }
}

/** `2 working_days`; `0 working_days` is on the same day. */
function termOf(given: Fields, path: string, problems: Reading): InternalTerm {
  const written = textOf(given, 'term', path, problems, 40)
  const [, amount, unit] = /^(\d{1,3}) (working_days|calendar_days)$/.exec(written) ?? []
  if (written && (!unit || Number(amount) > MOST_DAYS))
    problems.push({ path: under(path, 'term'), problem: 'not_a_term' })
  return { amount: Number(amount ?? 0), unit: (unit ?? 'working_days') as InternalTerm['unit'] }
}

function validityOf(card: Fields, problems: Reading): Card['validity'] {
  if (card['validity'] === undefined) return null
  const given = mappingOf(card['validity'], 'validity', ['months', 'remind_days'], problems)
  if (!given) return null
  return {
    months: wholeOf(given, 'months', 1, 1200, problems),
    remindDays: wholeOf(given, 'remind_days', 0, 366, problems),
  }
}

function wholeOf(given: Fields, key: string, least: number, most: number, problems: Reading): number {
  const value = given[key]
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  problems.push({ path: under('validity', key), problem: 'out_of_range', least, most })
  return least
}

const under = (path: string, key: string): string => (path ? `${path}.${key}` : key)

function mappingOf(raw: unknown, path: string, keys: readonly string[], problems: Reading): Fields | null {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    problems.push({ path: path || '?', problem: raw === undefined ? 'missing' : 'not_a_mapping' })
    return null
  }
  for (const key of Object.keys(raw))
    if (!keys.includes(key)) problems.push({ path: under(path, plainText(key)), problem: 'unknown_key' })
  return raw as Fields
}

function textOf(given: Fields, key: string, path: string, problems: Reading, most: number): string {
  if (given[key] !== undefined && given[key] !== null)
    return readText(given[key], under(path, key), most, problems)
  problems.push({ path: under(path, key), problem: 'missing' })
  return ''
}

const optionalOf = (given: Fields, key: string, path: string, problems: Reading, most: number) =>
  given[key] === undefined ? null : readText(given[key], under(path, key), most, problems)

/** Numbers are written without quotes by people who mean their digits. */
function readText(raw: unknown, path: string, most: number, problems: Reading): string {
  const written = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw
  if (typeof written !== 'string') {
    problems.push({ path, problem: written === null ? 'empty' : 'not_text' })
    return ''
  }
  const text = written.replace(/\s*\n\s*/g, ' ').trim()
  if (plainText(text) !== text.normalize('NFC')) problems.push({ path, problem: 'control_characters' })
  else if (text === '') problems.push({ path, problem: 'empty' })
  else if (text.length > most) problems.push({ path, problem: 'too_long', most })
  return text.normalize('NFC')
}

function listOf(given: Fields, key: string, path: string, most: number, problems: Reading): unknown[] {
  const value = given[key]
  if (value === undefined) return []
  if (!Array.isArray(value)) problems.push({ path: under(path, key), problem: 'not_a_list' })
  else if (value.length > most) problems.push({ path: under(path, key), problem: 'too_many', most })
  else return value
  return []
}

const textsOf = (given: Fields, key: string, path: string, problems: Reading): string[] =>
  listOf(given, key, path, MOST_LIST, problems).map((raw, at) =>
    readText(raw, `${under(path, key)}.${at + 1}`, MOST_NAME, problems),
  )

function partsOf<T>(
  given: Fields,
  key: string,
  path: string,
  most: number,
  problems: Reading,
  read: (raw: unknown, path: string, problems: Reading) => T | null,
): T[] {
  return listOf(given, key, path, most, problems).flatMap((raw, at) => {
    const part = read(raw, `${under(path, key)}.${nameIn(raw) ?? at + 1}`, problems)
    return part === null ? [] : [part]
  })
}

/** A part is told by its code where it has one: people do not count. */
function nameIn(raw: unknown): string | null {
  const code = (raw as Fields | null)?.['code']
  return typeof code === 'string' && CODE.test(code) ? code : null
}

const CODE = /^[a-z][a-z0-9_]{0,39}$/

function codeOf(given: Fields, path: string, problems: Reading): string {
  const code = textOf(given, 'code', path, problems, 40)
  if (code && !CODE.test(code)) problems.push({ path: under(path, 'code'), problem: 'not_a_code' })
  return code
}

function choiceOf<const T extends string>(
  given: Fields,
  key: string,
  allowed: readonly T[],
  path: string,
  problems: Reading,
): T | null {
  const value = given[key]
  if (value === undefined) return null
  const chosen = allowed.find(known => known === value)
  if (chosen === undefined) problems.push({ path: under(path, key), problem: 'not_allowed', allowed })
  return chosen ?? null
}

function choicesOf<const T extends string>(
  given: Fields,
  key: string,
  allowed: readonly T[],
  problems: Reading,
): T[] {
  const values = listOf(given, key, '', MOST_LIST, problems)
  if (given[key] === undefined) problems.push({ path: key, problem: 'missing' })
  else if (Array.isArray(given[key]) && values.length === 0) problems.push({ path: key, problem: 'empty' })
  return values.flatMap((value, at) => {
    const chosen = allowed.find(known => known === value)
    if (chosen === undefined) problems.push({ path: `${key}.${at + 1}`, problem: 'not_allowed', allowed })
    return chosen === undefined ? [] : [chosen]
  })
}

function yesOrNo(given: Fields, key: string, path: string, problems: Reading): boolean {
  const value = given[key]
  if (value !== undefined && typeof value !== 'boolean')
    problems.push({ path: under(path, key), problem: 'not_a_yes_or_no' })
  return value === true
}
