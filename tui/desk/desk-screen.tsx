import { randomUUIDv7 } from 'node:crypto'
import { whyNotPay } from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { isFree, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { pushMainMenu } from '../menu/main-menu.ts'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { reportAtOpening, reportScreen } from '../reports/report-screen.tsx'
import { change, type KeyLine, leaveBy, type Outcome, push, type Screen } from '../screen.ts'
import { openTillScreen } from '../tills/open-till-screen.tsx'
import { keepTill, lookAgain, lookAround, pay } from './desk-operations.ts'
import {
  addTyped,
  amountTyped,
  ask,
  chosenLine,
  clearEntry,
  clearOrRestore,
  type DeskState,
  givenTyped,
  nextSpeed,
  quantityTyped,
  removeLine,
  setAmount,
  setQuantity,
  typeAtDesk,
  whyHalfTyped,
  withSeen,
} from './desk-state.ts'
import { DeskView } from './desk-view.tsx'

type Keys = KeyLine<DeskState>[]

/** Longer than from key to key of a fast typist, shorter than one waits for an answer. */
const REST_MS = 200
const KEEP_TILL_MS = 1000

/** The cash desk: one flat screen where services are typed, put in a basket and paid. */
export function deskScreen(desk: AtDesk): Screen<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  const number = desk.session.desk?.number ?? 0
  return {
    title: s => (s.till || s.whyNoTill ? texts.title(number) : texts.titleClosed(number)),
    keys: s => keysOf(s, desk),
    type: typeAtDesk,
    rest: { after_ms: REST_MS, apply: withSeen },
    View: ({ state, size }) => <DeskView state={state} size={size} desk={desk} />,
    help: () => texts.help,
    dirty: s => s.basket.length > 0 || s.mode === 'committing',
    shown: () => lookAround(desk),
    tick: { every_ms: KEEP_TILL_MS, run: s => keepTill(s, desk) },
  }
}

function keysOf(s: DeskState, desk: AtDesk): Keys {
  if (s.mode === 'paying') return payingKeys(s, desk)
  if (s.mode === 'committing') return committingKeys(s, desk)
  if (s.mode === 'quantity') return askingKeys(quantityTyped(s), setQuantity, desk)
  if (s.mode === 'amount') return askingKeys(amountTyped(s), setAmount, desk)
  return serviceKeys(s, desk)
}

function serviceKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const halfTyped = whyHalfTyped(s)
  const noLine = halfTyped ?? (chosenLine(s) ? null : refusal('payment.empty', {}))
  const isRestoring = s.basket.length === 0 && s.cleared.length > 0
  return [
    enterKey(s, desk),
    { key: 'f2', label: texts.speed, refusal: halfTyped ?? whyNoOtherSpeed(s), run: () => change(nextSpeed) },
    {
      key: 'f3',
      label: texts.quantity,
      refusal: noLine,
      run: () => change(now => ask(now, 'quantity')),
    },
    {
      key: 'f4',
      label: texts.amount,
      refusal: noLine ?? whyFixed(s),
      run: () => change(now => ask(now, 'amount')),
    },
    { key: 'f5', label: texts.remove, refusal: noLine, run: () => change(removeLine) },
    { key: 'f6', label: texts.papers, run: () => push(receiptsScreen(desk), receiptsAtOpening()) },
    { key: 'f7', label: texts.report, run: () => push(reportScreen(desk), reportAtOpening()) },
    {
      key: 'f8',
      label: texts.pay,
      refusal:
        s.whyNoTill ?? halfTyped ?? whyNotPay(s.basket, { given: null, hasPayer: false }, s.till !== null),
      run: () => change(now => ask(now, 'paying')),
    },
    {
      key: 'f9',
      label: isRestoring ? texts.restore : texts.clear,
      refusal: isRestoring ? halfTyped : noLine,
      run: () => change(clearOrRestore),
    },
    menuKey(s, desk),
    {
      key: 'f12',
      label: texts.leave,
      refusal: s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null,
      run: () => leaveBy(desk.leave),
    },
    { key: 'esc', label: texts.clear, run: () => change(clearEntry) },
  ]
}

/** Enter moves forward: adds what is typed, else pays; without a till it opens one, or asks again for the one that is held. */
function enterKey(s: DeskState, desk: AtDesk): KeyLine<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  if (s.entry.value.trim() !== '') return { key: 'enter', label: texts.add, run: addNow }
  if (s.whyNoTill) return { key: 'enter', label: texts.tryAgain, run: (_, host) => lookAgain(host, desk) }
  if (!s.till) return { key: 'enter', label: texts.openTill, run: () => pushOpenTill(desk) }
  return {
    key: 'enter',
    label: texts.pay,
    refusal: whyNotPay(s.basket, { given: null, hasPayer: false }, true),
    run: () => change(now => ask(now, 'paying')),
  }
}

const addNow = (s: DeskState): Outcome<DeskState> => {
  const added = addTyped(s)
  return change(() => added)
}

const menuKey = (s: DeskState, desk: AtDesk): KeyLine<DeskState> => ({
  key: 'f10',
  label: desk.door.texts.screens.desk.menu,
  run: () =>
    pushMainMenu(desk, {
      hasTill: s.till !== null,
      whyBusy: s.whyNoTill ?? (s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null),
      own: [],
    }),
})

const pushOpenTill = (desk: AtDesk): Outcome<DeskState> =>
  push(openTillScreen(desk), { entry: entryLine(), tillId: randomUUIDv7() })

function whyNoOtherSpeed(s: DeskState): Refusal | null {
  const line = chosenLine(s)
  if (!line) return refusal('payment.empty', {})
  const paid = speedsOf(line.service).filter(speed => !isFree(line.service, speed))
  return paid.length > 1 ? null : refusal('service.one_speed', { code: line.service.code })
}

function whyFixed(s: DeskState): Refusal | null {
  const line = chosenLine(s)
  return line && line.service.pricing !== 'open'
    ? refusal('service.fixed_amount', { code: line.service.code })
    : null
}

function askingKeys<T>(typed: T | Refusal, set: (s: DeskState, value: T) => DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const isRefused = typed instanceof Refusal
  return [
    {
      key: 'enter',
      label: texts.accept,
      refusal: isRefused ? typed : null,
      run: () => change(now => (isRefused ? now : set(now, typed))),
    },
    { key: 'esc', label: texts.back, run: () => change(now => ask(now, 'service')) },
  ]
}

function payingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const given = givenTyped(s)
  const isRefused = given instanceof Refusal
  const why = isRefused
    ? given
    : (s.whyNoTill ?? whyNotPay(s.basket, { given, hasPayer: false }, s.till !== null))
  const take: Pick<KeyLine<DeskState>, 'label' | 'refusal' | 'run'> = {
    label: given === null ? texts.payExactly : texts.take,
    refusal: why,
    run: (now, host) => (isRefused ? undefined : pay(now, given, host, desk)),
  }
  return [
    { key: 'enter', ...take },
    { key: 'f8', quiet: true, ...take },
    { key: 'esc', label: texts.back, run: () => change(now => ask(now, 'service')) },
  ]
}

/** The line to the database went away while a payment was sent: only sending it again tells whether it was taken. */
/** Whoever may no longer sign in cannot ask again whether it was taken: they leave, and the papers of the desk tell. */
function committingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const again: Pick<KeyLine<DeskState>, 'label' | 'run'> = {
    label: texts.payAgain,
    run: (s, host) => pay(s, s.given, host, desk),
  }
  return [
    { key: 'enter', ...again },
    { key: 'esc', quiet: true, ...again },
    ...(s.whyNoTill?.code === 'sign_in.ended' ? [leaveKey(desk)] : []),
  ]
}

const leaveKey = (desk: AtDesk): KeyLine<DeskState> => ({
  key: 'f12',
  label: desk.door.texts.screens.desk.leave,
  run: () => leaveBy(desk.leave),
})
