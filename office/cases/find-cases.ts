import { and, eq, gte, inArray, lt, not, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '../../db/schema/cases.ts'
import { startOfDay } from '../../rules/dates.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { type DocumentsFound, findDocuments } from '../documents/find-documents.ts'
import { dayInput, idInput, parseInput } from '../input.ts'
import { type CaseHead, casesWhere, isClosedCase, isRestrictedCase } from './lookup.ts'

const FindCases = z.object({
  /** A number, a ЕГН or ЕИК, words of any of its documents; empty is all. */
  text: z.string().max(300).default(''),
  state: z.enum(['open', 'closed', 'restricted']).nullable().default(null),
  departmentId: idInput.nullable().default(null),
  nomenclatureId: idInput.nullable().default(null),
  /** Opened from this day until that one. */
  from: dayInput.nullable().default(null),
  until: dayInput.nullable().default(null),
  limit: z.int().min(1).max(500).default(50),
  /** The last case of the page before. */
  before: idInput.nullable().default(null),
})
export type FindCases = z.input<typeof FindCases>
type Input = z.output<typeof FindCases>

export type CasesFound = { cases: CaseHead[]; isMore: boolean; meant: DocumentsFound['meant'] }

/** So many documents are looked at for their cases. */
const MOST_LOOKED_AT = 200

/** The cases that whoever asks may see, the newest first: those with a document that fits what is typed. */
export async function findCases(ctx: Ctx, raw: FindCases): Promise<CasesFound> {
  authorise(ctx, 'cases.see')
  const input = parseInput(FindCases, raw)
  const text = input.text.trim()
  const found = text === '' ? null : await findDocuments(ctx, { text, limit: MOST_LOOKED_AT })
  const which = found ? inArray(cases.id, [...new Set(found.rows.map(row => row.caseId))]) : undefined
  const rows = await casesWhere(ctx.db, and(which, isMeant(input), isBefore(input)), input.limit + 1)
  return {
    cases: rows.slice(0, input.limit),
    isMore: rows.length > input.limit,
    meant: found?.meant ?? null,
  }
}

function isMeant({ state, departmentId, nomenclatureId, from, until }: Input): SQL | undefined {
  return and(
    state === 'open' ? not(isClosedCase(cases.id)) : undefined,
    state === 'closed' ? isClosedCase(cases.id) : undefined,
    state === 'restricted' ? isRestrictedCase(cases.id) : undefined,
    departmentId ? eq(cases.departmentId, departmentId) : undefined,
    nomenclatureId ? eq(cases.nomenclatureId, nomenclatureId) : undefined,
    from ? gte(cases.openedAt, startOfDay(from)) : undefined,
    until ? lt(cases.openedAt, startOfDay(until.add({ days: 1 }))) : undefined,
  )
}

const isBefore = ({ before }: Input): SQL | undefined =>
  before === null
    ? undefined
    : sql`(${cases.openedAt}, ${cases.id}) < (select opened_at, id from cases where id = ${before})`
