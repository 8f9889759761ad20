import { z } from 'zod'
import { readIdentifier } from '../../rules/identifiers.ts'
import { foldName, MOST_FOUND, wordsOf } from '../../rules/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { hasDigits, hasWords, type PartyRow, partiesWhere, rowOf } from './lookup.ts'

const FindParties = z.object({
  /** A ЕГН, ЛНЧ or ЕИК, or pieces of a name. */
  text: z.string().max(200),
  limit: z.int().min(1).max(500).default(MOST_FOUND),
})
export type FindParties = z.input<typeof FindParties>

/**
 * Who has this number, or in whose name every typed word begins a word, in any order: at most `limit`, those whose name
 * begins as typed first. Beyond the limit there are others, and more has to be typed.
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
  const found = await partiesWhere(ctx.db, ctx, hasWords(text), limit)
  return ranked(found.map(rowOf), text)
}

/** Names that begin as typed first, then by name. */
function ranked(found: PartyRow[], text: string): PartyRow[] {
  const typed = foldName(text)
  const rank = new Map(found.map(party => [party.id, foldName(party.name).startsWith(typed) ? 0 : 1]))
  return found.toSorted(
    (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) || a.name.localeCompare(b.name, 'bg'),
  )
}
