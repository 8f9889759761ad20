import { asc, ilike, like, or } from 'drizzle-orm'
import { z } from 'zod'
import { settlements } from '../../db/schema/parties.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { type Settlement, settlementOf } from './lookup.ts'

const FindSettlements = z.object({ text: z.string().max(100), limit: z.int().min(1).max(100).default(10) })

/** Settlements whose EKATTE code or name, with or without гр. or с., begins as typed. */
export async function findSettlements(ctx: Ctx, raw: z.input<typeof FindSettlements>): Promise<Settlement[]> {
  authorise(ctx, 'parties.see')
  const { text, limit } = parseInput(FindSettlements, raw)
  const typed = text
    .trim()
    .replace(/^(гр|с)\.\s*/iu, '')
    .replace(/[%_\\]/g, '')
  if (typed === '') return []
  const rows = await ctx.db
    .select()
    .from(settlements)
    .where(
      or(
        like(settlements.ekatte, `${typed}%`),
        ilike(settlements.nameBg, `${typed}%`),
        ilike(settlements.nameEn, `${typed}%`),
      ),
    )
    .orderBy(asc(settlements.nameBg), asc(settlements.ekatte))
    .limit(limit)
  return rows.map(settlementOf)
}
