import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { LOCKS } from '../db/locks.ts'
import { type Db, databaseError } from '../db/open.ts'
import { cents } from '../rules/money.ts'
import { Refusal, type RefusalCode, type RefusalFacts, refusal } from '../rules/refusal.ts'
import type { Ctx } from './context.ts'

export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/**
 * Lets one transaction at a time act under this id. Sent first, what is sent after it sees all that the quicker one did, so
 * that a repeat that overtakes is answered and not refused by what was just done.
 */
export const oneAtATime = async (tx: Tx, id: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.act}, hashtext(${id}))`)
}

const MOST_TRIES = 8

/** Of statements sent together one failed, and the answer of a later one came to us first. */
const FAILED_BEFORE = '25P02'

/** As the walls say it where rows are still seen by whoever wrote them, of a case that is restricted now. */
const UNSEEN = /^the (case|document) is not theirs to see$/

/**
 * Runs `work` in one transaction. Nothing outside the database happens inside, so a serialization failure, a deadlock or
 * two clients meeting on one minted id are simply tried again. A wall of the database that says no comes out as a Refusal.
 */
export async function inTransaction<T>(ctx: Pick<Ctx, 'db'>, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await ctx.db.transaction(work)
    } catch (error) {
      const fault = databaseError(error)
      if (fault?.code === 'GS001') throw refusalOfDatabase(fault)
      if (fault?.constraint === 'payment_tenders_card_slip_is_one')
        throw refusal('payment.card_slip_used', {})
      if (fault?.constraint.endsWith('_confirmation_id_confirmations_id_fk'))
        throw refusal('confirmation.missing', {})
      if (fault?.code === '42501' && UNSEEN.test(fault.message)) throw refusal('case.not_seen', {})
      // The login was taken away while its line was down.
      if (fault?.code === '28000' || fault?.code === '28P01') throw refusal('sign_in.ended', {})
      const again = fault && (['40001', '40P01', FAILED_BEFORE].includes(fault.code) || isIdClash(fault))
      if (!again || turn === MOST_TRIES) throw error
      await pause(Math.random() * 10 * turn)
    }
  }
}

/** Two with one minted id, at one desk, making one desk or printer: the second attempt sees what the quicker one did. */
const isIdClash = (fault: { code: string; constraint: string }): boolean =>
  fault.code === '23505' &&
  /_pk(ey)?$|^open_tills_|^desks_number_|^print_jobs_copy_|^printers_name_|^reversals_payment_|^cash_vouchers_subject_|^parties_identifier_|^bills_number_/.test(
    fault.constraint,
  )

function refusalOfDatabase(fault: { message: string; detail: string }): Refusal {
  // Whole numbers of the database's facts are cents.
  const facts: unknown = fault.detail
    ? JSON.parse(fault.detail, (_, value: unknown) => (typeof value === 'number' ? cents(value) : value))
    : {}
  return new Refusal(fault.message as RefusalCode, facts as RefusalFacts[RefusalCode])
}
