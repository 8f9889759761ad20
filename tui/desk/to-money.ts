import type { AtDesk } from '../door.ts'
import type { Notice, Outcome } from '../screen.ts'
import { wordFor } from '../top-bar.ts'
import { toPaying } from './desk-payment.ts'
import type { DeskState } from './desk-state.ts'

/** Goes on to the money; that the receipt will wait, or come out elsewhere, is said before any is taken. */
export function toMoney(desk: AtDesk): Outcome<DeskState> {
  const notice = printerNotice(desk)
  return { change: toPaying, ...(notice && { notice }) }
}

function printerNotice({ door, printing }: AtDesk): Notice | null {
  const fault = printing?.fault() ?? null
  if (!printing || fault === null) return null
  const { desk: texts } = door.texts.screens
  const word = wordFor(texts.printerFaults, fault)
  const standIn = printing.standIn()
  return {
    tone: 'fault',
    text: standIn === null ? texts.receiptWillWait(word) : texts.receiptComesOutAt(word, standIn),
  }
}
