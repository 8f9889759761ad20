import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import { may } from '../../rules/authority.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { idInput } from '../input.ts'
import type { Tx } from '../transaction.ts'

/** A person, or a whole department. */
export const targetInput = z.union([z.object({ staffId: idInput }), z.object({ departmentId: idInput })])
export type Target = z.output<typeof targetInput>

/** Whose a task becomes; `departmentId` is null of a person who works in none. */
export type Assignee = { staffId: string | null; departmentId: string | null; name: string }

/** Who is meant, in their order. Refuses the unknown, whoever does not work on cases, and a closed department. */
export async function assigneesOf(tx: Tx, ctx: Ctx, targets: readonly Target[]): Promise<Assignee[]> {
  const people = targets.flatMap(target => ('staffId' in target ? target.staffId : []))
  const units = targets.flatMap(target => ('departmentId' in target ? target.departmentId : []))
  const [staffRows, unitRows] = await Promise.all([
    people.length === 0 ? [] : tx.select().from(staff).where(inArray(staff.id, people)),
    units.length === 0 ? [] : tx.select().from(departments).where(inArray(departments.id, units)),
  ])
  return targets.map(target => {
    if ('staffId' in target) {
      const person = staffRows.find(row => row.id === target.staffId)
      if (!person) throw refusal('staff.unknown', { login: target.staffId })
      return personMeant(person)
    }
    const unit = unitRows.find(row => row.id === target.departmentId)
    if (!unit) throw refusal('department.unknown', { text: target.departmentId })
    const name = ctx.lang === 'bg' ? unit.nameBg : unit.nameEn
    if (unit.closedAt) throw refusal('department.closed', { name })
    return { staffId: null, departmentId: unit.id, name }
  })
}

function personMeant({ id, name, post, departmentId, disabledAt }: typeof staff.$inferSelect): Assignee {
  const works = disabledAt === null && may(post as Parameters<typeof may>[0], 'tasks.work')
  if (!works) throw refusal('staff.not_working', { name })
  return { staffId: id, departmentId, name }
}

/** Refuses to give a task to whoever has it. */
export function refuseSame(
  task: { assigneeId: string | null; departmentId: string },
  { staffId, departmentId, name }: Assignee,
): void {
  const isSame =
    staffId === null
      ? task.assigneeId === null && task.departmentId === departmentId
      : task.assigneeId === staffId
  if (isSame) throw refusal('task.held_already', { name })
}

/** Where somebody works, or null. */
export async function departmentOfStaff(tx: Tx, staffId: string): Promise<string | null> {
  const [row] = await tx.select({ id: staff.departmentId }).from(staff).where(eq(staff.id, staffId))
  return row?.id ?? null
}
