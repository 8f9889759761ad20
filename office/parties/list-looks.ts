import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { logbook } from '../../db/schema/logbook.ts'
import { parties } from '../../db/schema/parties.ts'
import { staff } from '../../db/schema/staff.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { oneWith } from './lookup.ts'

const ListLooks = z.object({ partyId: idInput, limit: z.int().min(1).max(1000).default(200) })

/** Who looked at somebody, when and from which desk: at the record or at the whole dossier. */
export type Look = {
  at: Temporal.Instant
  login: string | null
  name: string | null
  what: 'record' | 'dossier'
  desk: number | null
}

/** The looks at somebody, also at records that are one with theirs, the latest first. */
export async function listLooks(ctx: Ctx, raw: z.input<typeof ListLooks>): Promise<Look[]> {
  authorise(ctx, 'parties.looks')
  const { partyId, limit } = parseInput(ListLooks, raw)
  const rows = await ctx.db
    .select({ at: logbook.at, act: logbook.act, desk: logbook.desk, login: staff.login, name: staff.name })
    .from(logbook)
    .leftJoin(staff, eq(staff.dbRole, logbook.who))
    .where(
      and(
        inArray(logbook.act, ['parties.see', 'parties.dossier']),
        sql`${logbook.subjectId} in ${oneWith(eq(parties.id, partyId))}`,
      ),
    )
    .orderBy(desc(logbook.at), desc(logbook.id))
    .limit(limit)
  return rows.map(({ act, ...look }) => ({ ...look, what: act === 'parties.see' ? 'record' : 'dossier' }))
}
