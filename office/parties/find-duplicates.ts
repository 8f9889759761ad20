import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { DUPLICATE_FROM, type Likeness, likenessOf } from '../../rules/duplicates.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { nearTo } from './find-near.ts'
import { type Party, partiesWhere, partyWithId } from './lookup.ts'

const FindDuplicates = z.object({
  /** Only what is near this record. */
  partyId: idInput.optional(),
  /** Only those that are at least so like, from 0 to 100. */
  least: z.int().min(0).max(100).default(DUPLICATE_FROM),
  limit: z.int().min(1).max(500).default(100),
})
export type FindDuplicates = z.input<typeof FindDuplicates>

/** Two records that may be of one. */
export type DuplicatePair = { one: Party; other: Party; likeness: Likeness }

/**
 * Records of the whole register that may be one written twice, the likest first. Only records that meet somewhere are compared:
 * by number, telephone, e-mail, address with name, or day of birth with name. One pass over the register makes what they meet by, and
 * pairs are looked at one by one: seconds for half a million. Of more than twenty thousand pairs the rest comes once these are merged.
 */
export async function findDuplicates(ctx: Ctx, raw: FindDuplicates = {}): Promise<DuplicatePair[]> {
  authorise(ctx, 'parties.merge')
  const { partyId, least, limit } = parseInput(FindDuplicates, raw)
  return inTransaction(ctx, async tx => {
    if (partyId) return (await pairsOf(tx, ctx, partyId, least)).slice(0, limit)
    const [, pairs] = await Promise.all([tx.execute(sql`set local work_mem = '64MB'`), metPairs(tx)])
    const known = await partiesOfPairs(tx, ctx, pairs)
    return pairs
      .flatMap(pair => likeOf(pair, known))
      .filter(({ likeness }) => likeness.score >= least)
      .toSorted(byLikeness)
      .slice(0, limit)
  })
}

async function pairsOf(tx: Tx, ctx: Ctx, partyId: string, least: number): Promise<DuplicatePair[]> {
  const one = await partyWithId(tx, ctx, partyId)
  const near = await nearTo(tx, ctx, one, least)
  return near
    .filter(({ party }) => party.id !== partyId)
    .map(({ party, likeness }) => ({ one, other: party, likeness }))
}

type Pair = { a: string; b: string }

function likeOf({ a, b }: Pair, known: ReadonlyMap<string, Party>): DuplicatePair[] {
  const [one, other] = [known.get(a), known.get(b)]
  return one && other ? [{ one, other, likeness: likenessOf(one, other) }] : []
}

const byLikeness = (x: DuplicatePair, y: DuplicatePair): number =>
  y.likeness.score - x.likeness.score ||
  x.one.name.localeCompare(y.one.name, 'bg') ||
  x.one.id.localeCompare(y.one.id) ||
  x.other.id.localeCompare(y.other.id)

const ROWS_AT_ONCE = 5000

async function partiesOfPairs(tx: Tx, ctx: Ctx, pairs: Pair[]): Promise<Map<string, Party>> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const chunks = Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, at) =>
    ids.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  )
  const rows = await Promise.all(
    chunks.map(chunk => partiesWhere(tx, ctx, inArray(parties.id, chunk), ROWS_AT_ONCE)),
  )
  return new Map(rows.flat().map(party => [party.id, party]))
}

/** What more than so many share tells nothing: the telephone of an office, the address of a block. */
const MOST_OF_ONE_KEY = 30
const MOST_PAIRS = 20_000

/**
 * Those that share a key and can be one; the rule (rules/duplicates.ts) says how like they are. Of one address without a common
 * name only where somebody there is written in Latin letters: else they are a family.
 */
const metPairs = async (tx: Tx): Promise<Pair[]> => [
  ...(await tx.execute<Pair>(sql`
    with known as (
      select id, identifier_kind, identifier, name_folded, coalesce(ekatte, '') as ekatte, lower(email) as email,
        name_folded ~ '[a-z]' as is_latin, nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 8), '') as phone,
        nullif(regexp_replace(lower(address), ${ADDRESS_WORDS}, '', 'g'), '') as address
      from parties where not exists (select from merged_parties m where m.party_id = parties.id)
    ), keyed as (
      select 'n' || case when identifier_kind = 'eik' then left(identifier, 9) else identifier end as key, id, true as counts
        from known where identifier is not null
      union all select 'p' || phone, id, true from known where phone is not null
      union all select 'e' || email, id, true from known where email is not null
      union all select 'b' || left(identifier, 6) || name_folded, id, true from known where identifier_kind = 'egn'
      union all select 'a' || ekatte || address || left(word, 4), id, true
        from known, unnest(string_to_array(ltrim(name_folded), ' ')) word where address is not null
      union all select 'h' || ekatte || address, id, is_latin from known where address is not null
      union all select 'o' || name_folded, id, true from known
        where identifier is null and phone is null and email is null and address is null
    ), met as (
      select array_agg(id) as ids from keyed group by key
      having count(*) between 2 and ${MOST_OF_ONE_KEY} and bool_or(counts)
    ), pairs as (
      select distinct a, b from met, unnest(ids) a, unnest(ids) b where a < b
    )
    select a, b from pairs
      cross join lateral (select kind, identifier_kind, identifier from parties where id = a offset 0) one
      cross join lateral (select kind, identifier_kind, identifier from parties where id = b offset 0) other
    where one.kind = other.kind and (
      one.identifier_kind is distinct from other.identifier_kind or one.identifier is null or
      one.identifier = other.identifier or left(one.identifier, 6) = left(other.identifier, 6) or
      one.identifier_kind <> 'eik' and right(one.identifier, 4) = right(other.identifier, 4))
    limit ${MOST_PAIRS}`)),
]

/** What „ул.“, „№“ and the like are gone with everything that is neither letter nor digit. */
const ADDRESS_WORDS = String.raw`\m(ул|улица|бул|булевард|пл|площад|жк|кв|квартал|бл|блок|вх|вход|ет|етаж|ап|апартамент)\M|[^[:alnum:]]`
