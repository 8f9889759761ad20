import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { type Party, partyWithId } from './lookup.ts'

const ShowParty = z.object({ partyId: idInput })

/** All that the register knows of somebody, as far as the post may see it; the logbook keeps who looked. Refuses an unknown one. */
export async function showParty(ctx: Ctx, raw: z.input<typeof ShowParty>): Promise<Party> {
  authorise(ctx, 'parties.see')
  const { partyId } = parseInput(ShowParty, raw)
  return inTransaction(ctx, async tx => {
    const [party] = await Promise.all([
      partyWithId(tx, ctx, partyId),
      writeLogbook(tx, ctx, 'parties.see', { subjectId: partyId, facts: {} }),
    ])
    return party
  })
}
