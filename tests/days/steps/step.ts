import type { Act } from '../acts.ts'
import { type Books, openTillOf, type Who } from '../expected/books.ts'
import type { Chance } from '../seeded.ts'

/** What one person does in a step. */
export type Part = { who: Who; act: Act }

/** One thing that happens at the town hall: parts of a phase happen at once, the next phase begins when all are answered. */
export type Step = { name: string; phases: (() => Part[])[] }

/** Who works on documents, by post. */
export type RegistryPeople = { clerks: Who[]; officers: Who[]; heads: Who[]; auditor: Who }

/** Everybody at work, by post. */
export type People = { cashiers: Who[]; head: Who; clerk: Who; registry: RegistryPeople }

/** A paper as the spoolers have left it; `isPrinted` stays true. */
export type SeenPaper = {
  jobId: string
  desk: number
  kind: string
  subjectId: string
  state: 'queued' | 'printed' | 'unsure'
}

/** What a step is drawn from; `papers` are read only when needed: what is printed by now is no matter of the seed. */
export type Draw = {
  books: Books
  people: People
  chance: Chance
  papers: () => Promise<SeenPaper[]>
  /** A folder for what somebody scanned. */
  scans: string
}

/** Null where it cannot happen now. */
export type Make = (draw: Draw) => Step | null | Promise<Step | null>

export const once = (name: string, ...parts: Part[]): Step => ({ name, phases: [() => parts] })

/** The cashiers whose till is open at their desk. */
export const working = ({ books, people }: Draw): Who[] =>
  people.cashiers.filter(({ login, desk }) => openTillOf(books, login)?.desk === desk)

export const idle = ({ books, people }: Draw): Who[] =>
  people.cashiers.filter(({ login }) => openTillOf(books, login) === null)

/** One of those at work, or null. */
export function cashierAtWork(draw: Draw): Who | null {
  const all = working(draw)
  return all.length > 0 ? draw.chance.oneOf(all) : null
}

/** These cents in the largest notes and coins. */
export function inNotes(amount: bigint): Record<string, number> {
  const money: Record<string, number> = {}
  let rest = amount
  for (const value of [
    50_000n,
    20_000n,
    10_000n,
    5_000n,
    2_000n,
    1_000n,
    500n,
    200n,
    100n,
    50n,
    20n,
    10n,
    5n,
    2n,
    1n,
  ]) {
    if (rest >= value) money[`${value}`] = Number(rest / value)
    rest %= value
  }
  return money
}
