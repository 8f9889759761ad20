import { showDay } from './dates.ts'
import type { Due, Term, TermUnit } from './deadlines.ts'
import type { Lang } from './languages.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * What a term begins with; of `expiry` it is counted back. After the hours of the office a `request` for an act begins on the next
 * working day (чл. 29, ал. 6 АПК), every other arrival on its own.
 */
export const TERM_STARTS = [
  'request',
  'arrival',
  'registration',
  'receipt',
  'notice',
  'asking',
  'data',
  'decision',
  'issue',
  'sending',
  'posting',
  'change',
  'expiry',
] as const
export type TermBeginning = (typeof TERM_STARTS)[number]

/** How much more time may be given, on which ground, and whether the superior body gives it. */
export type Extension = { most: number; unit: TermUnit; article: string; isOfSuperior: boolean }

/** A term of the law. What it is a term for stands in the locales under its id. */
export type DeadlineRule = {
  id: DeadlineRuleId
  term: Term
  starts: TermBeginning
  extensions: readonly Extension[]
  /** What ends is no deadline but the beginning of another term. */
  endsAnyDay: boolean
}

type Row = {
  term: readonly [amount: number, unit: TermUnit, article: string]
  starts: TermBeginning
  extensions?: readonly Extension[]
  endsAnyDay?: boolean
}

const ASKED_BODY: Extension = {
  most: 14,
  unit: 'calendar_days',
  article: 'чл. 57, ал. 7 АПК',
  isOfSuperior: false,
}

/**
 * The terms of the law: АПК as of 01.07.2026 (ДВ 63/2025), ЗДОИ, the ordinance on administrative service (НАО). Days are calendar
 * days where the text does not say working days.
 */
const ROWS = {
  'act-general': {
    term: [14, 'calendar_days', 'чл. 57, ал. 1 АПК'],
    starts: 'request',
    extensions: [ASKED_BODY],
  },
  'act-certificate': {
    term: [7, 'calendar_days', 'чл. 57, ал. 2 АПК'],
    starts: 'request',
    extensions: [ASKED_BODY],
  },
  'act-expertise': {
    term: [14, 'calendar_days', 'чл. 57, ал. 3 АПК'],
    starts: 'request',
    extensions: [ASKED_BODY],
  },
  'act-at-hand': {
    term: [7, 'calendar_days', 'чл. 57, ал. 4 АПК'],
    starts: 'request',
    extensions: [ASKED_BODY],
  },
  'act-others-heard': {
    term: [1, 'months', 'чл. 57, ал. 5 АПК'],
    starts: 'request',
    extensions: [ASKED_BODY],
  },
  'act-complex': { term: [3, 'calendar_days', 'чл. 57, ал. 9 АПК'], starts: 'data' },
  'act-announce': { term: [3, 'calendar_days', 'чл. 61, ал. 1 АПК'], starts: 'issue' },
  'body-information': { term: [3, 'calendar_days', 'чл. 57, ал. 4 АПК'], starts: 'asking' },
  'body-evidence': { term: [7, 'calendar_days', 'чл. 36, ал. 7 АПК'], starts: 'asking' },
  'body-consent': { term: [14, 'calendar_days', 'чл. 53, ал. 2 АПК'], starts: 'asking' },
  'party-opinion': { term: [7, 'calendar_days', 'чл. 34, ал. 3 АПК'], starts: 'notice' },
  'irregular-signature': { term: [3, 'calendar_days', 'чл. 30, ал. 1 АПК'], starts: 'notice' },
  'irregular-request': { term: [3, 'calendar_days', 'чл. 30, ал. 2 АПК'], starts: 'notice' },
  'irregular-files': { term: [3, 'calendar_days', 'чл. 30, ал. 4 АПК'], starts: 'notice', endsAnyDay: true },
  'notice-electronic': { term: [7, 'calendar_days', 'чл. 29в, ал. 2 АПК'], starts: 'sending' },
  'notice-at-door': { term: [1, 'weeks', 'чл. 18а, ал. 9 АПК'], starts: 'posting' },
  'notice-on-board': { term: [7, 'calendar_days', 'чл. 18а, ал. 10 АПК'], starts: 'posting' },
  'right-expires': { term: [1, 'months', 'чл. 18а, ал. 12 АПК'], starts: 'expiry' },
  'proposal-decision': {
    term: [2, 'months', 'чл. 118, ал. 1 АПК'],
    starts: 'arrival',
    // Six months in all.
    extensions: [{ most: 4, unit: 'months', article: 'чл. 118, ал. 2 АПК', isOfSuperior: true }],
  },
  'proposal-announce': { term: [7, 'calendar_days', 'чл. 118, ал. 1 АПК'], starts: 'decision' },
  'signal-decision': {
    term: [2, 'months', 'чл. 121 АПК'],
    starts: 'arrival',
    extensions: [{ most: 1, unit: 'months', article: 'чл. 121 АПК', isOfSuperior: true }],
  },
  'signal-announce': { term: [7, 'calendar_days', 'чл. 123, ал. 1 АПК'], starts: 'decision' },
  'signal-execution': {
    term: [1, 'months', 'чл. 125, ал. 1 АПК'],
    starts: 'decision',
    extensions: [{ most: 2, unit: 'months', article: 'чл. 125, ал. 1 АПК', isOfSuperior: false }],
  },
  'signal-forward': { term: [7, 'calendar_days', 'чл. 112 АПК'], starts: 'arrival' },
  'signal-send-up': { term: [1, 'months', 'чл. 122, ал. 2 АПК'], starts: 'arrival' },
  'information-answer': {
    term: [14, 'calendar_days', 'чл. 28, ал. 1 ЗДОИ'],
    starts: 'registration',
    extensions: [
      { most: 10, unit: 'calendar_days', article: 'чл. 30, ал. 1 ЗДОИ', isOfSuperior: false },
      { most: 14, unit: 'calendar_days', article: 'чл. 31, ал. 1 ЗДОИ', isOfSuperior: false },
    ],
  },
  'information-unclear': { term: [30, 'calendar_days', 'чл. 29, ал. 2 ЗДОИ'], starts: 'notice' },
  'information-consent': { term: [7, 'calendar_days', 'чл. 31, ал. 2 ЗДОИ'], starts: 'registration' },
  'information-forward': { term: [14, 'calendar_days', 'чл. 32, ал. 1 ЗДОИ'], starts: 'arrival' },
  'information-none': { term: [14, 'calendar_days', 'чл. 33 ЗДОИ'], starts: 'arrival' },
  'information-publish': { term: [3, 'working_days', 'чл. 15а, ал. 4 ЗДОИ'], starts: 'issue' },
  'information-access': { term: [30, 'calendar_days', 'чл. 34, ал. 4 ЗДОИ'], starts: 'receipt' },
  'enquiry-answer': { term: [5, 'working_days', 'прил. 7 НАО'], starts: 'arrival' },
  'service-description': { term: [7, 'calendar_days', 'чл. 16, ал. 2 НАО'], starts: 'change' },
} as const satisfies Record<string, Row>

export type DeadlineRuleId = keyof typeof ROWS
export const DEADLINE_RULE_IDS = Object.keys(ROWS) as DeadlineRuleId[]

export function deadlineRule(id: DeadlineRuleId): DeadlineRule {
  const { term, starts, extensions = [], endsAnyDay = false }: Row = ROWS[id]
  const [amount, unit, article] = term
  return { id, term: { amount, unit, article }, starts, extensions, endsAnyDay }
}

/** The rule by the word that is typed for it, or null. */
export const deadlineRuleNamed = (word: string): DeadlineRule | null => {
  const id = DEADLINE_RULE_IDS.find(known => known === word.trim().toLowerCase())
  return id ? deadlineRule(id) : null
}

/** What decides which term of чл. 57 АПК a request has, where its service has none of its own. */
export type RequestMatter = {
  /** A certificate or another declaratory act (чл. 21, ал. 2 and 3). */
  isCertificate?: boolean
  /** An expertise, or the applicant in person, is needed for it. */
  needsExpertise?: boolean
  /** Other people must be given the chance to defend themselves. */
  othersHeard?: boolean
  /** All evidence came with the request or is in the office. */
  isProvedAtOnce?: boolean
  /** A complex service (КАО). */
  isComplex?: boolean
}

/** The term of чл. 57 АПК for a request: the special ones before the general. */
export function ruleFor(matter: RequestMatter): DeadlineRule {
  if (matter.isComplex) return deadlineRule('act-complex')
  if (matter.othersHeard) return deadlineRule('act-others-heard')
  if (matter.isCertificate && matter.needsExpertise) return deadlineRule('act-expertise')
  if (matter.isCertificate) return deadlineRule('act-certificate')
  return deadlineRule(matter.isProvedAtOnce ? 'act-at-hand' : 'act-general')
}

/**
 * Why a term cannot be extended so, or null: the law knows no such extension, it is longer than the law allows with what was given
 * before on the same ground, or the term is over on the day of the document that extends it.
 */
export function whyNotExtend(
  rule: DeadlineRule,
  by: Term,
  due: Pick<Due, 'on'>,
  on: Temporal.PlainDate,
  lang: Lang,
  before: readonly Term[] = [],
): Refusal | null {
  const isSame = ({ article, unit }: { article: string; unit: TermUnit }) =>
    article === by.article && unit === by.unit
  const extension = rule.extensions.find(isSame)
  if (!extension) return refusal('term.not_extendable', { article: by.article, term: rule.term.article })
  const given = before.filter(isSame).reduce((sum, { amount }) => sum + amount, by.amount)
  if (given > extension.most)
    return refusal('term.extended_too_far', {
      most: extension.most,
      unit: extension.unit,
      article: by.article,
    })
  return Temporal.PlainDate.compare(on, due.on) > 0
    ? refusal('term.over', { day: showDay(due.on, lang) })
    : null
}

/**
 * The day on which a document sent by wire counts as delivered, where nobody fetched it: the first one after the term of
 * чл. 29в, ал. 2 АПК.
 */
export const deliveredUnfetched = (due: Pick<Due, 'on'>): Temporal.PlainDate => due.on.add({ days: 1 })
