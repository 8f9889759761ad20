import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { departments } from '../../db/schema/town.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { DEPARTMENT_KINDS, type Department, whyNotUnder } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { settlementWithCode } from '../parties/lookup.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { allDepartments, departmentWithCode } from './lookup.ts'

const ChangeDepartment = z.object({
  code: z.string(),
  nameBg: textInput(2, 120).optional(),
  nameEn: textInput(2, 120).optional(),
  kind: z.enum(DEPARTMENT_KINDS).optional(),
  /** The code of what it stands under from now on; null is nothing. */
  under: z.string().nullable().optional(),
  ekatte: z.string().nullable().optional(),
})
export type ChangeDepartment = z.input<typeof ChangeDepartment>

/**
 * Renames a department, or moves it under another one with all that is under it; what is not given stays. The code never changes:
 * receipts and documents know it by that. Refuses a place under itself and under a closed department.
 */
export async function changeDepartment(ctx: Ctx, raw: ChangeDepartment): Promise<Department> {
  authorise(ctx, 'departments.set')
  const { code, under, ...changes } = parseInput(ChangeDepartment, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'departments')
    const [before, parent, all] = await Promise.all([
      departmentWithCode(tx, code),
      under ? departmentWithCode(tx, under) : null,
      allDepartments(tx),
      changes.ekatte && settlementWithCode(tx, changes.ekatte),
    ])
    refuseIf(whyNotUnder(all, before, parent))
    const values = { ...changes, ...(under === undefined ? {} : { parentId: parent?.id ?? null }) }
    if (Object.values(values).every(value => value === undefined)) return before
    await Promise.all([
      tx.update(departments).set(values).where(eq(departments.id, before.id)),
      writeLogbook(tx, ctx, 'departments.set', {
        subjectId: before.id,
        facts: { changed: before.code, before: before.name.bg, ...changes, under },
      }),
    ])
    return departmentWithCode(tx, code)
  })
}
