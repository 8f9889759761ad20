import { holdBasket } from '../../office/baskets/hold-basket.ts'
import type { RecalledBasket } from '../../office/baskets/recall-basket.ts'
import { keptLine } from '../../rules/baskets.ts'
import type { AtDesk } from '../door.ts'
import { change, type Outcome, push } from '../screen.ts'
import { cleared } from './desk-basket.ts'
import type { DeskState } from './desk-state.ts'
import { heldAtOpening, heldScreen } from './held-screen.tsx'

/** Lays the basket aside under the payer's name, else its first service. Its id is that of its payment: sent twice, it is held once. */
export async function hold(s: DeskState, desk: AtDesk): Promise<Outcome<DeskState>> {
  const { desk: texts } = desk.door.texts.screens
  const { paymentId, payer, paidBy, basket } = s
  const label = labelOf(s)
  await holdBasket(desk.session.ctx(), {
    id: s.heldId ?? paymentId,
    label,
    basket: { paymentId, payerId: payer?.id ?? null, paidBy, lines: basket.map(keptLine) },
  })
  return change(now => ({ ...cleared(now), cleared: null }), texts.held(label))
}

const MOST_LABEL = 60

function labelOf({ payer, basket, lang }: DeskState): string {
  const name = payer?.name ?? basket[0]?.service.name[lang] ?? ''
  return name.length > MOST_LABEL ? `${name.slice(0, MOST_LABEL - 1)}…` : name
}

/** Shows what was laid aside; the chosen basket comes back to the desk. */
export const pushHeld = async (desk: AtDesk): Promise<Outcome<DeskState>> =>
  push(heldScreen(desk), await heldAtOpening(desk), recalled)

const recalled = (s: DeskState, { id, paymentId, paidBy, payer, lines }: RecalledBasket): DeskState => ({
  ...s,
  basket: lines,
  cursor: Math.max(0, lines.length - 1),
  payer: payer ?? s.payer,
  paidBy,
  paymentId,
  heldId: id,
  cleared: null,
  armed: null,
})
