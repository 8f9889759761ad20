import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { type EnrolmentCode, insertCode, standingKiosk } from './lookup.ts'

const MakeCode = z.object({ number: z.int() })
export type MakeCode = z.input<typeof MakeCode>

/** Another one-time code for a place: its device was changed, or the first code was lost. Refuses a place that is not there or is closed. */
export async function makeCode(ctx: Ctx, raw: MakeCode): Promise<EnrolmentCode & { number: number }> {
  authorise(ctx, 'kiosks.set')
  const { number } = parseInput(MakeCode, raw)
  return inTransaction(ctx, async tx => {
    const place = await standingKiosk(tx, number)
    const code = await insertCode(tx, ctx, place.id)
    await writeLogbook(tx, ctx, 'kiosks.set', { subjectId: place.id, facts: { number, code: 'made' } })
    return { number, ...code }
  })
}
