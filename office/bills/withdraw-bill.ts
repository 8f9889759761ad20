import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { billWithdrawals } from '../../db/schema/bills.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { billsWithIds, type FoundBill } from './lookup.ts'

const WithdrawBill = z.object({ billId: idInput, reason: textInput(0, 200) })
export type WithdrawBill = z.input<typeof WithdrawBill>

/**
 * Takes a bill back that waits for its money, for good. Sent again with the same reason it is done once. Refuses an unknown
 * bill, one without a reason, one that was withdrawn, and one that is paid: then the database, which sees the payments that a
 * clerk does not, says by whom and when.
 */
export async function withdrawBill(ctx: Ctx, raw: WithdrawBill): Promise<FoundBill> {
  authorise(ctx, 'bills.withdraw')
  const { billId, reason } = parseInput(WithdrawBill, raw)
  refuseIf(isReason(reason) ? null : refusal('bill.withdrawal_needs_reason', {}))
  return inTransaction(ctx, async tx => {
    const [, [bill], [earlier]] = await Promise.all([
      oneAtATime(tx, billId),
      billsWithIds(tx, [billId]),
      tx.select().from(billWithdrawals).where(eq(billWithdrawals.billId, billId)),
    ])
    if (!bill) throw refusal('bill.unknown', { number: billId })
    if (earlier?.reason === reason) return { ...bill, isOpen: false }
    await Promise.all([
      tx.insert(billWithdrawals).values({ billId, reason }),
      writeLogbook(tx, ctx, 'bills.withdraw', { subjectId: billId, facts: { number: bill.number, reason } }),
    ])
    return { ...bill, isOpen: false }
  })
}
