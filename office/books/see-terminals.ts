import { isNotNull } from 'drizzle-orm'
import { desks } from '../../db/schema/town.ts'
import { upTo, whyNotSoLong } from '../../rules/cash-book.ts'
import { ZERO } from '../../rules/money.ts'
import { refuseIf } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { isUnmatched, type TerminalDay } from '../../rules/terminals.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { terminalDays } from './card-terminals.ts'

/** The card terminals of a period by day; for one day also those of the desks that took nothing. */
export async function seeTerminals(ctx: Ctx, period: Period): Promise<TerminalDay[]> {
  authorise(ctx, 'books.see')
  refuseIf(whyNotSoLong(period))
  const days = upTo(ctx.today, period)
  if (!days) return []
  const isOneDay = days.from.equals(days.to)
  const [moved, standing] = await Promise.all([
    terminalDays(ctx.db, days),
    isOneDay
      ? ctx.db.selectDistinct({ terminal: desks.terminal }).from(desks).where(isNotNull(desks.terminal))
      : [],
  ])
  const idle = standing
    .flatMap(({ terminal }) => terminal ?? [])
    .filter(terminal => !moved.some(day => day.terminal === terminal))
    .map(terminal => idleDay(terminal, days.from))
  return [...moved, ...idle]
}

/** So far back it is looked for days that nobody matched. */
const LOOK_BACK_DAYS = 31

/** The terminals and days of the last month that still have to be matched, the oldest first. */
export async function unmatchedTerminals(ctx: Ctx): Promise<TerminalDay[]> {
  authorise(ctx, 'books.see')
  const period = { from: ctx.today.subtract({ days: LOOK_BACK_DAYS }), to: ctx.today }
  return (await terminalDays(ctx.db, period)).filter(isUnmatched)
}

export const idleDay = (terminal: string, day: Temporal.PlainDate): TerminalDay => ({
  terminal,
  day,
  payments: 0,
  paid: ZERO,
  reversals: 0,
  returned: ZERO,
  report: null,
})
