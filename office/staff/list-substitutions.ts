import { gte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { substitutions } from '../../db/schema/staff.ts'
import { type Substitution, type SubstitutionState, stateOfSubstitution } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { substitutionsWhere } from './lookup.ts'

const ListSubstitutions = z.object({
  /** Also those that are over. */
  all: z.boolean().default(false),
})

/** Who acts for whom: now and in the days to come, by their first day. */
export async function listSubstitutions(
  ctx: Ctx,
  raw: z.input<typeof ListSubstitutions> = {},
): Promise<(Substitution & { state: SubstitutionState })[]> {
  authorise(ctx, 'departments.see')
  const { all } = parseInput(ListSubstitutions, raw)
  const lasting = [
    gte(substitutions.untilDay, ctx.today),
    sql`${substitutions.fromDay} <= ${substitutions.untilDay}`,
  ]
  const found = await substitutionsWhere(ctx.db, ...(all ? [] : lasting))
  return found.map(one => ({ ...one, state: stateOfSubstitution(one, ctx.today) }))
}
