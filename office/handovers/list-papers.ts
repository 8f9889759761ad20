import { and, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { handovers } from '../../db/schema/documents.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { type Handover, handoversWhere, isNotTaken, isOnTheWayTo, oldestFirst } from './lookup.ts'

export const PAPER_BOXES = ['to_take', 'given', 'outside', 'held'] as const
export type PaperBox = (typeof PAPER_BOXES)[number]

const ListPapers = z.object({
  /** On the way to oneself; given by oneself and not taken yet; out of the house; in one's own hands. */
  box: z.enum(PAPER_BOXES).default('to_take'),
  limit: z.int().min(1).max(500).default(100),
})
export type ListPapers = z.input<typeof ListPapers>

/** Papers that are between two people, outside, or held; what is longest there first. */
export async function listPapers(ctx: Ctx, raw: ListPapers): Promise<Handover[]> {
  authorise(ctx, 'documents.see')
  const { box, limit } = parseInput(ListPapers, raw)
  return handoversWhere(ctx.db, ctx, WHICH[box](), oldestFirst, limit)
}

const WHICH = {
  to_take: isOnTheWayTo,
  given: () => and(isNotTaken, sql`${handovers.giverId} = any ((select acting_as())::uuid[])`),
  outside: () => and(isNotTaken, isNotNull(handovers.outsideName)),
  /** The last hand-over of a paper is one that they took. */
  held: () => sql`exists (select from handover_receipts r where r.handover_id = ${handovers.id}
    and r.taken_by = any ((select acting_as())::uuid[]))
    and not exists (select from handovers later where later.document_id = ${handovers.documentId}
      and (later.given_at, later.id) > (${handovers.givenAt}, ${handovers.id}))`,
}
