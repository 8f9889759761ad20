import { asc, eq, sql } from 'drizzle-orm'
import { documentKinds, nomenclature } from '../../db/schema/registers.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type KindRow = {
  id: string
  code: string
  name: string
  letters: string
  mode: 'starts' | 'continues' | 'unsolicited'
  nomenclatureId: string | null
  /** The index of its cases in the nomenclature. */
  theme: string | null
  offered: boolean
}

/** Kinds of documents by name; those that are no longer offered come last. */
export async function listKinds(ctx: Ctx): Promise<KindRow[]> {
  authorise(ctx, 'registers.see')
  return ctx.db
    .select({
      id: documentKinds.id,
      code: documentKinds.code,
      name: ctx.lang === 'bg' ? documentKinds.nameBg : documentKinds.nameEn,
      letters: documentKinds.letters,
      mode: documentKinds.mode,
      nomenclatureId: documentKinds.nomenclatureId,
      theme: nomenclature.index,
      offered: documentKinds.offered,
    })
    .from(documentKinds)
    .leftJoin(nomenclature, eq(nomenclature.id, documentKinds.nomenclatureId))
    .orderBy(sql`${documentKinds.offered} desc`, asc(documentKinds.nameBg))
}
