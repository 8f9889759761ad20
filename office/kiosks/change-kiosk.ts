import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { kioskPresses, kiosks } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { hallNamed, type KioskRow, standingKiosk } from './lookup.ts'

const ChangeKiosk = z.object({
  number: z.int(),
  /** The code of the department, directorate or mayoralty whose hall it is from now on. */
  hall: z.string().optional(),
  place: textInput(2, 80).optional(),
})
export type ChangeKiosk = z.input<typeof ChangeKiosk>

/**
 * Where a device stands, said anew; what is not named stays. Refuses a closed place, a hall that is not there, and another hall for a place
 * whose presses are counted: they were made in the hall it had.
 */
export async function changeKiosk(ctx: Ctx, raw: ChangeKiosk): Promise<{ number: number; place: string }> {
  authorise(ctx, 'kiosks.set')
  const { number, hall, place } = parseInput(ChangeKiosk, raw)
  return inTransaction(ctx, async tx => {
    const before = await standingKiosk(tx, number)
    const departmentId = hall === undefined ? before.departmentId : (await hallNamed(tx, ctx, hall)).id
    if (departmentId !== before.departmentId) await refuseCounted(tx, before)
    const changed = { departmentId, place: place ?? before.place }
    await tx.update(kiosks).set(changed).where(eq(kiosks.id, before.id))
    await writeLogbook(tx, ctx, 'kiosks.set', { subjectId: before.id, facts: { number, hall, place } })
    return { number, place: changed.place }
  })
}

async function refuseCounted(tx: Tx, { id, number }: KioskRow): Promise<void> {
  const [counted] = await tx
    .select({ seq: kioskPresses.seq })
    .from(kioskPresses)
    .where(and(eq(kioskPresses.kioskId, id), isNull(kioskPresses.mark)))
    .limit(1)
  if (counted) throw refusal('kiosk.hall_has_presses', { number })
}
