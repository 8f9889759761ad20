import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { partyMerges } from '../../db/schema/parties.ts'
import { whyNotMerge } from '../../rules/duplicates.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { asSeen, instantInput, lockParties, type Party, partyWithId } from './lookup.ts'

const MergeParties = z.object({
  id: idInput,
  /** The record that will lead to the other one. */
  partyId: idInput,
  intoId: idInput,
  reason: textInput(3, 500),
  /** `changedAt` of both records as they were shown beside each other. */
  seen: z.object({ party: instantInput, into: instantInput }),
})
export type MergeParties = z.input<typeof MergeParties>

/**
 * Says by a correction record that two records are of one and the same: the first stays as it is and leads to the other, and what
 * was written to it keeps what it says. Sent again with its id it is done once. Refuses what `whyNotMerge` refuses, and records
 * that somebody changed since they were seen.
 */
export async function mergeParties(ctx: Ctx, raw: MergeParties): Promise<Party> {
  authorise(ctx, 'parties.merge')
  const input = parseInput(MergeParties, raw)
  return inTransaction(ctx, async tx => {
    await lockParties(tx, [input.partyId, input.intoId])
    const [[earlier], party, into] = await Promise.all([
      tx.select().from(partyMerges).where(eq(partyMerges.id, input.id)),
      partyWithId(tx, ctx, input.partyId),
      partyWithId(tx, ctx, input.intoId),
    ])
    if (earlier) return into
    refuseIf(
      whyNotMerge(party, into) ?? asSeen(ctx, party, input.seen.party) ?? asSeen(ctx, into, input.seen.into),
    )
    await Promise.all([
      tx.insert(partyMerges).values({ ...input, mergedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'parties.merge', {
        subjectId: input.intoId,
        facts: { merged: party.id, name: party.name, into: into.name, reason: input.reason },
      }),
    ])
    return into
  })
}
