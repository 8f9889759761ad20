import { isDeepStrictEqual } from 'node:util'
import type { Outcome } from './acts.ts'
import { addedSince, type Row, type Since } from './checks/added-rows.ts'
import { brokenFile } from './checks/kept-files.ts'
import { standingIn, standingOf } from './checks/standing.ts'
import { brokenInBooks, brokenSeal, type Seals, sealsOf } from './checks/whole-books.ts'
import { type DayTown, openDayTown } from './day-town.ts'
import { whileLineFails } from './desk-login.ts'
import { expected } from './expected/acts.ts'
import { type Books, type Expected, type Found, TABLES, type Table } from './expected/books.ts'
import { arm, type Blow, drawBlow, type Struck } from './faults.ts'
import { jamOrMend, paperUnlikeBooks, printTheRest } from './jams.ts'
import { seeded } from './seeded.ts'
import { nextStep } from './steps/next-step.ts'
import type { Part, SeenPaper, Step } from './steps/step.ts'

export type Day = {
  seed: number
  steps: number
  /** Acts in a hundred that meet a fault. */
  faults: number
  onStep?: (soFar: SoFar) => void
}

/** So many steps lie between two looks at the whole of the books. */
const WHOLE_EVERY = 250

export type SoFar = {
  steps: number
  acts: number
  /** How often each kind of step was taken, and each refusal given. */
  taken: Map<string, number>
  refused: Map<string, number>
  struck: Struck
  /** How often a printer stopped. */
  jams: number
}

/**
 * A seeded day at the town hall, checked after every step against books kept in the test. The same seed gives the same
 * steps as long as the same side wins where two do something at once; when a fault falls is a matter of chance.
 */
export async function liveOneDay(day: Day): Promise<SoFar> {
  const soFar = nothingYet()
  const town = await openDayTown()
  try {
    let [since] = await town.town.sql<[Since]>`select clock_timestamp()::text as at`
    let seals: Seals = new Map()
    for (let at = 1; at <= day.steps; at++) {
      const chance = seeded(Math.imul(day.seed, 0x9e3779b1) + at)
      const papers = () => whileLineFails(() => papersIn(town), town.town.startDatabase)
      if (await jamOrMend(town, at, chance)) soFar.jams++
      const step = await nextStep({
        books: town.books,
        people: town.people,
        chance,
        papers,
        scans: town.town.home,
      })
      for (const phase of step.phases) {
        const parts = phase()
        try {
          const outcomes = await act(town, parts, day, chance, soFar)
          since = await check(town, parts, outcomes, since, soFar)
        } catch (error) {
          throw new Error(told(day, at, step, parts, error), { cause: error })
        }
      }
      if (at % WHOLE_EVERY === 0 || at === day.steps)
        try {
          seals = await checkAll(town, seals)
        } catch (error) {
          throw new Error(told(day, at, step, [], error), { cause: error })
        }
      soFar.steps = at
      count(soFar.taken, step.name)
      day.onStep?.(soFar)
    }
    await endOfDay(town, day)
  } finally {
    await town.close()
  }
  return soFar
}

const nothingYet = (): SoFar => ({
  steps: 0,
  acts: 0,
  taken: new Map(),
  refused: new Map(),
  struck: { line: 0, program: 0, backend: 0, postmaster: 0 },
  jams: 0,
})

const count = (counts: Map<string, number>, what: string): void =>
  void counts.set(what, (counts.get(what) ?? 0) + 1)

/** The latest papers that came out or are in doubt; of the desk without a printer those that wait. */
const papersIn = async ({ town }: DayTown): Promise<SeenPaper[]> => [
  ...(await town.sql<SeenPaper[]>`
    select j.id as "jobId", d.number as desk, j.kind, j.subject_id as "subjectId", j.state
    from print_jobs j join desks d on d.id = j.desk_id join printers p on p.id = j.printer_id
    where (j.state = 'unsure' or (j.copy = 0 and j.kind in ('receipt', 'reversal', 'till-closing')
        and j.state = case when p.line like 'preview:%' then 'queued' else 'printed' end))
    order by j.ordinal desc limit 40`),
]

/** All parts at once, each until it is answered, some under a blow. */
async function act(
  town: DayTown,
  parts: Part[],
  { faults }: Day,
  chance: ReturnType<typeof seeded>,
  { struck }: SoFar,
): Promise<Outcome[]> {
  const persons = parts.map(({ who }) => town.persons.get(who.login)!)
  for (const person of new Set(persons)) {
    const blow = drawBlow(chance, faults)
    if (blow) await arm(town, person, blow, struck)
  }
  const outcomes = await Promise.all(parts.map(({ act }, at) => persons[at]!.does(act)))
  for (const person of persons) person.line.spare()
  return outcomes
}

/** What several do at once, each under the blow that is meant for them, checked as a step of a day is; tells how many blows fell. */
export async function liveOneMoment(town: DayTown, parts: (Part & { blow: Blow | null })[]): Promise<number> {
  const soFar = nothingYet()
  const [since] = await town.town.sql<[Since]>`select clock_timestamp()::text as at`
  const persons = parts.map(({ who }) => town.persons.get(who.login)!)
  for (const [at, { blow }] of parts.entries()) if (blow) await arm(town, persons[at]!, blow, soFar.struck)
  const outcomes = await Promise.all(parts.map(({ act }, at) => persons[at]!.does(act)))
  for (const person of persons) person.line.spare()
  try {
    await check(town, parts, outcomes, since, soFar)
  } catch (error) {
    const blows = parts.map(({ blow }) => shown(blow)).join(' ')
    throw new Error(`${error instanceof Error ? error.message : error}\n  under ${blows}`, { cause: error })
  }
  return Object.values(soFar.struck).reduce((sum, times) => sum + times, 0)
}

async function check(
  { town, books }: DayTown,
  parts: Part[],
  outcomes: Outcome[],
  since: Since,
  soFar: SoFar,
): Promise<Since> {
  const { added, now, standing } = await whileLineFails(async () => {
    const [read, standing] = await Promise.all([addedSince(town.sql, since), standingIn(town.sql)])
    return { ...read, standing }
  }, town.startDatabase)
  const wanted = settle(books, parts, outcomes, added, soFar)
  for (const table of TABLES) same(`new rows of ${table}`, wanted[table], added[table])
  const must = standingOf(books)
  same('open tills and their cash', must.tills, standing.tills)
  same('open bills', must.bills, standing.bills)
  same('last numbers of the series', must.series, standing.series)
  same('open requests', must.requests, standing.requests)
  same('open tasks', must.tasks, standing.tasks)
  same('last numbers of the registers', must.sequences, standing.sequences)
  return now
}

/** Every paper is printed or asked about, and lies there as the books say. */
async function endOfDay(town: DayTown, { seed }: Day): Promise<void> {
  const { sql, startDatabase } = town.town
  const owed = await whileLineFails(() => printTheRest(town), startDatabase)
  const unlike = await Promise.all(town.counters.map(counter => paperUnlikeBooks(sql, counter)))
  const wrong = [owed, ...unlike].filter(what => what !== null)
  if (wrong.length > 0) throw new Error(`seed ${seed}, at the end of the day: ${wrong.join('; ')}`)
}

/** The whole of the books, and that nothing of what was seen before has changed. */
export async function checkAll({ town }: DayTown, before: Seals): Promise<Seals> {
  const { broken, seals, file } = await whileLineFails(
    async () => ({
      broken: await brokenInBooks(town.sql),
      seals: await sealsOf(town.sql),
      file: await brokenFile(town.sql, town.home),
    }),
    town.startDatabase,
  )
  if (broken) throw new Broken(broken.invariant, [], broken.rows)
  if (file) throw new Broken('files are kept as they were brought', 'whole', file)
  const row = brokenSeal(before, seals)
  if (row) throw new Broken(`nothing of ${row} changes`, before.get(row), seals.get(row) ?? 'gone')
  return seals
}

/**
 * Compares each outcome with what the books foresee, in the order in which the office wrote them down, and enters them. What
 * is refused may have been refused before or after what was done at the same moment.
 */
function settle(
  books: Books,
  parts: Part[],
  outcomes: Outcome[],
  added: Found,
  soFar: SoFar,
): Record<Table, Row[]> {
  const { logbook } = added
  const before = parts.map(({ who, act }) => expected(books, who, act))
  const place = (at: number) => {
    const { who, act } = parts[at]!
    const ids: unknown[] = Object.values(act.act === 'print.copy' ? { ...act, ...act.of } : act)
    const found = logbook.findIndex(row => row['who'] === who.login && ids.includes(row['subjectId']))
    return 'refused' in outcomes[at]! || found < 0 ? logbook.length : found
  }
  const order = parts.map((_, at) => at).sort((a, b) => place(a) - place(b))
  const wanted = Object.fromEntries(TABLES.map(table => [table, [] as Row[]])) as Record<Table, Row[]>
  for (const at of order) {
    const { who, act } = parts[at]!
    const must = expected(books, who, act)
    const outcome = outcomes[at]!
    soFar.acts++
    if ('refused' in outcome) count(soFar.refused, outcome.refused)
    const isRight = agrees(must, outcome) || ('refused' in outcome && agrees(before[at]!, outcome))
    if (!isRight) throw new Broken(`the answer to ${act.act} of ${who.login}`, must, outcome)
    if ('refused' in outcome || 'refused' in must) continue
    const rows = must.write(added)
    if (rows.logbook) books.done.push({ who, act })
    for (const table of TABLES) wanted[table].push(...(rows[table] ?? []))
  }
  return wanted
}

function agrees(must: Expected, outcome: Outcome): boolean {
  if ('refused' in outcome) return outcome.refused === ('refused' in must ? must.refused : must.or)
  return 'done' in must && isDeepStrictEqual(outcome.done, must.done)
}

/** An invariant that does not hold, with both values. */
class Broken extends Error {
  constructor(invariant: string, must: unknown, is: unknown) {
    super(`${invariant}\n  must be ${shown(must)}\n  but is  ${shown(is)}`)
  }
}

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner))

function same(invariant: string, must: unknown[], is: unknown[]): void {
  const [wanted, found] = [must.map(keyed).sort(), is.map(keyed).sort()]
  if (isDeepStrictEqual(wanted, found)) return
  const missing = wanted.filter(row => !found.includes(row))
  const extra = found.filter(row => !wanted.includes(row))
  throw new Broken(invariant, missing.length > 0 ? missing : wanted, extra.length > 0 ? extra : found)
}

/** A row as text, whatever the order of its keys. */
const keyed = (row: unknown): string =>
  typeof row === 'object' && row !== null
    ? shown(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    : String(row)

const told = ({ seed }: Day, at: number, step: Step, parts: Part[], error: unknown): string =>
  `seed ${seed}, step ${at} (${step.name}): ${error instanceof Error ? error.message : error}
  acts: ${parts.map(({ who, act }) => `${who.login}@${who.desk} ${shown(act)}`).join('\n        ')}`
