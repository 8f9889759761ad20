import { asc, eq } from 'drizzle-orm'
import { desks, printers } from '../../db/schema/town.ts'
import type { Ctx } from '../context.ts'

export type DeskListed = { number: number; name: string; printer: string; terminal: string | null }

/** All desks of the town with their printers and card terminals, by number; everybody may know them. */
export const listDesks = (ctx: Ctx): Promise<DeskListed[]> =>
  ctx.db
    .select({
      number: desks.number,
      name: desks.name,
      printer: printers.name,
      terminal: desks.terminal,
    })
    .from(desks)
    .innerJoin(printers, eq(printers.id, desks.printerId))
    .orderBy(asc(desks.number))
