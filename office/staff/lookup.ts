import { and, asc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { staff, substitutions } from '../../db/schema/staff.ts'
import { readLogin } from '../../rules/logins.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Substitution } from '../../rules/structure.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

export type MemberRow = typeof staff.$inferSelect

/** Who has this login; refuses nobody, and somebody whose login was taken away. */
export async function workingMember(db: Ctx['db'] | Tx, typed: string): Promise<MemberRow> {
  const login = readLogin(typed)
  const [member] = await db.select().from(staff).where(eq(staff.login, login))
  if (!member) throw refusal('staff.unknown', { login: typed })
  if (member.disabledAt) throw refusal('staff.left', { name: member.name })
  return member
}

/** Who acts for whom, by their first day. */
export async function substitutionsWhere(
  db: Ctx['db'] | Tx,
  ...which: (SQL | undefined)[]
): Promise<Substitution[]> {
  const absent = alias(staff, 'absent')
  const other = alias(staff, 'other')
  const rows = await db
    .select({
      id: substitutions.id,
      absent: { id: absent.id, login: absent.login, name: absent.name },
      substitute: { id: other.id, login: other.login, name: other.name },
      from: substitutions.fromDay,
      until: substitutions.untilDay,
      ground: substitutions.ground,
    })
    .from(substitutions)
    .innerJoin(absent, eq(absent.id, substitutions.absentId))
    .innerJoin(other, eq(other.id, substitutions.substituteId))
    .where(and(...which))
    .orderBy(asc(substitutions.fromDay), asc(absent.name), asc(substitutions.id))
  return rows
}
