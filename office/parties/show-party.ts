import { z } from 'zod'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { type Party, partyWithId } from './lookup.ts'

const ShowParty = z.object({ partyId: idInput })

/** All that the register knows of somebody, as far as the post may see it. Refuses an unknown one. */
export async function showParty(ctx: Ctx, raw: z.input<typeof ShowParty>): Promise<Party> {
  authorise(ctx, 'parties.see')
  const { partyId } = parseInput(ShowParty, raw)
  return partyWithId(ctx.db, ctx, partyId)
}
