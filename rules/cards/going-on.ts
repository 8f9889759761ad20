import { type Refusal, refusal } from '../refusal.ts'
import { type Card, type CardPhase, phaseOf } from './card.ts'

/** A service without a card goes through one phase of its department, which takes all of its term. */
export const generalPhases = (name: string): Pick<Card, 'phases'> => ({
  phases: [
    {
      code: 'work',
      name,
      unit: 'service',
      byHead: false,
      term: null,
      takes: [],
      makes: [],
      guidance: null,
      waits: false,
      next: [],
      end: 'completed',
    },
  ],
})

/** The outcomes that whoever ends this phase may choose; none where the matter ends with it. */
export const outcomesOf = (phase: CardPhase): string[] => phase.next.map(({ outcome }) => outcome)

/** The outcome that was meant: the only one where none is told, a told one in whatever letters; or why there is none. */
export function outcomeMeant(
  phase: CardPhase,
  told: string | null,
): { outcome: string } | { refusal: Refusal } {
  const known = outcomesOf(phase)
  const [only, ...others] = known
  if (only === undefined) return { refusal: refusal('phase.ends_request', { phase: phase.name }) }
  const wanted = told === null && others.length === 0 ? only : told
  if (wanted === null) return { refusal: refusal('phase.outcome_needed', { phase: phase.name, known }) }
  const outcome = known.find(one => one.toLocaleLowerCase('bg') === wanted.trim().toLocaleLowerCase('bg'))
  return outcome === undefined
    ? { refusal: refusal('phase.no_such_outcome', { phase: phase.name, outcome: wanted, known }) }
    : { outcome }
}

/**
 * The phases that begin when one ends with this outcome, while others (`open`, by code) are still under way: one that waits
 * begins with the last of them.
 */
export function phasesAfter(
  card: Pick<Card, 'phases'>,
  phase: CardPhase,
  outcome: string,
  open: readonly string[],
): CardPhase[] {
  const next = phase.next.find(one => one.outcome === outcome)
  return (next?.to ?? [])
    .filter(code => !open.includes(code))
    .flatMap(code => phaseOf(card, code) ?? [])
    .filter(target => !target.waits || open.length === 0)
}
