import { inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { arrayText } from '../../db/columns.ts'
import { mergedParties, parties } from '../../db/schema/parties.ts'
import { CHANNELS, DIRECTIONS } from '../../rules/documents.ts'
import { isOneErrorApart } from '../../rules/duplicates.ts'
import { readIdentifier } from '../../rules/identifiers.ts'
import { readUri, showUri } from '../../rules/numbering.ts'
import { plainText } from '../../rules/plain-text.ts'
import { retyped, type Wanted, wantedWords } from '../../rules/search-words.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput } from '../input.ts'
import { hasDigits } from '../parties/lookup.ts'
import { type DocumentRow, rowsWithIds } from './lookup.ts'

/** So many documents one search shows. */
export const MOST_DOCUMENTS = 50

const FindDocuments = z.object({
  /** A number in any form, a ЕГН or ЕИК, or words of subject, kind and people in any order; empty is all. */
  text: z.string().max(300).default(''),
  direction: z.enum(DIRECTIONS).nullable().default(null),
  kindId: idInput.nullable().default(null),
  registerId: idInput.nullable().default(null),
  /** Whose it is, or the mayoralty that took it in. */
  departmentId: idInput.nullable().default(null),
  channel: z.enum(CHANNELS).nullable().default(null),
  registeredBy: idInput.nullable().default(null),
  partyId: idInput.nullable().default(null),
  from: dayInput.nullable().default(null),
  until: dayInput.nullable().default(null),
  limit: z.int().min(1).max(500).default(MOST_DOCUMENTS),
})
export type FindDocuments = z.input<typeof FindDocuments>
type Input = z.output<typeof FindDocuments>

export type DocumentsFound = {
  rows: DocumentRow[]
  /** Null is found as typed; else nothing is called so, and these may be meant: the same keys on another layout, or one letter changed. */
  meant: { by: 'layout'; text: string } | { by: 'letter' } | null
}

/**
 * The documents that whoever asks may see, the newest first: by number (whole, its beginning, the sequence alone, the sender's own),
 * by somebody's ЕГН or ЕИК, or by words, any form of them in any order. Where nothing is found it tries what may have been meant.
 */
export async function findDocuments(ctx: Ctx, raw: FindDocuments): Promise<DocumentsFound> {
  authorise(ctx, 'documents.see')
  const input = parseInput(FindDocuments, raw)
  const text = plainText(input.text).trim()
  const identifier = readIdentifier(text)
  const people = input.partyId
    ? await recordsOf(ctx, [input.partyId])
    : identifier && (await holdersOf(ctx, identifier.digits))
  if (people && people.length > 0) {
    const words = identifier && !input.partyId ? [] : wantedWords(text)
    return { rows: await rowsWithIds(ctx.db, ctx, await idsWith(ctx, input, words, people)), meant: null }
  }
  const numbered = hasFilter(input) ? [] : await idsNumbered(ctx, text, input.limit)
  // A whole number that documents have is meant as one; bare digits may stand in a subject too.
  const worded = numbered.length > 0 && !/^\d+$/.test(text) ? [] : await idsWorded(ctx, input, text)
  const ids = [...new Set([...numbered, ...worded])].slice(0, input.limit)
  if (ids.length > 0 || text === '') return { rows: await rowsWithIds(ctx.db, ctx, ids), meant: null }
  return likelyMeant(ctx, input, text)
}

const hasFilter = ({ text: _, limit: __, ...filters }: Input): boolean =>
  Object.values(filters).some(filter => filter !== null)

/** Nothing is searched for words that tell nothing; nothing typed is all. */
async function idsWorded(ctx: Ctx, input: Input, text: string): Promise<string[]> {
  const words = wantedWords(text)
  return words.length === 0 && text !== '' ? [] : idsWith(ctx, input, words, null)
}

const idsWith = async (
  ctx: Ctx,
  input: Input,
  words: readonly Wanted[],
  people: readonly string[] | null,
): Promise<string[]> =>
  idsOf(
    ctx,
    sql`select find_documents(${textArray(words.flatMap(word => [word.stem, word.beginning]))},
      ${people === null ? null : sql`${arrayText(people)}::uuid[]`}, ${input.direction}, ${input.kindId}, ${input.registerId},
      ${input.departmentId}, ${input.channel}, ${input.registeredBy}, ${input.from?.toString() ?? null},
      ${input.until?.toString() ?? null}, ${input.limit}) as id`,
  )

/** Documents by what may be a number: as typed, in capitals, as the state exchange writes it, or the sequence of this year or the last. */
async function idsNumbered(ctx: Ctx, text: string, limit: number): Promise<string[]> {
  const number = text.replace(/^№\s*/, '')
  if (!/\d/.test(number) || number.length > 60) return []
  const uri = readUri(number)
  const typed = [...new Set([number, number.toLocaleUpperCase('bg'), ...(uri ? [showUri(uri)] : [])])]
  const sequence = /^\d{1,9}$/.test(number) ? Number(number) : null
  return idsOf(
    ctx,
    sql`select find_numbers(${textArray(typed)}, ${sequence}, ${ctx.today.year - 1}, ${limit}) as id`,
  )
}

const idsOf = async (ctx: Ctx, query: ReturnType<typeof sql>): Promise<string[]> =>
  [...(await ctx.db.execute<{ id: string }>(query))].map(row => row.id)

/** One parameter however many texts: the server keeps one plan for all such questions. */
const textArray = (texts: readonly string[]) => sql`${arrayText(texts)}::text[]`

const holdersOf = async (ctx: Ctx, digits: string): Promise<string[]> => {
  const rows = await ctx.db.select({ id: parties.id }).from(parties).where(hasDigits(ctx, digits))
  return recordsOf(
    ctx,
    rows.map(row => row.id),
  )
}

/** Somebody's records: merged ones and the one that they lead to are one person. */
async function recordsOf(ctx: Ctx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { partyId, intoId } = mergedParties
  const rows = await ctx.db
    .select({ partyId, intoId })
    .from(mergedParties)
    .where(or(inArray(partyId, ids), inArray(intoId, ids)))
  const heads = rows.map(row => row.intoId)
  const siblings =
    heads.length === 0
      ? []
      : await ctx.db.select({ partyId }).from(mergedParties).where(inArray(intoId, heads))
  return [...new Set([...ids, ...heads, ...siblings.map(row => row.partyId)])]
}

/** Another keyboard layout first, then words that are one letter away from what was typed. */
async function likelyMeant(ctx: Ctx, input: Input, text: string): Promise<DocumentsFound> {
  for (const meant of retyped(text)) {
    const ids = await idsWorded(ctx, input, meant)
    if (ids.length > 0)
      return { rows: await rowsWithIds(ctx.db, ctx, ids), meant: { by: 'layout', text: meant } }
  }
  const words = wantedWords(text)
  const near = await Promise.all(words.map(word => nearTo(ctx, word)))
  if (near.every((one, at) => one === words[at])) return { rows: [], meant: null }
  const ids = await idsWith(ctx, input, near, null)
  return { rows: await rowsWithIds(ctx.db, ctx, ids), meant: ids.length > 0 ? { by: 'letter' } : null }
}

/** The one or two words that documents have and a mistyped one may have been; the word itself where documents have it. */
async function nearTo(ctx: Ctx, word: Wanted): Promise<Wanted> {
  if (/\d/.test(word.stem) || word.stem.length < 4) return word
  const rows = await ctx.db.execute<{ word: string }>(sql`select near_words(${word.stem}) as word`)
  const known = [...rows].map(row => row.word)
  if (known.includes(word.stem)) return word
  const [one, other] = known.filter(candidate => isOneErrorApart(candidate, word.stem))
  return one === undefined ? word : { stem: one, beginning: other ?? one }
}
