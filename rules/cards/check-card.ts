import { type Refusal, refusal } from '../refusal.ts'
import type { Service } from '../services.ts'
import { type Card, type CardProblem, MOVING_UNITS } from './card.ts'
import { cardOf, type Reading } from './read-card.ts'
import { leastDays, longestWay, whyNotWays } from './ways.ts'

/** What a card may name. Null is not known here: then it is not looked at. */
export type Known = {
  services: readonly Pick<Service, 'code' | 'name' | 'fees'>[]
  /** Codes of departments. */
  units: readonly string[]
  /** Codes of document kinds. */
  kinds: readonly string[] | null
  /** Rules of terms. */
  rules: readonly string[] | null
}

/** A card from plain data, or all that is wrong with it. */
export function readCard(raw: unknown, known: Known): { card: Card } | { problems: CardProblem[] } {
  const problems: Reading = []
  const card = cardOf(raw, problems)
  if (!card) return { problems }
  problems.push(...twice(card), ...unknownNames(card, known), ...whyNotWays(card))
  problems.push(...whyNotChecklist(card), ...whyNotTerms(card, known))
  return problems.length > 0 ? { problems } : { card }
}

/** Why this will not do as a card, or null; `card` names it. */
export function whyNotCard(raw: unknown, known: Known, card: string): Refusal | null {
  const read = readCard(raw, known)
  return 'problems' in read ? refusal('card.wrong', { cards: [{ card, problems: read.problems }] }) : null
}

function twice({ documents, phases }: Card): CardProblem[] {
  const again = (path: string, names: string[]): CardProblem[] =>
    [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map(name => ({
      path,
      problem: 'twice',
      name,
    }))
  return [
    ...again('documents', codesOf(documents)),
    ...again('phases', codesOf(phases)),
    ...phases.flatMap(phase => again(`phases.${phase.code}.next`, outcomesOf(phase.next))),
  ]
}

const codesOf = (parts: readonly { code: string }[]): string[] => parts.map(part => part.code)
const outcomesOf = (next: readonly { outcome: string }[]): string[] => next.map(({ outcome }) => outcome)

function unknownNames(card: Card, { services, units, kinds, rules }: Known): CardProblem[] {
  const problems: CardProblem[] = []
  const service = services.find(known => known.code === card.service)
  if (!service) problems.push({ path: 'service', problem: 'no_such_service', name: card.service })
  // Names of services are those of the register, verbatim (НАО чл. 17, ал. 1).
  else if (service.name.bg !== card.name)
    problems.push({ path: 'name', problem: 'name_differs', name: service.name.bg })
  if (kinds && !kinds.includes(card.result.kind))
    problems.push({ path: 'result.kind', problem: 'no_such_kind', name: card.result.kind })
  if (rules && card.termRule && !rules.includes(card.termRule))
    problems.push({ path: 'term_rule', problem: 'no_such_rule', name: card.termRule })
  const named = [...units, ...MOVING_UNITS]
  for (const { code, unit } of card.phases)
    if (!named.includes(unit))
      problems.push({ path: `phases.${code}.unit`, problem: 'no_such_unit', name: unit })
  return problems
}

/** What the office looks up itself is never asked of the citizen, under whatever code (АПК чл. 36, ал. 2). */
function whyNotChecklist({ documents }: Card): CardProblem[] {
  const own = documents.filter(document => document.exOfficio)
  return own.flatMap(({ code, name, form }): CardProblem[] => {
    const path = `documents.${code}`
    const asked = documents.some(other => !other.exOfficio && folded(other.name) === folded(name))
    if (asked) return [{ path, problem: 'asked_ex_officio', name }]
    return form ? [{ path, problem: 'only_ex_officio' }] : []
  })
}

const folded = (name: string): string =>
  name
    .toLocaleLowerCase('bg')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Internal terms are never longer than the legal one (НОДА чл. 58). */
function whyNotTerms(card: Card, { services }: Known): CardProblem[] {
  const term = services.find(known => known.code === card.service)?.fees.normal?.term
  if (!term || term.unit === 'hours') return []
  const legal = term.unit === 'working_days' ? leastDays({ working: term.amount, calendar: 0 }) : term.amount
  const internal = longestWay(card)
  return internal > legal ? [{ path: 'phases', problem: 'too_slow', internal, legal }] : []
}
