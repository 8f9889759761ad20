import { asc, eq, sql } from 'drizzle-orm'
import { documentKinds, nomenclature } from '../../db/schema/registers.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { Retention } from '../../rules/retention.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

/** A kind of case: where it stands in the nomenclature and how long it is kept. */
export type NomenclatureRow = {
  id: string
  index: string
  name: string
  retention: Retention
  source: string
  isClosed: boolean
}

/** The nomenclature of cases, by index. */
export async function nomenclatureOf(db: Ctx['db'] | Tx): Promise<NomenclatureRow[]> {
  const rows = await db.select().from(nomenclature).orderBy(asc(nomenclature.index))
  return rows.map(({ id, index, name, source, closedAt, ...row }) => ({
    id,
    index,
    name,
    source,
    isClosed: closedAt !== null,
    retention: retentionOf(row),
  }))
}

/** A mark of keeping from its columns. */
export const retentionOf = (row: {
  retention: 'permanent' | 'permanent_here' | 'term'
  years: number | null
  isExpert: boolean
}): Retention =>
  row.retention === 'term'
    ? { retention: 'term', years: row.years ?? 0, isExpert: row.isExpert }
    : { retention: row.retention, years: null, isExpert: row.isExpert }

/** The id of the case with this index; refuses one that the nomenclature has not. */
export async function nomenclatureWithIndex(db: Ctx['db'] | Tx, index: string): Promise<string> {
  const [row] = await db
    .select({ id: nomenclature.id })
    .from(nomenclature)
    .where(eq(nomenclature.index, index.trim()))
  if (!row) throw refusal('nomenclature.unknown', { text: index })
  return row.id
}

/** The kind with this code, or called so in either language; refuses an unknown one. */
export async function kindCalled(
  db: Ctx['db'] | Tx,
  text: string,
): Promise<typeof documentKinds.$inferSelect> {
  const typed = text.trim().toLocaleLowerCase('bg')
  const [row] = await db
    .select()
    .from(documentKinds)
    .where(
      sql`${typed} in (${documentKinds.code}, lower(${documentKinds.nameBg}), lower(${documentKinds.nameEn}))`,
    )
    .orderBy(sql`${documentKinds.code} = ${typed} desc`, asc(documentKinds.code))
    .limit(1)
  if (!row) throw refusal('document.kind_unknown', { text })
  return row
}

/** Why this is no index of the nomenclature, or null. */
export const whyNotIndex = (index: string): Refusal | null =>
  /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,9}$/u.test(index)
    ? null
    : refusal('nomenclature.index_wrong', { text: index })
