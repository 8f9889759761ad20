import type { CardProblem } from '../../../rules/cards/card.ts'
import type { CardsRefusals } from '../../../rules/refusals/cards.ts'

type Say = {
  [Problem in CardProblem['problem']]: (facts: Extract<CardProblem, { problem: Problem }>) => string
}

const PROBLEMS: Say = {
  missing: () => 'is missing',
  unknown_key: () => 'there is no such field',
  not_text: () => 'must be text',
  not_a_list: () => 'must be a list',
  not_a_mapping: () => 'must be fields with values',
  not_a_yes_or_no: () => 'must be true or false',
  control_characters: () => 'has control characters',
  empty: () => 'is empty',
  not_a_code: () => 'must be a code: small Latin letters, digits and underscores',
  not_a_term: () => 'must be like “2 working_days” or “10 calendar_days”, at most 180',
  unreachable: () => 'nothing leads to this phase',
  no_end: () => 'no phase ends the matter (end)',
  endless: () => 'no end can be reached from this phase',
  no_next: () => 'has neither a next phase (next) nor an end (end)',
  next_after_end: () => 'is an end (end) and has a next phase (next)',
  never_joined: () => 'starts phases beside each other that do not meet in a phase with waits: true',
  waits_for_nothing: () => 'waits for phases beside each other, and there are none',
  only_ex_officio: () => 'is found by the office and never asked of the applicant: no form',
  too_long: ({ most }) => `is longer than ${most} characters`,
  too_many: ({ most }) => `are more than ${most}`,
  out_of_range: ({ least, most }) => `must be a whole number from ${least} to ${most}`,
  not_allowed: ({ allowed }) => `may be ${allowed.join(', ')}`,
  twice: ({ name }) => `“${name}” is there twice`,
  no_such_phase: ({ name }) => `there is no phase “${name}”`,
  no_such_unit: ({ name }) => `there is no department “${name}”`,
  no_such_kind: ({ name }) => `there is no document kind “${name}”`,
  no_such_service: ({ name }) => `there is no service “${name}”`,
  no_such_rule: ({ name }) => `there is no rule of terms “${name}”`,
  name_differs: ({ name }) => `its name in the catalogue is “${name}”`,
  asked_ex_officio: ({ name }) => `“${name}” is found by the office and asked of the applicant too`,
  too_slow: ({ internal, legal }) =>
    `internal terms come to ${internal} days, the legal one is ${legal} days`,
}

/** Where in a card, and what is wrong there. */
export function cardProblem(problem: CardProblem): string {
  const say = PROBLEMS[problem.problem] as ((facts: CardProblem) => string) | undefined
  return `${problem.path}: ${say?.(problem) ?? problem.problem}`
}

export const cardsRefusals: { [Code in keyof CardsRefusals]: (facts: CardsRefusals[Code]) => string } = {
  'card.wrong': ({ cards }) =>
    cards
      .map(
        ({ card, problems }) =>
          `The card “${card}” will not do:${problems.map(problem => `\n  ${cardProblem(problem)}`).join('')}.`,
      )
      .join('\n'),
  'card.not_yaml': ({ card, line, column }) =>
    `“${card}” is not YAML: line ${line}, column ${column}. Mend the file there; mostly it is an indent, a quote or a colon.`,
  'card.too_large': ({ card, most }) => `“${card}” is larger than ${most} KB. This is no technology card.`,
  'card.no_file': ({ file }) => `The file “${file}” cannot be read. Check its name and permissions.`,
  'card.none': ({ code }) =>
    `Service ${code} has no technology card: its requests go through one general phase of its department.`,
  'card.no_such_version': ({ code }) => `The card of service ${code} has no such version.`,
  'phase.ends_request': ({ phase }) =>
    `Phase “${phase}” ends with the decision on the request: completing, refusing or terminating it.`,
  'phase.outcome_needed': ({ phase, known }) =>
    `Phase “${phase}” may end in several ways. Say which: ${known.join(', ')}.`,
  'phase.no_such_outcome': ({ phase, outcome, known }) =>
    `Phase “${phase}” does not end with “${outcome}”. Say one of: ${known.join(', ')}.`,
}
