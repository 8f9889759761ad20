import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { maskIdentifier } from '../../rules/identifiers.ts'
import { foldName, whyNotRegister } from '../../rules/parties.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { knownOf, type NearParty, nearTo } from './find-near.ts'
import {
  holderOf,
  type PartyRow,
  partiesWhere,
  partyRecord,
  partyWithId,
  rowOf,
  settlementWithCode,
  whyNoIdentifier,
} from './lookup.ts'

const RegisterParty = z.object({
  id: idInput,
  ...partyRecord,
  /** Said after a warning: it is somebody else than those who are near. */
  another: z.boolean().default(false),
})
export type RegisterParty = z.input<typeof RegisterParty>
type Input = z.output<typeof RegisterParty>

/**
 * Writes somebody into the register; sent again with the same `id` it gives back what was done. Refuses a name, a number, a
 * telephone or an e-mail that is none, an unknown settlement, and a number that somebody already has: then its facts say who.
 * A record that is much like one that is there is refused until `another` says that it is somebody else.
 */
export async function registerParty(ctx: Ctx, raw: RegisterParty): Promise<PartyRow> {
  authorise(ctx, 'parties.register')
  const input = parseInput(RegisterParty, raw)
  refuseIf(whyNoIdentifier(input.identifier) ?? whyNotRegister(input))
  return inTransaction(ctx, async tx => {
    // In this order: a number that was registered under this very id is found by the id.
    const [, holder, [earlier], near] = await Promise.all([
      input.ekatte && settlementWithCode(tx, input.ekatte),
      input.identifier && holderOf(tx, input.identifier),
      partiesWhere(tx, ctx, eq(parties.id, input.id), 1),
      input.another ? [] : nearTo(tx, ctx, knownOf(input)),
    ])
    if (earlier) return rowOf(earlier)
    if (holder) throw refusal('party.registered', holder)
    refuseIf(whyNear(near))
    await Promise.all([
      insertParty(tx, input),
      writeLogbook(tx, ctx, 'parties.register', {
        subjectId: input.id,
        facts: {
          kind: input.kind,
          name: input.name,
          identifier: input.identifier && maskIdentifier(input.identifier),
        },
      }),
    ])
    return rowOf(await partyWithId(tx, ctx, input.id))
  })
}

/** What is near, as the refusal names it, or null. */
function whyNear(near: NearParty[]): Refusal | null {
  const [likest] = near
  if (!likest) return null
  return refusal('party.near', {
    partyId: likest.party.id,
    near: near.map(({ party, likeness }) => ({
      name: party.name,
      number: party.identifier ?? party.identifierMasked,
      address: party.address,
      reasons: likeness.reasons,
    })),
  })
}

const insertParty = (tx: Tx, { identifier, another: _, ...rest }: Input) =>
  tx.insert(parties).values({
    ...rest,
    identifierKind: identifier?.kind ?? null,
    identifier: identifier?.digits ?? null,
    nameFolded: foldName(rest.name),
  })
