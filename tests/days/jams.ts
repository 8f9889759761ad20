import { setTimeout as pause } from 'node:timers/promises'
import type postgres from 'postgres'
import { roms } from '../../printers/emulators/escpos-paper.ts'
import type { Counter, DayTown } from './day-town.ts'
import { papersOn } from './printed-papers.ts'
import type { Chance } from './seeded.ts'

/** What goes wrong at a printer: its paper ends, its cover is open, it says nothing more, its cable is out, its program dies. */
const JAMS = ['paperOut', 'coverOpen', 'mute', 'torn', 'unplugged', 'killed'] as const

/** Now and then a printer stops in the middle of whatever it does; some steps later somebody mends it. True where one stopped. */
export async function jamOrMend({ counters }: DayTown, at: number, chance: Chance): Promise<boolean> {
  const counter = chance.oneOf(counters)
  const jams = chance.percent(4) && counter.mendedAt === null
  for (const one of counters) if (one.mendedAt !== null && one.mendedAt <= at) await mend(one)
  if (!jams) return false
  counter.mendedAt = at + chance.between(2, 25)
  const { printer } = counter
  const jam = chance.oneOf(JAMS)
  const soon = printer.paper().length + chance.between(1, 900)
  if (jam === 'unplugged') await printer.unplug()
  else if (jam === 'killed') counter.spooler.kill9()
  else if (jam === 'torn') printer.faults.unplugAt = soon
  else if (jam === 'paperOut') printer.faults.paperOutAt = soon
  else printer.faults[jam] = true
  return true
}

async function mend(counter: Counter): Promise<void> {
  const { printer } = counter
  counter.mendedAt = null
  const healthy = { paperOut: false, coverOpen: false, mute: false, unplugAt: null, paperOutAt: null }
  Object.assign(printer.faults, healthy)
  if (!printer.isPluggedIn()) await printer.plugIn()
}

/** So long a spooler may rest after a fault, and then print what is owed. */
const MOST_MS = 90_000

/** Everything is mended and printed; what does not come to an end in time is told. */
export async function printTheRest({ counters, town: { sql } }: DayTown): Promise<string | null> {
  for (const counter of counters) await mend(counter)
  for (const began = performance.now(); ; await pause(100)) {
    const owed = await owedIn(sql)
    if (owed.length === 0) return null
    if (performance.now() - began > MOST_MS) return `still owed: ${JSON.stringify(owed)}`
  }
}

const owedIn = async (sql: postgres.Sql): Promise<object[]> => [
  ...(await sql`
    select p.name, j.state, j.fault, count(*)::int as papers from print_jobs j join printers p on p.id = j.printer_id
    where p.line not like 'preview:%' and j.state in ('queued', 'sending', 'failed') group by 1, 2, 3`),
]

/**
 * Compares what lies on the paper with what the office believes: what the device confirmed came out whole once; what
 * was sent to one that cannot say so may have, and what was in doubt once for each time it was sent. Null where they agree.
 */
export async function paperUnlikeBooks(sql: postgres.Sql, counter: Counter): Promise<string | null> {
  const [row] = await sql<{ confirmed: number; sent: number; doubted: number }[]>`
    select (count(*) filter (where not doubted and confirmed))::int as confirmed,
      (count(*) filter (where not doubted and not confirmed))::int as sent,
      coalesce(sum(attempts) filter (where doubted), 0)::int as doubted
    from (select j.attempts, j.confirmed, j.state = 'unsure' or exists (select from logbook l
        where l.act = 'print.resolve' and l.subject_id = j.id) as doubted
      from print_jobs j join desks d on d.printer_id = j.printer_id where d.number = ${counter.desk}) p`
  const { confirmed, sent, doubted } = row!
  const rom = counter.profile === 'epson-80' ? roms.epson : roms.clone
  const whole = papersOn(counter.printer.paper(), rom).filter(paper => paper.whole).length
  return confirmed <= whole && whole <= confirmed + sent + doubted
    ? null
    : `desk ${counter.desk}: ${whole} whole papers; ${confirmed} confirmed, ${sent} sent, ${doubted} sendings in doubt`
}
