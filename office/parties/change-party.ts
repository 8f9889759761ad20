import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { maskIdentifier } from '../../rules/identifiers.ts'
import { foldName, whyNotRegister } from '../../rules/parties.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import {
  asSeen,
  holderOf,
  instantInput,
  type Party,
  partyRecord,
  partyWithId,
  settlementWithCode,
  whyNoIdentifier,
} from './lookup.ts'

const ChangeParty = z.object({
  partyId: idInput,
  /** `changedAt` of the record as it was shown when the change began. */
  seen: instantInput,
  ...partyRecord,
})
export type ChangeParty = z.input<typeof ChangeParty>
type Input = z.output<typeof ChangeParty>

/**
 * Writes the whole record of somebody anew; the logbook keeps what changed. The same change sent again is done once. Refuses
 * what registering refuses, and a record that somebody else changed since it was `seen`.
 */
export async function changeParty(ctx: Ctx, raw: ChangeParty): Promise<Party> {
  authorise(ctx, 'parties.register')
  const input = parseInput(ChangeParty, raw)
  refuseIf(whyNoIdentifier(input.identifier) ?? whyNotRegister(input))
  return inTransaction(ctx, async tx => {
    const [row] = await tx.select().from(parties).where(eq(parties.id, input.partyId)).for('update')
    if (!row) throw refusal('party.unknown', { text: input.partyId })
    const before = factsOf(row)
    const after = recordOf(input)
    if (isSame(before, after)) return partyWithId(tx, ctx, input.partyId)
    const [holder] = await Promise.all([
      input.identifier && holderOf(tx, input.identifier),
      input.ekatte && settlementWithCode(tx, input.ekatte),
    ])
    refuseIf(asSeen(ctx, row, input.seen))
    if (holder && holder.partyId !== input.partyId) throw refusal('party.registered', holder)
    await Promise.all([
      update(tx, input.partyId, after),
      writeLogbook(tx, ctx, 'parties.register', {
        subjectId: input.partyId,
        facts: changesOf(before, after),
      }),
    ])
    return partyWithId(tx, ctx, input.partyId)
  })
}

const update = (tx: Tx, id: string, record: PartyRecord) =>
  tx
    .update(parties)
    .set({ ...record, nameFolded: foldName(record.name), changedAt: sql`clock_timestamp()` })
    .where(eq(parties.id, id))

const recordOf = ({ partyId: _, seen: __, identifier, ...rest }: Input) => ({
  ...rest,
  identifierKind: identifier?.kind ?? null,
  identifier: identifier?.digits ?? null,
})
type PartyRecord = ReturnType<typeof recordOf>

const factsOf = (row: typeof parties.$inferSelect): PartyRecord => ({
  kind: row.kind,
  name: row.name,
  ekatte: row.ekatte,
  address: row.address,
  phone: row.phone,
  email: row.email,
  identifierKind: row.identifierKind,
  identifier: row.identifier,
})

const changed = (before: PartyRecord, after: PartyRecord): (keyof PartyRecord)[] =>
  (Object.keys(before) as (keyof PartyRecord)[]).filter(key => before[key] !== after[key])

const isSame = (before: PartyRecord, after: PartyRecord): boolean => changed(before, after).length === 0

/** What was and what is, of what changed; personal numbers as papers carry them. */
function changesOf(before: PartyRecord, after: PartyRecord) {
  const keys = changed(before, after)
  const of = (record: PartyRecord) => Object.fromEntries(keys.map(key => [key, shown(record, key)]))
  return { before: of(before), after: of(after) }
}

const shown = (record: PartyRecord, key: keyof PartyRecord): string | null =>
  key === 'identifier' && record.identifier && record.identifierKind
    ? maskIdentifier({ kind: record.identifierKind, digits: record.identifier })
    : record[key]
