import { sql } from 'drizzle-orm'
import { readLogin } from '../../rules/logins.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'

/** Takes the login away and ends the sessions that are open under it; what the person did stays as it is. */
export async function disableStaff(ctx: Ctx, typed: string): Promise<{ login: string }> {
  authorise(ctx, 'staff.disable')
  const login = readLogin(typed)
  if (login === ctx.who.login) throw refusal('staff.self_disable', {})
  await inTransaction(ctx, tx =>
    Promise.all([
      tx.execute(sql`select disable_staff(${login})`),
      writeLogbook(tx, ctx, 'staff.disable', { facts: { login } }),
    ]),
  )
  return { login }
}
