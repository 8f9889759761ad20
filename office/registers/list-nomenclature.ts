import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { type NomenclatureRow, nomenclatureOf } from './lookup.ts'

/** The nomenclature of cases by index, with how long each is kept; those that are closed too. */
export async function listNomenclature(ctx: Ctx): Promise<NomenclatureRow[]> {
  authorise(ctx, 'registers.see')
  return nomenclatureOf(ctx.db)
}
