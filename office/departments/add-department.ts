import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { departments } from '../../db/schema/town.ts'
import { refusal } from '../../rules/refusal.ts'
import { DEPARTMENT_KINDS, type Department, isDepartmentCode } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { settlementWithCode } from '../parties/lookup.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { departmentWithCode, workingDepartment } from './lookup.ts'

const AddDepartment = z.object({
  id: idInput,
  code: z.string().trim().refine(isDepartmentCode, 'code: a–z, 0–9, -, 2–30'),
  nameBg: textInput(2, 120),
  nameEn: textInput(2, 120),
  kind: z.enum(DEPARTMENT_KINDS),
  /** The code of what it stands under. */
  under: z.string().nullable(),
  /** EKATTE, of a mayoralty. */
  ekatte: z.string().nullable(),
})
export type AddDepartment = z.input<typeof AddDepartment>

/**
 * Adds a node to the structure of the town. Sent again with its id it is done once. Refuses a code that is taken, an unknown or
 * closed department above it, and an unknown settlement.
 */
export async function addDepartment(ctx: Ctx, raw: AddDepartment): Promise<Department> {
  authorise(ctx, 'departments.set')
  const { under, ...input } = parseInput(AddDepartment, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, 'departments')
    const [[known], parent] = await Promise.all([
      tx.select({ id: departments.id }).from(departments).where(eq(departments.code, input.code)),
      under === null ? null : workingDepartment(tx, under),
      input.ekatte && settlementWithCode(tx, input.ekatte),
    ])
    if (known?.id === input.id) return departmentWithCode(tx, input.code)
    if (known) throw refusal('department.code_taken', { code: input.code })
    await Promise.all([
      tx.insert(departments).values({ ...input, parentId: parent?.id ?? null }),
      writeLogbook(tx, ctx, 'departments.set', {
        subjectId: input.id,
        facts: { added: input.code, name: input.nameBg, kind: input.kind, under },
      }),
    ])
    return departmentWithCode(tx, input.code)
  })
}
