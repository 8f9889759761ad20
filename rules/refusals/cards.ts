import type { CardProblem } from '../cards/card.ts'

/** What is wrong with a card, by the name of its file or service. */
export type WrongCard = { card: string; problems: readonly CardProblem[] }

export type CardsRefusals = {
  'card.wrong': { cards: readonly WrongCard[] }
  'card.not_yaml': { card: string; line: number; column: number }
  'card.too_large': { card: string; most: number }
  'card.no_file': { file: string }
  'card.none': { code: string }
  'card.no_such_version': { code: string }
  'phase.ends_request': { phase: string }
  'phase.outcome_needed': { phase: string; known: readonly string[] }
  'phase.no_such_outcome': { phase: string; outcome: string; known: readonly string[] }
}
