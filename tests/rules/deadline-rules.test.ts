import { describe, expect, test } from 'vitest'
import { deadlines as bg } from '../../locales/bg/deadlines.ts'
import { deadlines as en } from '../../locales/en/deadlines.ts'
import {
  DEADLINE_RULE_IDS,
  type DeadlineRuleId,
  deadlineRule,
  deadlineRuleNamed,
  deliveredUnfetched,
  type RequestMatter,
  ruleFor,
  whyNotExtend,
} from '../../rules/deadline-rules.ts'
import { dueBefore, type Term } from '../../rules/deadlines.ts'
import { day, dueByRule, dueOfDay, SHIPPED } from './deadline-facts.ts'

type Case = [rule: DeadlineRuleId, from: string, last: string, article: string, about?: string]

const CASES: Case[] = [
  ['act-general', '2026-11-23', '2026-12-07', 'чл. 57, ал. 1 АПК'],
  ['act-general', '2026-11-20 18:30', '2026-12-07', 'чл. 57, ал. 1 АПК', 'by e-mail on a Friday evening'],
  ['act-certificate', '2026-11-23', '2026-11-30', 'чл. 57, ал. 2 АПК'],
  ['act-certificate', '2026-12-18', '2026-12-29', 'чл. 57, ал. 2 АПК', 'over Christmas'],
  ['act-expertise', '2026-11-23', '2026-12-07', 'чл. 57, ал. 3 АПК'],
  ['act-at-hand', '2026-11-23', '2026-11-30', 'чл. 57, ал. 4 АПК'],
  ['act-others-heard', '2026-10-31', '2026-12-02', 'чл. 57, ал. 5 АПК', 'a Saturday: from Monday, one month'],
  ['act-others-heard', '2026-10-30', '2026-11-30', 'чл. 57, ал. 5 АПК'],
  ['act-complex', '2026-11-24', '2026-11-27', 'чл. 57, ал. 9 АПК'],
  ['act-complex', '2026-11-25', '2026-11-30', 'чл. 57, ал. 9 АПК', 'calendar days, to a Saturday'],
  ['act-announce', '2026-11-24', '2026-11-27', 'чл. 61, ал. 1 АПК'],
  ['body-information', '2026-11-23', '2026-11-26', 'чл. 57, ал. 4 АПК'],
  ['body-evidence', '2026-11-23', '2026-11-30', 'чл. 36, ал. 7 АПК'],
  ['body-consent', '2026-11-23', '2026-12-07', 'чл. 53, ал. 2 АПК'],
  ['party-opinion', '2026-11-23', '2026-11-30', 'чл. 34, ал. 3 АПК'],
  ['irregular-signature', '2026-11-26', '2026-11-30', 'чл. 30, ал. 1 АПК', 'to a Sunday'],
  ['irregular-request', '2026-11-24', '2026-11-27', 'чл. 30, ал. 2 АПК'],
  ['irregular-request', '2026-12-22', '2026-12-29', 'чл. 30, ал. 2 АПК', 'to Christmas Day'],
  ['irregular-files', '2026-11-24', '2026-11-27', 'чл. 30, ал. 4 АПК'],
  ['irregular-files', '2026-11-26', '2026-11-29', 'чл. 30, ал. 4 АПК', 'a term begins on a Sunday too'],
  ['notice-electronic', '2026-11-24', '2026-12-01', 'чл. 29в, ал. 2 АПК'],
  ['notice-at-door', '2026-11-24', '2026-12-01', 'чл. 18а, ал. 9 АПК'],
  ['notice-on-board', '2026-11-24', '2026-12-01', 'чл. 18а, ал. 10 АПК'],
  ['proposal-decision', '2026-11-23', '2027-01-25', 'чл. 118, ал. 1 АПК', 'to a Saturday'],
  ['proposal-announce', '2026-11-24', '2026-12-01', 'чл. 118, ал. 1 АПК'],
  ['signal-decision', '2026-11-23', '2027-01-25', 'чл. 121 АПК', 'to a Saturday'],
  ['signal-decision', '2026-12-31', '2027-03-01', 'чл. 121 АПК', '31 December, February has 28 days'],
  ['signal-decision', '2026-07-03', '2026-09-03', 'чл. 121 АПК'],
  ['signal-decision', '2026-11-22', '2027-01-22', 'чл. 121 АПК', 'by e-mail on a Sunday: of its own day'],
  ['enquiry-answer', '2026-11-20 18:30', '2026-11-27', 'прил. 7 НАО', 'on a Friday evening: of its own day'],
  ['signal-announce', '2027-01-25', '2027-02-01', 'чл. 123, ал. 1 АПК'],
  ['signal-execution', '2027-01-25', '2027-02-25', 'чл. 125, ал. 1 АПК'],
  ['signal-forward', '2026-11-24', '2026-12-01', 'чл. 112 АПК'],
  ['signal-send-up', '2026-11-24', '2026-12-29', 'чл. 122, ал. 2 АПК', 'to Christmas Eve'],
  ['information-answer', '2026-11-24', '2026-12-08', 'чл. 28, ал. 1 ЗДОИ'],
  ['information-unclear', '2026-11-24', '2026-12-29', 'чл. 29, ал. 2 ЗДОИ', 'thirty days to Christmas Eve'],
  ['information-consent', '2026-11-24', '2026-12-01', 'чл. 31, ал. 2 ЗДОИ'],
  ['information-forward', '2026-11-24', '2026-12-08', 'чл. 32, ал. 1 ЗДОИ'],
  ['information-none', '2026-11-24', '2026-12-08', 'чл. 33 ЗДОИ'],
  ['information-publish', '2026-12-23', '2026-12-31', 'чл. 15а, ал. 4 ЗДОИ', 'working days over Christmas'],
  ['information-access', '2026-11-20', '2026-12-21', 'чл. 34, ал. 4 ЗДОИ', 'to a Sunday'],
  ['enquiry-answer', '2026-11-23', '2026-11-30', 'прил. 7 НАО', 'working days'],
  ['enquiry-answer', '2026-12-21', '2026-12-31', 'прил. 7 НАО', 'working days over Christmas'],
  ['service-description', '2026-11-24', '2026-12-01', 'чл. 16, ал. 2 НАО'],
]

describe('the terms of the law', () => {
  test.each(CASES)('%s from %s: by %s (%s) %s', (id, from, last, article) => {
    expect(deadlineRule(id).term.article).toBe(article)
    expect(dueByRule(id, from).on.toString()).toBe(last)
  })

  test('each of them is tried here and has its words', () => {
    const tried = new Set([...CASES.map(([id]) => id), 'right-expires'])
    expect(DEADLINE_RULE_IDS.filter(id => !tried.has(id))).toEqual([])
    for (const id of DEADLINE_RULE_IDS) {
      expect(bg.rules[id].length).toBeLessThanOrEqual(56)
      expect(en.rules[id].length).toBeLessThanOrEqual(56)
      expect(bg.beginnings[deadlineRule(id).starts]).toBeTruthy()
    }
  })

  test('a reminder is sent a month before the right ends, on a working day (чл. 18а, ал. 12 АПК)', () => {
    const { term, starts } = deadlineRule('right-expires')
    expect(starts).toBe('expiry')
    expect(dueBefore(day('2027-01-25'), term, SHIPPED).on.toString()).toBe('2026-12-23')
    expect(dueBefore(day('2027-03-31'), term, SHIPPED).on.toString()).toBe('2027-02-26')
  })

  test.each([
    ['signal-decision', 'signal-decision'],
    [' Act-General ', 'act-general'],
    ['сигнал', null],
    ['', null],
  ])('"%s" is the rule %s', (word, id) => {
    expect(deadlineRuleNamed(word)?.id ?? null).toBe(id)
  })
})

describe('a request for access to information (ЗДОИ)', () => {
  test('the term begins with the registration, not with the arrival (чл. 28, ал. 1)', () => {
    expect(deadlineRule('information-answer').starts).toBe('registration')
    // Arrived by e-mail on Friday evening, registered on Tuesday.
    expect(dueByRule('information-answer', '2026-11-24').on.toString()).toBe('2026-12-08')
    expect(dueByRule('act-general', '2026-11-20 18:30').on.toString()).toBe('2026-12-07')
  })

  test.each([
    [['extended 2026-12-01 10 calendar_days'], '2026-12-18', '14 and 10 for the volume (чл. 30)'],
    [['extended 2026-12-01 14 calendar_days'], '2026-12-22', '14 and 14 for a third party (чл. 31)'],
    [
      ['extended 2026-12-01 10 calendar_days', 'extended 2026-12-01 14 calendar_days'],
      '2027-01-04',
      '14, 10 and 14',
    ],
    [['fixed 2026-12-10'], '2026-12-29', 'made clear (чл. 29, ал. 1): anew, to Christmas Eve'],
    [['forwarded 2026-12-01'], '2026-12-15', 'forwarded to us (чл. 32, ал. 2): anew'],
  ])('%j: %s, %s', (happened, last) => {
    expect(dueByRule('information-answer', '2026-11-24', ...happened).on.toString()).toBe(last)
  })
})

describe('a signal has two clocks', () => {
  test('the execution runs from the decision, whenever it was taken (чл. 125)', () => {
    const decision = dueByRule('signal-decision', '2026-11-23')
    expect(decision.on.toString()).toBe('2027-01-25')
    expect(dueByRule('signal-execution', '2026-12-15').on.toString()).toBe('2027-01-15')
    expect(dueByRule('signal-announce', '2026-12-15').on.toString()).toBe('2026-12-22')
  })

  test('the superior body gives a month more for the decision, the body itself two for the execution', () => {
    expect(dueByRule('signal-decision', '2026-11-23', 'extended 2027-01-20 1 months').on.toString()).toBe(
      '2027-02-23',
    )
    expect(dueByRule('signal-execution', '2026-12-15', 'extended 2027-01-10 2 months').on.toString()).toBe(
      '2027-03-15',
    )
    expect(deadlineRule('signal-decision').extensions.map(({ isOfSuperior }) => isOfSuperior)).toEqual([true])
    expect(deadlineRule('signal-execution').extensions.map(({ isOfSuperior }) => isOfSuperior)).toEqual([
      false,
    ])
  })

  test('a proposal may take six months in all (чл. 118, ал. 2)', () => {
    expect(dueByRule('proposal-decision', '2026-11-23', 'extended 2027-01-20 4 months').on.toString()).toBe(
      dueOfDay('2026-11-23', '6 months').on.toString(),
    )
  })
})

describe('a document sent by wire', () => {
  test('counts as delivered on the first day after seven (чл. 29в, ал. 2 АПК)', () => {
    expect(deliveredUnfetched(dueByRule('notice-electronic', '2026-11-24')).toString()).toBe('2026-12-02')
  })
})

describe('the term of a request without one of its own (чл. 57 АПК)', () => {
  const matters: [RequestMatter, DeadlineRuleId][] = [
    [{}, 'act-general'],
    [{ isProvedAtOnce: true }, 'act-at-hand'],
    [{ isCertificate: true }, 'act-certificate'],
    [{ isCertificate: true, isProvedAtOnce: true }, 'act-certificate'],
    [{ isCertificate: true, needsExpertise: true }, 'act-expertise'],
    [{ needsExpertise: true }, 'act-general'],
    [{ othersHeard: true }, 'act-others-heard'],
    [{ othersHeard: true, isProvedAtOnce: true }, 'act-others-heard'],
    [{ isComplex: true, isCertificate: true, othersHeard: true }, 'act-complex'],
  ]
  test.each(matters)('%j: %s', (matter, id) => {
    expect(ruleFor(matter).id).toBe(id)
  })
})

describe('an extension', () => {
  const by = (amount: number, unit: Term['unit'], article: string): Term => ({ amount, unit, article })
  const due = { on: day('2027-01-25') }
  const rule = deadlineRule('signal-decision')
  const why = (term: Term, on = '2027-01-25') => whyNotExtend(rule, term, due, day(on), 'bg')?.code ?? null

  test('is let be within what the law allows, until the last day', () => {
    expect(why(by(1, 'months', 'чл. 121 АПК'))).toBeNull()
  })
  test('is never more in all than the law allows on one ground', () => {
    const information = deadlineRule('information-answer')
    const [volume, consent] = [
      by(6, 'calendar_days', 'чл. 30, ал. 1 ЗДОИ'),
      by(14, 'calendar_days', 'чл. 31, ал. 1 ЗДОИ'),
    ]
    const twice = (next: Term, ...before: Term[]) =>
      whyNotExtend(information, next, due, day('2027-01-25'), 'bg', before)?.code ?? null
    expect(twice(volume, by(4, 'calendar_days', volume.article))).toBeNull()
    expect(twice(volume, volume)).toBe('term.extended_too_far')
    expect(twice(consent, volume)).toBeNull()
  })
  test('is refused on another ground or in another measure, beyond the most, and after the end', () => {
    expect(why(by(1, 'months', 'чл. 57, ал. 7 АПК'))).toBe('term.not_extendable')
    expect(why(by(14, 'calendar_days', 'чл. 121 АПК'))).toBe('term.not_extendable')
    expect(why(by(2, 'months', 'чл. 121 АПК'))).toBe('term.extended_too_far')
    expect(why(by(1, 'months', 'чл. 121 АПК'), '2027-01-26')).toBe('term.over')
    expect(
      whyNotExtend(deadlineRule('act-announce'), by(1, 'months', 'чл. 121 АПК'), due, day('2026-11-23'), 'bg')
        ?.code,
    ).toBe('term.not_extendable')
  })
})
