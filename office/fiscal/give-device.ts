import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { fiscalDesks } from '../../db/schema/fiscal.ts'
import { desks } from '../../db/schema/town.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { deviceNamed } from './lookup.ts'

const GiveDevice = z.object({
  desk: z.int(),
  /** Null: from now on none stands there. */
  printer: textInput(1, 40).nullable(),
})
export type GiveDevice = z.input<typeof GiveDevice>

/**
 * Says which fiscal device stands at a desk. What it owes it goes on owing: fiscal papers stay with the device of their sale.
 * Refuses an unknown desk, an unknown printer and one that is no fiscal device.
 */
export async function giveDevice(ctx: Ctx, raw: GiveDevice): Promise<GiveDevice> {
  authorise(ctx, 'fiscal.set')
  const { desk: number, printer } = parseInput(GiveDevice, raw)
  return inTransaction(ctx, async tx => {
    const [desk] = await tx.select({ id: desks.id }).from(desks).where(eq(desks.number, number)).for('share')
    if (!desk) throw refusal('desk.unknown', { number: String(number) })
    const device = printer === null ? null : await deviceNamed(tx, printer)
    await Promise.all([
      device
        ? tx
            .insert(fiscalDesks)
            .values({ deskId: desk.id, printerId: device.printerId })
            .onConflictDoUpdate({ target: fiscalDesks.deskId, set: { printerId: device.printerId } })
        : tx.delete(fiscalDesks).where(eq(fiscalDesks.deskId, desk.id)),
      writeLogbook(tx, ctx, 'fiscal.set', { subjectId: desk.id, facts: { desk: number, device: printer } }),
    ])
    return { desk: number, printer }
  })
}
