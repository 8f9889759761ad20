import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { parties } from '../../db/schema/parties.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import { MOST_FOUND, wordsOf } from '../../rules/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import {
  beginsAs,
  byName,
  fewBeginAs,
  followed,
  hasDigits,
  hasWords,
  type Party,
  type PartyRow,
  partiesWhere,
  rowOf,
} from './lookup.ts'

const FindParties = z.object({
  /** The id of a record, a ЕГН, ЛНЧ or ЕИК, or pieces of a name. */
  text: z.string().max(200),
  limit: z.int().min(1).max(500).default(MOST_FOUND),
})
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type FindParties = z.input<typeof FindParties>

/**
 * Who has this number, or in whose name every typed word begins a word, in any order: at most `limit`, those whose name
 * begins as typed first, by name. Where these are enough the others are not even looked for: a frequent name is a tenth of the
 * register, and to put them all in order would take longer than typing one more letter. A merged record is shown as the one that
 * it leads to.
 */
export async function findParties(ctx: Ctx, raw: FindParties): Promise<PartyRow[]> {
  authorise(ctx, 'parties.see')
  const { text, limit } = parseInput(FindParties, raw)
  if (ID.test(text.trim())) {
    const found = await partiesWhere(ctx.db, ctx, eq(parties.id, text.trim()), 1)
    return found.map(rowOf)
  }
  const identifier = readIdentifier(text)
  if (identifier) {
    const found = await partiesWhere(ctx.db, ctx, hasDigits(ctx, identifier.digits), limit)
    const sorted = found.toSorted(
      (a, b) => Number(b.identifierKind === 'egn') - Number(a.identifierKind === 'egn'),
    )
    return (await followed(ctx.db, ctx, sorted)).map(rowOf)
  }
  if (wordsOf(text).length === 0) return []
  const [begun, others] = await Promise.all([
    partiesWhere(ctx.db, ctx, beginsAs(text), limit, byName),
    partiesWhere(ctx.db, ctx, and(hasWords(text), fewBeginAs(text, limit)), limit),
  ])
  const shown = new Set(begun.map(party => party.id))
  const rest = others.filter(party => !shown.has(party.id))
  const all = [...begun, ...rest.toSorted(byNameThenNumber)].slice(0, limit)
  return (await followed(ctx.db, ctx, all)).map(rowOf)
}

/** Namesakes keep their order from one look to the next. */
const byNameThenNumber = (a: Party, b: Party): number =>
  a.name.localeCompare(b.name, 'bg') ||
  (a.identifierMasked ?? '').localeCompare(b.identifierMasked ?? '') ||
  a.id.localeCompare(b.id)
