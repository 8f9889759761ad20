import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { kiosks } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { type EnrolmentCode, hallNamed, insertCode } from './lookup.ts'

const AddKiosk = z.object({
  kioskId: idInput,
  /** Null takes the next one. */
  number: z.int().min(1).max(9999).nullish(),
  /** The code of the department, directorate or mayoralty whose hall it is. */
  hall: z.string(),
  place: textInput(2, 80),
})
export type AddKiosk = z.input<typeof AddKiosk>
export type KioskAdded = EnrolmentCode & { number: number; hall: string; place: string }

/** Makes a place for a device, with the one-time code to enrol it. Refuses a hall that is not there and a number that is taken. */
export async function addKiosk(ctx: Ctx, raw: AddKiosk): Promise<KioskAdded> {
  authorise(ctx, 'kiosks.set')
  const input = parseInput(AddKiosk, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'kiosks')
    const hall = await hallNamed(tx, ctx, input.hall)
    const number = await freeNumber(tx, input.number ?? null)
    const { kioskId, place } = input
    await tx.insert(kiosks).values({ id: kioskId, number, departmentId: hall.id, place })
    const code = await insertCode(tx, ctx, kioskId)
    await writeLogbook(tx, ctx, 'kiosks.set', {
      subjectId: kioskId,
      facts: { number, hall: input.hall, place },
    })
    return { number, hall: hall.name, place, ...code }
  })
}

async function freeNumber(tx: Tx, asked: number | null): Promise<number> {
  if (asked === null) {
    const [last] = await tx
      .select({ number: kiosks.number })
      .from(kiosks)
      .orderBy(desc(kiosks.number))
      .limit(1)
    return (last?.number ?? 0) + 1
  }
  const [taken] = await tx.select({ id: kiosks.id }).from(kiosks).where(eq(kiosks.number, asked))
  if (taken) throw refusal('kiosk.number_taken', { number: asked })
  return asked
}
