import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { departments } from '../../db/schema/town.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { departmentWithCode } from './lookup.ts'

const CloseDepartment = z.object({ code: z.string() })

/**
 * Closes a department: what it did stays under its name, nothing new is given to it. The database refuses one that still has open
 * tasks or requests, staff, services that are offered, or departments under it. Once closed, closing it again changes nothing.
 */
export async function closeDepartment(
  ctx: Ctx,
  raw: z.input<typeof CloseDepartment>,
): Promise<{ code: string; name: string }> {
  authorise(ctx, 'departments.set')
  const { code } = parseInput(CloseDepartment, raw)
  return inTransaction(ctx, async tx => {
    const found = await departmentWithCode(tx, code)
    const closed = { code: found.code, name: found.name[ctx.lang] }
    if (found.isClosed) return closed
    await tx.update(departments).set({ closedAt: sql`now()` }).where(eq(departments.id, found.id))
    await writeLogbook(tx, ctx, 'departments.set', {
      subjectId: found.id,
      facts: { closed: found.code, name: found.name.bg },
    })
    return closed
  })
}
