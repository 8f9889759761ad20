import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { calendarDays } from '../../db/schema/calendar.ts'
import { staff } from '../../db/schema/staff.ts'
import { calendarWith, daysOf, workingDaysIn } from '../../rules/calendar.ts'
import type { CalendarDay } from '../../rules/holidays.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayOfRow } from './lookup.ts'

export type DayListed = CalendarDay & {
  /** Where it was published; null for what follows from the law alone. */
  source: string | null
  /** Who of the town wrote it down; null for what is shipped or the law's. */
  setBy: string | null
}

/** What is said of the days of a year, in their order, and how many working days it has. */
export async function listDays(
  ctx: Ctx,
  year: number,
): Promise<{ year: number; workingDays: number; days: DayListed[] }> {
  authorise(ctx, 'calendar.see')
  const rows = await ctx.db
    .select({ day: calendarDays, setBy: staff.name })
    .from(calendarDays)
    .leftJoin(staff, eq(staff.id, calendarDays.setBy))
    .where(
      and(
        gte(calendarDays.day, sql`${`${year}-01-01`}::date`),
        lt(calendarDays.day, sql`${`${year + 1}-01-01`}::date`),
      ),
    )
    .orderBy(asc(calendarDays.day))
  const calendar = calendarWith(rows.map(({ day }) => dayOfRow(day)))
  const days = daysOf(calendar, year).map(day => {
    const written = rows.find(row => row.day.day.equals(day.day))
    return { ...day, source: written?.day.source ?? null, setBy: written?.setBy ?? null }
  })
  return { year, workingDays: workingDaysIn(calendar, year), days }
}
