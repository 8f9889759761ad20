import { and, eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { mergedParties, parties, settlements } from '../../db/schema/parties.ts'
import { may } from '../../rules/authority.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import {
  IDENTIFIER_KINDS,
  type Identifier,
  type IdentifierKind,
  maskIdentifier,
  readingsOf,
} from '../../rules/identifiers.ts'
import { foldName, INDEXED_LETTERS, PARTY_KINDS, type PartyKind, wordsOf } from '../../rules/parties.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { lineInput, textInput } from '../input.ts'
import type { Tx } from '../transaction.ts'

/** Who pays, as a receipt names them: the number masked. */
export type Payer = { id: string; name: string; identifierMasked: string | null }

/** Somebody of the register. `identifier` is null where there is none, or where the post may not see it whole. */
export type PartyRow = {
  id: string
  name: string
  kind: PartyKind
  identifierKind: IdentifierKind | null
  identifier: string | null
  identifierMasked: string | null
  /** The settlement and what follows it, as a letter is addressed. */
  address: string | null
}

/** All that the register knows of somebody; `street` is the address without its settlement. */
export type Party = PartyRow & {
  ekatte: string | null
  settlement: string | null
  street: string | null
  phone: string | null
  email: string | null
  changedAt: Temporal.Instant
  /** The record that this one leads to since they were found to be one. */
  mergedInto: { id: string; name: string } | null
}

/** Somebody of the register as papers name them, or null. */
export async function payerWithId(db: Ctx['db'] | Tx, id: string): Promise<Payer | null> {
  const [row] = await db
    .select({ id: parties.id, name: parties.name, identifierMasked: parties.identifierMasked })
    .from(parties)
    .where(eq(parties.id, id))
  return row ?? null
}

/** Whoever works with people sees personal numbers; to the others the database gives no `identifier` column at all. */
const seesNumbers = (ctx: Ctx): boolean => may(ctx.who.post, 'parties.see_numbers')

/** Those with this number, whatever kind it is of: a ЕГН before a ЛНЧ of the same digits. */
export const hasDigits = (ctx: Ctx, digits: string): SQL =>
  seesNumbers(ctx)
    ? sql`${parties.identifier} = ${digits}`
    : sql`${parties.identifierMasked} in (${digits}, ${maskIdentifier({ kind: 'egn', digits })})`

/** Those in whose name every typed word begins a word; what is beyond the indexed letters is looked at in the name itself. */
export function hasWords(text: string): SQL | undefined {
  const words = [...new Set(wordsOf(text))]
  const keys = words.map(word => sql`${[...word].slice(0, INDEXED_LETTERS).join('')}`)
  const long = words.filter(word => [...word].length > INDEXED_LETTERS)
  return and(
    sql`word_starts(${parties.nameFolded}) @> array[${sql.join(keys, sql`, `)}]::text[]`,
    ...long.map(word => like(parties.nameFolded, `% ${word}%`)),
  )
}

/** Those whose name begins as typed: a range of its index, the same however the server plans. */
export const beginsAs = (text: string): SQL => {
  const typed = foldName(text)
  return sql`${parties.nameFolded} ~>=~ ${typed} and ${parties.nameFolded} ~<~ ${`${typed}\u{10ffff}`}`
}

/** By name, as that index has them; namesakes by what everybody sees of their numbers, the same at every look. */
export const byName = [
  sql`${parties.nameFolded} using ~<~`,
  sql`${parties.identifierMasked}`,
  sql`${parties.id}`,
]

/** Where fewer than so many names begin as typed; asked once, before anything else is looked at. */
export const fewBeginAs = (text: string, limit: number): SQL =>
  sql`(select count(*) from (select from ${parties} where ${beginsAs(text)} limit ${limit}) begun) < ${limit}`

/** Register rows as this post may see them. */
export async function partiesWhere(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  which: SQL | undefined,
  limit: number,
  order: SQL[] = [],
): Promise<Party[]> {
  const rows = await db
    .select({
      ...COLUMNS,
      ...(seesNumbers(ctx) ? { identifier: parties.identifier } : {}),
    })
    .from(parties)
    .leftJoin(settlements, eq(settlements.ekatte, parties.ekatte))
    .leftJoin(mergedParties, eq(mergedParties.partyId, parties.id))
    .leftJoin(stays, eq(stays.id, mergedParties.intoId))
    .where(which)
    .orderBy(...order)
    .limit(limit)
  return rows.map(asParty)
}

/** All that is known of somebody; refuses an id that nobody has. */
export async function partyWithId(db: Ctx['db'] | Tx, ctx: Ctx, id: string): Promise<Party> {
  const [party] = await partiesWhere(db, ctx, eq(parties.id, id), 1)
  if (!party) throw refusal('party.unknown', { text: id })
  return party
}

/** The record that stays, of one that was merged. */
const stays = alias(parties, 'stays')

const COLUMNS = {
  id: parties.id,
  name: parties.name,
  kind: parties.kind,
  identifierKind: parties.identifierKind,
  identifierMasked: parties.identifierMasked,
  ekatte: parties.ekatte,
  street: parties.address,
  phone: parties.phone,
  email: parties.email,
  changedAt: parties.changedAt,
  settlementKind: settlements.kind,
  settlementName: settlements.nameBg,
  staysId: stays.id,
  staysName: stays.name,
}

type Row = Omit<Party, 'address' | 'settlement' | 'identifier' | 'mergedInto'> & {
  identifier?: string | null
  staysId: string | null
  staysName: string | null
  settlementKind: string | null
  settlementName: string | null
}

function asParty({ settlementKind, settlementName, identifier, staysId, staysName, ...row }: Row): Party {
  const settlement = settlementName === null ? null : `${settlementKind} ${settlementName}`
  const address = [settlement, row.street].filter(Boolean).join(', ')
  const mergedInto = staysId && staysName ? { id: staysId, name: staysName } : null
  return { ...row, identifier: identifier ?? null, settlement, address: address || null, mergedInto }
}

/** The same, each merged record as the one that it leads to, nobody twice. */
export async function followed(db: Ctx['db'] | Tx, ctx: Ctx, found: readonly Party[]): Promise<Party[]> {
  const leadTo = [...new Set(found.flatMap(({ mergedInto }) => mergedInto?.id ?? []))]
  const kept =
    leadTo.length === 0 ? [] : await partiesWhere(db, ctx, inArray(parties.id, leadTo), leadTo.length)
  const all = found.map(party => kept.find(one => one.id === party.mergedInto?.id) ?? party)
  return all.filter((party, at) => all.findIndex(one => one.id === party.id) === at)
}

/** The ids of those that are one with the records that `which` finds: the record that stays and all that lead to it. */
export const oneWith = (which: SQL): SQL =>
  sql`(with stay as (select coalesce(m.into_id, ${parties.id}) as id from ${parties}
    left join ${mergedParties} m on m.party_id = ${parties.id} where ${which})
    select id from stay union select m.party_id from ${mergedParties} m join stay on stay.id = m.into_id)`

/** What a list and the desk need of somebody. */
export const rowOf = ({
  id,
  name,
  kind,
  identifierKind,
  identifier,
  identifierMasked,
  address,
}: Party): PartyRow => ({ id, name, kind, identifierKind, identifier, identifierMasked, address })

/** One of two at a time: whoever changes or merges these records waits for whoever does so now. */
export const lockParties = (tx: Tx, ids: string[]) =>
  tx
    .select({ id: parties.id })
    .from(parties)
    .where(inArray(parties.id, ids))
    .orderBy(parties.id)
    .for('no key update')

/** Why a record is no longer as it was seen, or null. */
export function asSeen(
  ctx: Ctx,
  { name, changedAt }: Pick<Party, 'name' | 'changedAt'>,
  seen: Temporal.Instant,
): Refusal | null {
  if (changedAt.equals(seen)) return null
  const at = `${showDay(dayOf(changedAt), ctx.lang)} ${showTime(changedAt)}`
  return refusal('party.changed', { name, at })
}

export const instantInput = z.custom<Temporal.Instant>(instant => instant instanceof Temporal.Instant)

/** Why these digits are no number of this kind, or null. */
export const whyNoIdentifier = (identifier: Identifier | null): Refusal | null =>
  identifier === null || readingsOf(identifier.digits).some(reading => reading.kind === identifier.kind)
    ? null
    : refusal('identifier.wrong', { text: identifier.digits })

/** Who already has this number, or undefined. */
export async function holderOf(tx: Tx, { kind, digits }: Identifier) {
  const [holder] = await tx
    .select({ partyId: parties.id, name: parties.name })
    .from(parties)
    .where(and(eq(parties.identifier, digits), eq(parties.identifierKind, kind)))
  return holder
}

export type Settlement = { ekatte: string; name: string; municipality: string; district: string }

/** The settlement with this EKATTE code; refuses one that is not in the town's list. */
export async function settlementWithCode(db: Ctx['db'] | Tx, ekatte: string): Promise<Settlement> {
  const [row] = await db.select().from(settlements).where(eq(settlements.ekatte, ekatte))
  if (!row) throw refusal('settlement.unknown', { text: ekatte })
  return settlementOf(row)
}

export const settlementOf = (row: typeof settlements.$inferSelect): Settlement => ({
  ekatte: row.ekatte,
  name: `${row.kind} ${row.nameBg}`,
  municipality: row.municipalityBg,
  district: row.districtBg,
})

/** All that is written down of somebody, as a door hands it in. */
export const partyRecord = {
  kind: z.enum(PARTY_KINDS),
  identifier: z.object({ kind: z.enum(IDENTIFIER_KINDS), digits: z.string().regex(/^\d+$/) }).nullable(),
  name: textInput(0, 200),
  ekatte: lineInput(5),
  address: lineInput(200),
  phone: lineInput(40),
  email: lineInput(254),
}
