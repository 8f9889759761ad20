import { randomUUIDv7 } from 'node:crypto'
import { cashMovements } from '../../db/schema/tills.ts'
import { issueVoucher } from '../../office/books/voucher.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { inTransaction } from '../../office/transaction.ts'
import { cents } from '../../rules/money.ts'

/** Cash brought into an open till, or taken out of it (below zero), with its voucher. */
export const moveCashBy = (session: Session, tillId: string, amount: bigint): Promise<void> =>
  inTransaction(session.ctx(), async tx => {
    const id = randomUUIDv7()
    const size = cents(amount < 0n ? -amount : amount)
    const kind = amount < 0n ? 'pay_out' : 'pay_in'
    await tx.insert(cashMovements).values({ id, tillId, kind, amountCents: size, reason: 'дребни пари' })
    await issueVoucher(tx, {
      tillId,
      subject: 'movement',
      subjectId: id,
      amount: cents(amount),
      ground: 'дребни пари',
      counterparty: 'Банката',
    })
  })
