import { z } from 'zod'
import { town } from '../../db/schema/town.ts'
import type { WorkingHours } from '../../rules/deadlines.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

const timeInput = z.instanceof(Temporal.PlainTime)

const SetHours = z.object({ from: timeInput, until: timeInput })
export type SetHours = z.input<typeof SetHours>

/**
 * Sets when the offices of the town work: what comes by post or wire after that counts as of the next working day. Each program
 * goes by them from its next sign-in; terms that run are left as they are. Hours that end before they begin are refused.
 */
export async function setHours(ctx: Ctx, raw: SetHours): Promise<WorkingHours> {
  authorise(ctx, 'calendar.set')
  const hours = parseInput(SetHours, raw)
  if (Temporal.PlainTime.compare(hours.from, hours.until) >= 0) throw refusal('calendar.hours_wrong', {})
  return inTransaction(ctx, async tx => {
    const shown = { from: hours.from.toString(), until: hours.until.toString() }
    await Promise.all([
      tx.update(town).set({ opensAt: hours.from, closesAt: hours.until }),
      writeLogbook(tx, ctx, 'calendar.set', { facts: shown }),
    ])
    return hours
  })
}
