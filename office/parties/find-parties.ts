import { and } from 'drizzle-orm'
import { z } from 'zod'
import { readIdentifier } from '../../rules/identifiers.ts'
import { MOST_FOUND, wordsOf } from '../../rules/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import {
  beginsAs,
  byName,
  fewBeginAs,
  hasDigits,
  hasWords,
  type Party,
  type PartyRow,
  partiesWhere,
  rowOf,
} from './lookup.ts'

const FindParties = z.object({
  /** A ЕГН, ЛНЧ or ЕИК, or pieces of a name. */
  text: z.string().max(200),
  limit: z.int().min(1).max(500).default(MOST_FOUND),
})
export type FindParties = z.input<typeof FindParties>

/**
 * Who has this number, or in whose name every typed word begins a word, in any order: at most `limit`, those whose name
 * begins as typed first, by name. Where these are enough the others are not even looked for: a frequent name is a tenth of the
 * register, and to put them all in order would take longer than typing one more letter.
 */
export async function findParties(ctx: Ctx, raw: FindParties): Promise<PartyRow[]> {
  authorise(ctx, 'parties.see')
  const { text, limit } = parseInput(FindParties, raw)
  const identifier = readIdentifier(text)
  if (identifier) {
    const found = await partiesWhere(ctx.db, ctx, hasDigits(ctx, identifier.digits), limit)
    return found
      .toSorted((a, b) => Number(b.identifierKind === 'egn') - Number(a.identifierKind === 'egn'))
      .map(rowOf)
  }
  if (wordsOf(text).length === 0) return []
  const [begun, others] = await Promise.all([
    partiesWhere(ctx.db, ctx, beginsAs(text), limit, byName),
    partiesWhere(ctx.db, ctx, and(hasWords(text), fewBeginAs(text, limit)), limit),
  ])
  const shown = new Set(begun.map(party => party.id))
  const rest = others.filter(party => !shown.has(party.id))
  return [...begun, ...rest.toSorted(byNameThenNumber)].slice(0, limit).map(rowOf)
}

/** Namesakes keep their order from one look to the next. */
const byNameThenNumber = (a: Party, b: Party): number =>
  a.name.localeCompare(b.name, 'bg') ||
  (a.identifierMasked ?? '').localeCompare(b.identifierMasked ?? '') ||
  a.id.localeCompare(b.id)
