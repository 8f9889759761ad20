import { asc, eq, isNull, sql } from 'drizzle-orm'
import { documents } from '../../db/schema/documents.ts'
import { documentKinds, registers } from '../../db/schema/registers.ts'
import { departments } from '../../db/schema/town.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type OfferedKind = { id: string; code: string; name: Record<Lang, string>; letters: string }
export type OfferedRegister = { id: string; index: number; name: Record<Lang, string>; isOfficial: boolean }
export type OfferedDepartment = { id: string; code: string; name: Record<Lang, string> }
/** What documents of a kind were about before, and how often. */
export type UsedSubject = { kindId: string; subject: string; uses: number }

/** All that one chooses from where documents are entered. */
export type EntryDesk = {
  kinds: OfferedKind[]
  registers: OfferedRegister[]
  departments: OfferedDepartment[]
  subjects: UsedSubject[]
}

/** So many of the latest documents are asked what they were about: enough for a season, read in a moment. */
const LATEST = 2000
const MOST_SUBJECTS = 500

/** Of any party, direction, kind, register, department, channel, registrar and day. */
const NO_CONDITIONS = sql.raw(Array<string>(9).fill('null').join(', '))

/** What a desk of the registry needs at hand: kinds, registers, departments, and the subjects of the latest documents that are theirs to see. */
export async function seeEntryDesk(ctx: Ctx): Promise<EntryDesk> {
  authorise(ctx, 'documents.see')
  const [kinds, series, units, subjects] = await Promise.all([
    ctx.db.select().from(documentKinds).where(eq(documentKinds.offered, true)).orderBy(documentKinds.nameBg),
    ctx.db.select().from(registers).where(isNull(registers.closedAt)).orderBy(asc(registers.index)),
    ctx.db.select().from(departments).where(isNull(departments.closedAt)).orderBy(asc(departments.code)),
    usedSubjects(ctx),
  ])
  return {
    kinds: kinds.map(({ id, code, letters, ...kind }) => ({ id, code, letters, name: named(kind) })),
    registers: series.map(({ id, index, isOfficial, ...one }) => ({
      id,
      index,
      isOfficial,
      name: named(one),
    })),
    departments: units.map(({ id, code, ...unit }) => ({ id, code, name: named(unit) })),
    subjects,
  }
}

const named = ({ nameBg: bg, nameEn: en }: { nameBg: string; nameEn: string }) => ({ bg, en })

/** The more used first, then the later. */
function usedSubjects(ctx: Ctx): Promise<UsedSubject[]> {
  const latest = ctx.db
    .$with('latest')
    .as(
      ctx.db
        .select({ kindId: documents.kindId, subject: documents.subject, day: documents.day })
        .from(documents)
        .where(sql`${documents.id} in (select find_documents('{}', ${NO_CONDITIONS}, ${LATEST}))`),
    )
  return ctx.db
    .with(latest)
    .select({ kindId: latest.kindId, subject: latest.subject, uses: sql<number>`count(*)::int` })
    .from(latest)
    .groupBy(latest.kindId, latest.subject)
    .orderBy(sql`count(*) desc`, sql`max(${latest.day}) desc`, asc(latest.subject))
    .limit(MOST_SUBJECTS)
}
