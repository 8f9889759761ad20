import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { findDocuments } from '../documents/find-documents.ts'
import { idInput, parseInput } from '../input.ts'
import { type CaseHead, casesWhere, casesWithNumber, caseWithId } from './lookup.ts'

const ChooseCase = z.object({ text: z.string().max(100) })

const MOST_NEAR = 8

/**
 * The case that is meant by its id, its number or URI, or by the number of a document in it, as a person or a scanner types it.
 * Refuses one that is not there or not theirs to see, and a number that several have.
 */
export async function chooseCase(ctx: Ctx, raw: z.input<typeof ChooseCase>): Promise<CaseHead> {
  authorise(ctx, 'cases.see')
  const { text } = parseInput(ChooseCase, raw)
  const typed = text.trim().replace(/^№\s*/, '')
  if (idInput.safeParse(typed).success) return caseWithId(ctx.db, typed)
  const called = await casesWithNumber(ctx.db, typed, MOST_NEAR)
  const [one, ...others] = called.length > 0 ? called : await casesOfDocument(ctx, typed)
  if (!one) throw refusal('case.unknown', { text })
  if (others.length > 0)
    throw refusal('case.ambiguous', {
      text,
      near: [one, ...others].map(({ uri, subject }) => `${uri} ${subject}`),
    })
  return one
}

async function casesOfDocument(ctx: Ctx, text: string): Promise<CaseHead[]> {
  if (!/\d/.test(text)) return []
  const { rows, meant } = await findDocuments(ctx, { text, limit: MOST_NEAR })
  const ids = [...new Set(rows.map(row => row.caseId))]
  return meant || ids.length === 0 ? [] : casesWhere(ctx.db, inArray(cases.id, ids), MOST_NEAR)
}
