import { readEntry } from '../../rules/entry.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { change, type KeyLine, type Outcome, push } from '../screen.ts'
import { openTillScreen, tillAtOpening } from '../tills/open-till-screen.tsx'
import { addService, again, isUnseenList, showFound } from './desk-basket.ts'
import { lookAgain, takeBill, takePayer, takeTyped } from './desk-operations.ts'
import { withoutTyped } from './desk-payer.ts'
import { whyNotToPay } from './desk-payment.ts'
import type { DeskState, Found } from './desk-state.ts'
import { toMoney } from './to-money.ts'

/** Enter moves forward: takes what is typed, else pays; without a till it opens one, or asks again for the one that is held. */
export function enterKey(s: DeskState, desk: AtDesk): KeyLine<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  if (s.entry.value.trim() !== '') return { key: 'enter', label: texts.add, run: now => take(now, desk) }
  if (s.whyNoTill) return { key: 'enter', label: texts.tryAgain, run: (_, host) => lookAgain(host, desk) }
  if (!s.till)
    return { key: 'enter', label: texts.openTill, holdsTyping: true, run: () => pushOpenTill(desk) }
  return {
    key: 'enter',
    label: texts.pay,
    refusal: whyNotToPay(s, desk),
    run: () => toMoney(desk),
  }
}

const pushOpenTill = async (desk: AtDesk): Promise<Outcome<DeskState>> =>
  push(openTillScreen(desk), await tillAtOpening(desk))

function take(s: DeskState, desk: AtDesk): Promise<Outcome<DeskState>> | Outcome<DeskState> {
  const { text, entry } = readEntry(s.entry.value)
  if (entry.kind === 'again') return settled(again(s))
  if (entry.kind === 'identifier') return takePayer(s, { identifier: text }, desk)
  if (isUnseenList(s)) return change(showFound)
  const found = s.found[s.pick]
  return found ? takeFound(s, found, desk) : takeTyped(s, () => otherwise(s, desk), desk)
}

function takeFound(
  s: DeskState,
  found: Found,
  desk: AtDesk,
): Promise<Outcome<DeskState>> | Outcome<DeskState> {
  switch (found.kind) {
    case 'service':
      return settled(addService(s, found.service))
    case 'favourite':
      return settled(addService(s, found.service, found.speed))
    case 'payer':
      return takePayer(s, { partyId: found.party.id }, desk)
    case 'bill':
      return takeBill(s, found.bill, desk)
  }
}

/** What is at hand is done at once, so that the next key already finds it. */
const settled = (s: DeskState): Outcome<DeskState> => change(() => s)

/** A receipt by its number is shown; anything else is refused. */
function otherwise(s: DeskState, desk: AtDesk): Outcome<DeskState> {
  const { text, entry } = readEntry(s.entry.value)
  if (entry.kind !== 'receipt') throw whyNothing(text, entry.kind)
  const receipts = { ...receiptsAtOpening(), entry: entryLine(text), asked: text }
  return { change: now => withoutTyped(now, s.entry.value), ...push(receiptsScreen(desk), receipts) }
}

function whyNothing(text: string, kind: string): Refusal {
  if (kind === 'mistyped') return refusal('identifier.wrong', { text })
  if (kind === 'number') return refusal('service.unknown', { code: text })
  return kind === 'bill' ? refusal('bill.unknown', { number: text }) : refusal('desk.nothing_found', { text })
}
