import { sql } from 'drizzle-orm'
import { calendarDays } from '../../db/schema/calendar.ts'
import { type Calendar, calendarWith } from '../../rules/calendar.ts'
import { isHandedIn, type Term, type TermStart } from '../../rules/deadlines.ts'
import type { Channel } from '../../rules/documents.ts'
import type { CalendarDay } from '../../rules/holidays.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** The town's calendar: the law, and before it the days that were written down. One statement, a handful of rows. */
export async function calendarOf(db: Ctx['db'] | Tx): Promise<Calendar> {
  return calendarWith((await db.select().from(calendarDays)).map(dayOfRow))
}

export const dayOfRow = (row: typeof calendarDays.$inferSelect): CalendarDay => ({
  day: row.day,
  isWorking: row.isWorking,
  name: { bg: row.nameBg, en: row.nameEn },
  kind: row.kind,
  basis: row.basis,
})

/** How many requests under way end on a day, for those too who do not see them. */
export async function duesOn(tx: Tx, day: Temporal.PlainDate): Promise<number> {
  const [row] = await tx.execute<{ dues: number }>(sql`select count_dues_on(${day.toString()}::date) as dues`)
  return row?.dues ?? 0
}

/** A term that begins with an arrival by this channel, in the hours of the town. */
export const startOnArrival = (ctx: Ctx, at: Temporal.Instant, term: Term, channel: Channel): TermStart => ({
  at,
  term,
  hours: ctx.town.hours,
  isHandedIn: isHandedIn(channel),
})
