import type { Session } from '../office/staff/sign-in.ts'
import { myTill } from '../office/tills/lookup.ts'
import { showTime } from '../rules/dates.ts'
import { refusal } from '../rules/refusal.ts'

/** A till that a desk screen works with is left to that screen, so that the cashier's count is not spoiled unseen. */
export async function refuseOtherSession(session: Session): Promise<void> {
  const till = await myTill(session.ctx())
  const other = till && (await session.holds.holder('till', till.id))
  if (other) throw refusal('till.other_session', { where: other.program, since: showTime(other.since) })
}
