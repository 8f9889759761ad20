import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { kiosks } from '../../db/schema/kiosks.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { hallNamed, standingKiosk } from './lookup.ts'

const ChangeKiosk = z.object({
  number: z.int(),
  /** The code of the department, directorate or mayoralty whose hall it is from now on. */
  hall: z.string().optional(),
  place: textInput(2, 80).optional(),
})
export type ChangeKiosk = z.input<typeof ChangeKiosk>

/** Where a device stands, said anew; what is not named stays. Refuses a closed place and a hall that is not there. */
export async function changeKiosk(ctx: Ctx, raw: ChangeKiosk): Promise<{ number: number; place: string }> {
  authorise(ctx, 'kiosks.set')
  const { number, hall, place } = parseInput(ChangeKiosk, raw)
  return inTransaction(ctx, async tx => {
    const before = await standingKiosk(tx, number)
    const departmentId = hall === undefined ? before.departmentId : (await hallNamed(tx, ctx, hall)).id
    const changed = { departmentId, place: place ?? before.place }
    await tx.update(kiosks).set(changed).where(eq(kiosks.id, before.id))
    await writeLogbook(tx, ctx, 'kiosks.set', { subjectId: before.id, facts: { number, hall, place } })
    return { number, place: changed.place }
  })
}
