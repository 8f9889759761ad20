import type { Card, CardPhase, CardProblem, InternalTerm } from './card.ts'

type Phases = Map<string, CardPhase>

/** What is wrong with the ways through a card: phases nobody comes to, ways without an end, beside each other and never together. */
export function whyNotWays({ phases }: Pick<Card, 'phases'>): CardProblem[] {
  const [first] = phases
  if (!first) return [{ path: 'phases', problem: 'missing' }]
  const known: Phases = new Map(phases.map(phase => [phase.code, phase]))
  const reached = reachedFrom([first.code], known)
  const problems: CardProblem[] = phases.some(phase => phase.end)
    ? []
    : [{ path: 'phases', problem: 'no_end' }]
  for (const phase of phases) {
    const path = `phases.${phase.code}`
    if (!reached.has(phase.code)) problems.push({ path, problem: 'unreachable' })
    if (phase.end && phase.next.length > 0) problems.push({ path, problem: 'next_after_end' })
    if (!phase.end && phase.next.length === 0) problems.push({ path, problem: 'no_next' })
    problems.push(...unknownNext(phase, known))
    if (phase.next.length > 0 && problems[0]?.problem !== 'no_end' && !endsSomewhere(phase.code, known))
      problems.push({ path, problem: 'endless' })
    if (!joins(phase, known)) problems.push({ path, problem: 'never_joined' })
  }
  return [...problems, ...waitingAlone(phases)]
}

const unknownNext = (phase: CardPhase, known: Phases): CardProblem[] =>
  phase.next.flatMap(({ to }, at): CardProblem[] => {
    const path = `phases.${phase.code}.next.${at + 1}.to`
    if (to.length === 0) return [{ path, problem: 'empty' }]
    return to.filter(code => !known.has(code)).map(name => ({ path, problem: 'no_such_phase', name }))
  })

/** The phases that can be come to from these, and they themselves; ways go on only where `goesOn` lets them. */
function reachedFrom(codes: readonly string[], known: Phases, goesOn = (_: CardPhase) => true): Set<string> {
  const reached = new Set<string>()
  const waiting = [...codes]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    const phase = known.get(code)
    if (!phase || reached.has(code)) continue
    reached.add(code)
    if (goesOn(phase)) waiting.push(...phase.next.flatMap(next => next.to))
  }
  return reached
}

const endsSomewhere = (code: string, known: Phases): boolean =>
  [...reachedFrom([code], known)].some(other => known.get(other)?.end)

/** Phases that are started together come together again: each of their ways leads to one that waits before any end. */
function joins(phase: CardPhase, known: Phases): boolean {
  return phase.next
    .filter(({ to }) => new Set(to).size > 1)
    .every(({ to }) =>
      to.every(code => {
        const apart = [...reachedFrom([code], known, on => !on.waits)].flatMap(
          other => known.get(other) ?? [],
        )
        return apart.some(other => other.waits) && !apart.some(other => other.end && !other.waits)
      }),
    )
}

function waitingAlone(phases: readonly CardPhase[]): CardProblem[] {
  if (phases.some(phase => phase.next.some(({ to }) => to.length > 1))) return []
  return phases
    .filter(phase => phase.waits)
    .map(phase => ({ path: `phases.${phase.code}.waits`, problem: 'waits_for_nothing' as const }))
}

type Spent = { working: number; calendar: number }

/** Calendar days that internal terms take at least: of five working days, a week-end is always among the seven. */
export const leastDays = ({ working, calendar }: Spent): number =>
  working + 2 * Math.floor(working / 5) + calendar

const spentIn = (term: InternalTerm | null): Spent => ({
  working: term?.unit === 'working_days' ? term.amount : 0,
  calendar: term?.unit === 'calendar_days' ? term.amount : 0,
})

/** What the longest way takes, a way back counted as not gone. */
export function longestWay({ phases }: Pick<Card, 'phases'>): number {
  const known: Phases = new Map(phases.map(phase => [phase.code, phase]))
  const rest = new Map<string, Spent | 'under_way'>()
  const from = (code: string): Spent => {
    const found = rest.get(code)
    const phase = known.get(code)
    if (found === 'under_way' || !phase) return { working: 0, calendar: 0 }
    if (found) return found
    rest.set(code, 'under_way')
    const own = spentIn(phase.term)
    const longest = phase.next
      .flatMap(next => next.to)
      .map(from)
      .reduce((a, b) => (leastDays(b) > leastDays(a) ? b : a), { working: 0, calendar: 0 })
    const all = { working: own.working + longest.working, calendar: own.calendar + longest.calendar }
    rest.set(code, all)
    return all
  }
  return phases[0] ? leastDays(from(phases[0].code)) : 0
}
