import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { terminalReports } from '../../db/schema/deposits.ts'
import { desks } from '../../db/schema/town.ts'
import { showDay } from '../../rules/dates.ts'
import { MOST } from '../../rules/money.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { type TerminalDay, terminalExpected, whyNotMatched } from '../../rules/terminals.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { terminalDays } from './card-terminals.ts'
import { idleDay } from './see-terminals.ts'

const MatchTerminal = z.object({
  id: idInput,
  terminal: z.string().trim().toUpperCase().max(16),
  day: z.instanceof(Temporal.PlainDate),
  /** The total of the terminal's end of day; below zero where more went back than came in. */
  stated: centsInput.refine(amount => amount <= MOST && amount >= -MOST),
  reason: textInput(0, 200).nullable(),
})
export type MatchTerminal = z.input<typeof MatchTerminal>

/**
 * Sets the end of day of a card terminal beside what the receipts say, and gives the day back as it then stands. A difference
 * wants its reason; a later report of the day replaces the earlier one in the view, both stay. Refuses a terminal that nobody
 * knows and a day to come. Sent again under the same id it is written once.
 */
export async function matchTerminal(ctx: Ctx, raw: MatchTerminal): Promise<TerminalDay> {
  authorise(ctx, 'books.match_terminal')
  const input = parseInput(MatchTerminal, raw)
  const { id, terminal, day, stated } = input
  if (Temporal.PlainDate.compare(day, ctx.today) > 0)
    throw refusal('terminal.day_ahead', { day: showDay(day, ctx.lang) })
  return inTransaction(ctx, async tx => {
    const [now, earlier] = await Promise.all([
      knownDay(tx, terminal, day),
      tx.select().from(terminalReports).where(eq(terminalReports.id, id)),
    ])
    // Once more: the first look may be older than the report that the second one sees.
    if (earlier.length > 0) return knownDay(tx, terminal, day)
    const expected = terminalExpected(now)
    const reason = input.reason || null
    refuseIf(whyNotMatched(terminal, stated, expected, reason))
    await Promise.all([
      tx.execute(
        sql`insert into terminal_reports (id, terminal, day, stated_cents, expected_cents, reason)
          values (${id}, ${terminal}, ${day.toString()}::date, ${stated.toString()}, ${expected.toString()}, ${reason})`,
      ),
      writeLogbook(tx, ctx, 'books.match_terminal', {
        subjectId: id,
        facts: {
          terminal,
          day: day.toString(),
          stated_cents: stated,
          expected_cents: expected,
          reason,
        },
      }),
    ])
    return knownDay(tx, terminal, day)
  })
}

async function knownDay(tx: Tx, terminal: string, day: Temporal.PlainDate): Promise<TerminalDay> {
  const [[moved], [standing]] = await Promise.all([
    terminalDays(tx, { from: day, to: day }, terminal),
    tx.select({ id: desks.id }).from(desks).where(eq(desks.terminal, terminal)).limit(1),
  ])
  if (moved) return moved
  if (!standing) throw refusal('terminal.unknown', { terminal })
  return idleDay(terminal, day)
}
