import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { instantOf } from '../../db/columns.ts'
import { partyMerges } from '../../db/schema/parties.ts'
import { showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import type { WrittenSince } from '../../rules/refusals/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { lockParties, type Party, partyWithId } from './lookup.ts'

const SeparateParty = z.object({ id: idInput, partyId: idInput, reason: textInput(3, 500) })
export type SeparateParty = z.input<typeof SeparateParty>

/**
 * Takes a merging back by a further correction record: both records are two again. Sent again with its id it is done once.
 * Refuses a record that is not merged, and one after whose merging something was written to either: nobody could say whose it is.
 */
export async function separateParty(ctx: Ctx, raw: SeparateParty): Promise<Party> {
  authorise(ctx, 'parties.merge')
  const input = parseInput(SeparateParty, raw)
  return inTransaction(ctx, async tx => {
    await lockParties(tx, [input.partyId])
    const [[earlier], party, [merging]] = await Promise.all([
      tx.select().from(partyMerges).where(eq(partyMerges.id, input.id)),
      partyWithId(tx, ctx, input.partyId),
      tx
        .select()
        .from(partyMerges)
        .where(and(eq(partyMerges.partyId, input.partyId), isNotNull(partyMerges.intoId)))
        .orderBy(desc(partyMerges.mergedAt))
        .limit(1),
    ])
    if (earlier) return party
    if (!party.mergedInto || !merging) throw refusal('party.not_merged', { name: party.name })
    const [here, there] = await Promise.all([
      firstWritten(tx, party.id, merging.mergedAt),
      firstWritten(tx, party.mergedInto.id, merging.mergedAt),
    ])
    const since = here ?? there
    if (since)
      throw refusal('party.merge_followed', {
        name: party.name,
        what: since.what,
        at: showMoment(since.at, ctx.lang),
      })
    await Promise.all([
      tx.insert(partyMerges).values({ ...input, intoId: null, mergedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'parties.merge', {
        subjectId: input.partyId,
        facts: { separated: party.name, from: party.mergedInto.name, reason: input.reason },
      }),
    ])
    return partyWithId(tx, ctx, input.partyId)
  })
}

async function firstWritten(tx: Tx, partyId: string, since: Temporal.Instant) {
  const [row] = await tx.execute<{ what: WrittenSince; at: string }>(
    sql`select what, at from written_since(${partyId}, ${since.toString()}::timestamptz)`,
  )
  return row && { what: row.what, at: instantOf(row.at) }
}
