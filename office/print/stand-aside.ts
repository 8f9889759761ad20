import { sql } from 'drizzle-orm'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { FRESH } from './see-devices.ts'

/**
 * The printer that stands in takes over what waits here, in its order, where that printer was well when it was last seen; a
 * screen stands in for none. Fiscal papers stay, and so do test pages, which are of this printer. The name of the other one,
 * or null where none can.
 */
export async function standAside(ctx: Ctx, printerId: string): Promise<string | null> {
  authorise(ctx, 'print.run')
  const [taken] = await ctx.db.execute<{ name: string }>(sql`
    with other as (
      select s.id, s.name from printers p join printers s on s.id = p.stand_in_id
        join printer_states t on t.printer_id = s.id
      where p.id = ${printerId} and s.line not like 'preview:%' and t.fault is null and t.seen_at > now() - ${FRESH}),
    moved as (
      update print_jobs set printer_id = other.id, stands_in_for_id = ${printerId} from other
      where printer_id = ${printerId} and state = 'queued' and stands_in_for_id is null
        and kind not like 'fiscal-%' and kind <> 'test-page')
    select name from other`)
  return taken?.name ?? null
}

/** What the other printer has not begun to print comes back into its place. */
export async function takeBack(ctx: Ctx, printerId: string): Promise<void> {
  authorise(ctx, 'print.run')
  await ctx.db.execute(sql`
    update print_jobs set printer_id = stands_in_for_id, stands_in_for_id = null
    where stands_in_for_id = ${printerId} and state = 'queued'`)
}
