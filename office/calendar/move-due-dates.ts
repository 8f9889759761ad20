import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { saidOf, whyNotMoveDues, workingDayFrom } from '../../rules/calendar.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { calendarOf } from './lookup.ts'

const MoveDueDates = z.object({ day: z.instanceof(Temporal.PlainDate) })
export type MoveDueDates = z.input<typeof MoveDueDates>

export type DuesMoved = { day: Temporal.PlainDate; next: Temporal.PlainDate; moved: number }

/**
 * Moves the last days of requests under way off a day that became a day off, to the next working day (чл. 60 ГПК), with a line
 * in the logbook and an event of each request. Terms within the office stay as they were given. Done again it finds nothing.
 * A working day and a day that passed are refused.
 */
export async function moveDueDates(ctx: Ctx, raw: MoveDueDates): Promise<DuesMoved> {
  authorise(ctx, 'calendar.set')
  const { day } = parseInput(MoveDueDates, raw)
  return inTransaction(ctx, async tx => {
    const calendar = await calendarOf(tx)
    refuseIf(whyNotMoveDues(day, calendar, ctx.today, ctx.lang))
    const next = workingDayFrom(calendar, day)
    const order = saidOf(calendar, day)?.basis ?? null
    const moved = await tx.execute<{ moved: string }>(
      sql`select moved from move_dues(${day.toString()}::date, ${next.toString()}::date, ${order})`,
    )
    const facts = { due_on: next.toString(), was_due_on: day.toString(), order }
    const [first, ...others] = moved.map(row => ({ subjectId: row.moved, facts }))
    if (first) await writeLogbook(tx, ctx, 'calendar.set', first, ...others)
    return { day, next, moved: moved.length }
  })
}
