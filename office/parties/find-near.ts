import { and, eq, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { DUPLICATE_FROM, type Known, type Likeness, likenessOf, phoneKey } from '../../rules/duplicates.ts'
import { wordsOf } from '../../rules/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import type { Tx } from '../transaction.ts'
import { followed, type Party, partiesWhere, partyRecord } from './lookup.ts'

const FindNear = z.object({ ...partyRecord })
export type FindNear = z.input<typeof FindNear>

/** A record of the register and how like what was asked about it is. */
export type NearParty = { party: Party; likeness: Likeness }

/** Records that may already be of whoever is about to be written down, the likest first; the same number is another matter. */
export async function findNear(ctx: Ctx, raw: FindNear): Promise<NearParty[]> {
  authorise(ctx, 'parties.register')
  return nearTo(ctx.db, ctx, knownOf(parseInput(FindNear, raw)))
}

const MOST_CANDIDATES = 200
const MOST_NEAR = 8
const LETTERS = 3
const PHONE_DIGITS = 6

/** The same inside a transaction. Two words of the name are enough to be looked at where something else is the same too. */
export async function nearTo(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  known: Known,
  least = DUPLICATE_FROM,
): Promise<NearParty[]> {
  const candidates = await partiesWhere(
    db,
    ctx,
    or(sameNumber(known), and(likeName(known), sameElse(known))),
    MOST_CANDIDATES,
  )
  return (await followed(db, ctx, candidates))
    .map(party => ({ party, likeness: likenessOf(known, party) }))
    .filter(({ likeness }) => likeness.score >= least)
    .toSorted((a, b) => b.likeness.score - a.likeness.score || a.party.id.localeCompare(b.party.id))
    .slice(0, MOST_NEAR)
}

/** A record as it is handed in, as it is compared. */
export const knownOf = ({ identifier, address, ...rest }: z.output<typeof FindNear>): Known => ({
  ...rest,
  street: address,
  identifierKind: identifier?.kind ?? null,
  identifier: identifier?.digits ?? null,
})

/** The same digits as another kind of number, or the company of a branch. */
function sameNumber({ identifierKind, identifier }: Known): SQL | undefined {
  if (!identifier) return undefined
  if (identifierKind !== 'eik') return eq(parties.identifier, identifier)
  const company = identifier.slice(0, 9)
  return and(
    eq(parties.identifierKind, 'eik'),
    sql`${parties.identifier} >= ${company} and ${parties.identifier} < ${`${company}:`}`,
  )
}

/** In whose name two of the words, or an only one, begin alike: a typing error in one leaves the others. */
function likeName({ name }: Known): SQL | undefined {
  const starts = [...new Set(wordsOf(name).map(word => [...word].slice(0, LETTERS).join('')))].slice(0, 4)
  const pairs = starts.flatMap((one, at) => starts.slice(at + 1).map(other => [one, other]))
  const sets = pairs.length > 0 ? pairs : [starts]
  return or(
    ...sets.map(
      set =>
        sql`word_starts(${parties.nameFolded}) @> array[${sql.join(
          set.map(word => sql`${word}`),
          sql`, `,
        )}]::text[]`,
    ),
  )
}

/** Something besides the name that is the same, or nothing known of either. */
function sameElse({ phone, email, ekatte, street, identifier }: Known): SQL | undefined {
  if (!phone && !email && !street && !identifier)
    return and(
      ...[parties.phone, parties.email, parties.address, parties.identifier].map(
        column => sql`${column} is null`,
      ),
    )
  const last = phone ? phoneKey(phone).slice(-PHONE_DIGITS) : ''
  return or(
    last ? like(sql`regexp_replace(${parties.phone}, '[^0-9]', '', 'g')`, `%${last}`) : undefined,
    email ? eq(sql`lower(${parties.email})`, email.trim().toLowerCase()) : undefined,
    street && ekatte ? inArray(parties.ekatte, [ekatte]) : undefined,
    street && !ekatte ? sql`${parties.address} is not null` : undefined,
    identifier ? eq(parties.identifierMasked, `${identifier.slice(0, 6)}****`) : undefined,
  )
}
