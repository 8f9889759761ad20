import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { databaseError } from '../../db/open.ts'
import { POSTS } from '../../rules/authority.ts'
import { isLogin, readLogin, SHORTEST_PASSWORD } from '../../rules/logins.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { scramVerifier } from './scram.ts'

const AddStaff = z.object({
  id: idInput,
  login: z.string().transform(readLogin).refine(isLogin, 'login: a–z, 0–9, 2–20'),
  name: textInput(2, 80),
  post: z.enum(POSTS),
  password: z.string(),
})
export type AddStaff = z.input<typeof AddStaff>

/** Adds a member of staff with a login role of the post's group. Refuses a taken login and a short password. */
export async function addStaff(ctx: Ctx, raw: AddStaff): Promise<{ login: string }> {
  authorise(ctx, 'staff.add')
  const input = parseInput(AddStaff, raw)
  refuseShortPassword(input.password)
  const verifier = scramVerifier(input.password)
  try {
    await inTransaction(ctx, tx =>
      Promise.all([
        tx.execute(
          sql`select add_staff(${input.id}, ${input.login}, ${input.name}, ${input.post}, ${verifier})`,
        ),
        writeLogbook(tx, ctx, 'staff.add', {
          subjectId: input.id,
          facts: { login: input.login, name: input.name, post: input.post },
        }),
      ]),
    )
  } catch (error) {
    if (['23505', '42710'].includes(databaseError(error)?.code ?? ''))
      throw refusal('staff.login_taken', { login: input.login })
    throw error
  }
  return { login: input.login }
}

export function refuseShortPassword(password: string): void {
  if ([...password].length < SHORTEST_PASSWORD)
    throw refusal('password.too_short', { least: SHORTEST_PASSWORD })
}
