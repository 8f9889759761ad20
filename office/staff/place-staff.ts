import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '../../db/schema/staff.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { workingDepartment } from '../departments/lookup.ts'
import { lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { workingMember } from './lookup.ts'

const PlaceStaff = z.object({
  login: z.string(),
  /** The code of the department; null is the whole municipality: a head of no department sees all of it. */
  department: z.string().nullable(),
  /** The name of the post in the town's own table; left out it stays. */
  position: lineInput(120).optional(),
})
export type PlaceStaff = z.input<typeof PlaceStaff>

/** Says where somebody works and as what. What they were given before stays theirs. Refuses an unknown or closed department. */
export async function placeStaff(
  ctx: Ctx,
  raw: PlaceStaff,
): Promise<{ login: string; name: string; department: string | null; position: string | null }> {
  authorise(ctx, 'staff.place')
  const input = parseInput(PlaceStaff, raw)
  return inTransaction(ctx, async tx => {
    const [member, department] = await Promise.all([
      workingMember(tx, input.login),
      input.department === null ? null : workingDepartment(tx, input.department),
    ])
    const position = input.position === undefined ? member.position : input.position
    await Promise.all([
      tx
        .update(staff)
        .set({ departmentId: department?.id ?? null, position })
        .where(eq(staff.id, member.id)),
      writeLogbook(tx, ctx, 'staff.place', {
        subjectId: member.id,
        facts: { login: member.login, department: department?.code ?? null, position },
      }),
    ])
    return {
      login: member.login,
      name: member.name,
      department: department?.name[ctx.lang] ?? null,
      position,
    }
  })
}
