import { sql } from 'drizzle-orm'
import { printerStates } from '../../db/schema/printing.ts'
import type { PrinterWarning } from '../../rules/printing.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

type Told = { fault: string | null; warnings: readonly PrinterWarning[] }

/** How a printer does, told by the program that prints there to those who cannot ask the device themselves. */
export async function tellState(ctx: Ctx, printerId: string, { fault, warnings }: Told): Promise<void> {
  authorise(ctx, 'print.run')
  const seen = {
    fault,
    warnings: [...warnings],
    program: sql`current_setting('application_name')`,
    seenAt: sql`now()`,
  }
  await ctx.db
    .insert(printerStates)
    .values({ printerId, ...seen })
    .onConflictDoUpdate({ target: printerStates.printerId, set: seen })
}
