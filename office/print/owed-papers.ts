import { and, count, eq, ne } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type OwedPapers = { waiting: number; unsure: number; failed: number }

/** How many papers of a desk have not come out yet, and how many of them a person must look at. */
export async function owedPapers(ctx: Ctx, deskId: string): Promise<OwedPapers> {
  authorise(ctx, 'print.see')
  const rows = await ctx.db
    .select({ state: printJobs.state, papers: count() })
    .from(printJobs)
    .where(and(eq(printJobs.deskId, deskId), ne(printJobs.state, 'printed')))
    .groupBy(printJobs.state)
  const of = (...states: string[]) =>
    rows.filter(r => states.includes(r.state)).reduce((sum, r) => sum + r.papers, 0)
  return { waiting: of('queued', 'sending'), unsure: of('unsure'), failed: of('failed') }
}
