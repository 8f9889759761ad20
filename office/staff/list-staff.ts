import { asc } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

export type StaffListed = { login: string; name: string; post: string; disabledAt: Temporal.Instant | null }

/** Everybody who has or had a login, by login. */
export async function listStaff(ctx: Ctx): Promise<StaffListed[]> {
  authorise(ctx, 'staff.list')
  return ctx.db
    .select({ login: staff.login, name: staff.name, post: staff.post, disabledAt: staff.disabledAt })
    .from(staff)
    .orderBy(asc(staff.login))
}
