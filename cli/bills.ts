import { findBills } from '../office/bills/find-bills.ts'
import type { FoundBill } from '../office/bills/lookup.ts'
import type { Session } from '../office/staff/sign-in.ts'
import { readBillNumber } from '../rules/bills.ts'
import { readUri } from '../rules/numbering.ts'
import { refusal } from '../rules/refusal.ts'

/** The bill that people know by this number, open or not; refuses one that nobody issued. */
export async function billMeant(session: Session, text: string): Promise<FoundBill> {
  const number = readBillNumber(text)
  if (!number) throw refusal('bill.number_wrong', { text })
  const found = await findBills(session.ctx(), { text: number })
  const bill =
    (readUri(number) && found[0]) ??
    found.find(known => known.number === number) ??
    // Without its year.
    found.find(known => known.number.startsWith(`${number}/`))
  if (!bill) throw refusal('bill.unknown', { number })
  return bill
}
