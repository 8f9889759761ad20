import { z } from 'zod'
import { calendarDays } from '../../db/schema/calendar.ts'
import { isWorkingDay, ORDERED_DAY, saidOf, whyNotSetDay, workingDayFrom } from '../../rules/calendar.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { calendarOf, duesOn } from './lookup.ts'

const SetDay = z.object({
  day: z.instanceof(Temporal.PlainDate),
  isWorking: z.boolean(),
  /** The order of the Council of Ministers: number and date. */
  order: lineInput(200),
  /** What the day is called, where not plainly a day by order. */
  name: lineInput(120),
  /** Where it was published. */
  source: lineInput(300),
})
export type SetDay = z.input<typeof SetDay>

export type DaySet = {
  day: Temporal.PlainDate
  isWorking: boolean
  /** The working day that terms ending on that day go on to; null where it is one itself. */
  next: Temporal.PlainDate | null
  /** How many requests under way end on that day, which is off: `moveDueDates` moves them. */
  dues: number
}

/**
 * Sets a day off, or working, by order of the Council of Ministers (чл. 154, ал. 3 КТ), with the order as its basis. The same
 * order again is done once. Days without an order, out of reach, or which are so already are refused.
 */
export async function setDay(ctx: Ctx, raw: SetDay): Promise<DaySet> {
  authorise(ctx, 'calendar.set')
  const { day, isWorking, order, name, source } = parseInput(SetDay, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, `calendar ${day}`)
    const calendar = await calendarOf(tx)
    const earlier = saidOf(calendar, day)
    const isDone = earlier?.isWorking === isWorking && earlier.basis === order
    if (!isDone) {
      refuseIf(whyNotSetDay({ day, isWorking, order: order ?? '' }, calendar, ctx.today, ctx.lang))
      const ordered = ORDERED_DAY[isWorking ? 'worked' : 'off']
      const row = {
        isWorking,
        nameBg: name ?? ordered.bg,
        nameEn: name ?? ordered.en,
        kind: isWorking ? ('worked' as const) : ('one-off' as const),
        basis: order ?? '',
        source: source ?? order ?? '',
        setAt: ctx.now,
        setBy: ctx.who.id,
      }
      await tx
        .insert(calendarDays)
        .values({ day, ...row })
        .onConflictDoUpdate({ target: calendarDays.day, set: row })
      await writeLogbook(tx, ctx, 'calendar.set', {
        facts: {
          day: day.toString(),
          is_working: isWorking,
          was_working: isWorkingDay(calendar, day),
          order,
          source,
        },
      })
    }
    if (isWorking) return { day, isWorking, next: null, dues: 0 }
    const [after, dues] = await Promise.all([isDone ? calendar : calendarOf(tx), duesOn(tx, day)])
    return { day, isWorking, next: workingDayFrom(after, day), dues }
  })
}
