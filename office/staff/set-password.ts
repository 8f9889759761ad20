import { sql } from 'drizzle-orm'
import { readLogin } from '../../rules/logins.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { refuseShortPassword } from './add-staff.ts'
import { scramVerifier } from './scram.ts'

/** Sets one's own password, or, for an administrator, anybody's. Refuses fewer than 8 characters. */
export async function setPassword(
  ctx: Ctx,
  raw: { login: string; password: string },
): Promise<{ login: string }> {
  const login = readLogin(raw.login)
  if (login !== ctx.who.login) authorise(ctx, 'staff.set_password')
  refuseShortPassword(raw.password)
  await inTransaction(ctx, tx =>
    Promise.all([
      tx.execute(sql`select set_staff_password(${login}, ${scramVerifier(raw.password)})`),
      writeLogbook(tx, ctx, 'staff.set_password', { facts: { login } }),
    ]),
  )
  return { login }
}
