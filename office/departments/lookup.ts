import { eq } from 'drizzle-orm'
import { departments } from '../../db/schema/town.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Department } from '../../rules/structure.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Row = typeof departments.$inferSelect

export const departmentOf = ({ nameBg, nameEn, closedAt, ...row }: Row): Department => ({
  id: row.id,
  code: row.code,
  name: { bg: nameBg, en: nameEn },
  kind: row.kind,
  parentId: row.parentId,
  ekatte: row.ekatte,
  isClosed: closedAt !== null,
})

/** All departments, closed ones too. */
export const allDepartments = async (db: Ctx['db'] | Tx): Promise<Department[]> =>
  (await db.select().from(departments)).map(departmentOf)

/** The department with this code; refuses one that is not there. */
export async function departmentWithCode(db: Ctx['db'] | Tx, code: string): Promise<Department> {
  const [row] = await db.select().from(departments).where(eq(departments.code, code.trim().toLowerCase()))
  if (!row) throw refusal('department.unknown', { text: code })
  return departmentOf(row)
}

/** The same, and refuses a closed one. */
export async function workingDepartment(db: Ctx['db'] | Tx, code: string): Promise<Department> {
  const found = await departmentWithCode(db, code)
  if (found.isClosed) throw refusal('department.closed', { name: found.name.bg })
  return found
}
