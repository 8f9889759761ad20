import { asc, eq, sql } from 'drizzle-orm'
import { documentSeries, registers } from '../../db/schema/registers.ts'
import { type NumberFacts, showNumber } from '../../rules/numbering.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type RegisterRow = {
  id: string
  index: number
  name: string
  isOfficial: boolean
  template: string
  replyTemplate: string | null
  isClosed: boolean
  /** The sequence of this year's last document; 0 is none yet. */
  last: number
  /** How the next number looks, of a letter that opens a case. */
  example: string
}

/** The town's registers by their index, with how far this year's numbers are. */
export async function listRegisters(ctx: Ctx): Promise<RegisterRow[]> {
  authorise(ctx, 'registers.see')
  const rows = await ctx.db
    .select({
      id: registers.id,
      index: registers.index,
      name: ctx.lang === 'bg' ? registers.nameBg : registers.nameEn,
      isOfficial: registers.isOfficial,
      template: registers.template,
      replyTemplate: registers.replyTemplate,
      isClosed: sql<boolean>`${registers.closedAt} is not null`,
      last: sql<number>`coalesce(${documentSeries.lastNumber}, 0)`,
    })
    .from(registers)
    .leftJoin(
      documentSeries,
      sql`${eq(documentSeries.registerId, registers.id)} and ${documentSeries.year} = ${ctx.today.year}`,
    )
    .orderBy(asc(registers.index))
  return rows.map(row => ({
    ...row,
    example: showNumber(row.template, sample(ctx, row.index), row.last + 1, 1),
  }))
}

const sample = (ctx: Ctx, index: number): NumberFacts => ({
  index,
  letters: 'П',
  theme: '02-02',
  department: null,
  caseNumber: null,
  day: ctx.today,
})
