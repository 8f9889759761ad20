import { z } from 'zod'
import { textsFor } from '../../locales/texts.ts'
import { sayPlace } from '../../rules/handovers.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { type PaperFound, paperOf } from './lookup.ts'

const WhereIsPaper = z.object({ documentId: idInput })

/** `line` says where the paper is, on one line. */
export type PaperWhere = PaperFound & { line: string }

/** Where the paper of a document is, since when, and how it came there. Refuses a document that is not there or not theirs to see. */
export async function whereIsPaper(ctx: Ctx, raw: z.input<typeof WhereIsPaper>): Promise<PaperWhere> {
  authorise(ctx, 'documents.see')
  const { documentId } = parseInput(WhereIsPaper, raw)
  const paper = await paperOf(ctx.db, ctx, documentId)
  return { ...paper, line: sayPlace(paper.place, ctx.today, textsFor(ctx.lang).handovers, ctx.lang) }
}
