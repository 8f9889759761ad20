import type { Cents } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { change, type KeyLine, leaveBy } from '../screen.ts'
import { givenTyped, restOf, tendered, whyNoRest, whyNotTake } from './desk-payment.ts'
import { ask, type DeskState } from './desk-state.ts'
import { pay } from './pay.ts'
import { nextEmpty, nextTender, tenderAmount, tenderTyped, withoutLastTender } from './tendering.ts'

type Keys = KeyLine<DeskState>[]

/** The money: cash is typed into the line; F2 turns to the slip of a card, to a transfer, and back. */
export function payingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const forward = s.tendering.tender === 'cash' ? takeKey(s, desk) : tenderKey(s, desk)
  const noTender = s.tendering.others.length > 0 ? null : refusal('tender.none', {})
  return [
    { key: 'enter', ...forward },
    { key: 'esc', label: texts.back, run: () => change(now => ask(now, 'service')) },
    {
      key: 'f2',
      label: texts.tender,
      refusal: s.tendering.tender === 'cash' ? whyNoRest(s) : null,
      run: () => change(now => ({ ...now, tendering: nextTender(now.tendering) })),
    },
    {
      key: 'f5',
      label: texts.remove,
      refusal: noTender,
      run: () => change(now => ({ ...now, tendering: withoutLastTender(now.tendering) })),
    },
    { key: 'f8', ...forward, label: texts.pay },
  ]
}

type Command = Pick<KeyLine<DeskState>, 'label' | 'refusal' | 'run'>

/** Takes the money: what was typed as cash, exactly what is due where nothing was. */
function takeKey(s: DeskState, desk: AtDesk): Command {
  const { desk: texts } = desk.door.texts.screens
  const given = givenTyped(s)
  return {
    label: given === null && restOf(s) > 0n ? texts.payExactly : texts.take,
    refusal: whyNotTake(s, given),
    run: (now, host) => (given instanceof Refusal ? undefined : pay(now, givenOf(now, given), host, desk)),
  }
}

/** Nothing is given where nothing is due. */
const givenOf = (s: DeskState, given: Cents | null): Cents | null => (restOf(s) > 0n ? given : null)

/** Goes on in the form, or, once it is filled, puts its tender with the others. */
function tenderKey(s: DeskState, desk: AtDesk): Command {
  const { desk: texts } = desk.door.texts.screens
  const { tendering } = s
  const next = nextEmpty(tendering)
  if (next !== null) {
    const amount = tenderAmount(tendering, restOf(s))
    return {
      label: texts.forward,
      refusal: amount instanceof Refusal ? amount : null,
      run: () => change(now => ({ ...now, tendering: { ...now.tendering, field: next } })),
    }
  }
  const tender = tenderTyped(tendering, restOf(s))
  return {
    label: texts.addTender,
    refusal: tender instanceof Refusal ? tender : null,
    run: () => change(now => (tender instanceof Refusal ? now : tendered(now, tender))),
  }
}

/**
 * The line to the database went away while a payment was sent: only sending it again tells whether it was taken. Whoever may no
 * longer sign in cannot ask: they leave, and the papers of the desk tell.
 */
export function committingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const again: Pick<KeyLine<DeskState>, 'label' | 'run'> = {
    label: texts.payAgain,
    run: (now, host) => pay(now, now.given, host, desk),
  }
  const leave: KeyLine<DeskState> = { key: 'f12', label: texts.leave, run: () => leaveBy(desk.leave) }
  return [
    { key: 'enter', ...again },
    { key: 'esc', quiet: true, ...again },
    ...(s.whyNoTill?.code === 'sign_in.ended' ? [leave] : []),
  ]
}
