import { whyNotMay } from '../../rules/authority.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { isFree, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { favouritesAtOpening, favouritesScreen } from '../favourites/favourites-screen.tsx'
import { deviceScreen } from '../fiscal/device-screen.tsx'
import { deviceAtOpening } from '../fiscal/device-state.ts'
import { pushMainMenu } from '../menu/main-menu.ts'
import { goTo, type MenuState } from '../menu/menu-screen.tsx'
import { receiptsScreen } from '../receipts/receipts-screen.tsx'
import { receiptsAtOpening } from '../receipts/receipts-state.ts'
import { reportAtOpening, reportScreen } from '../reports/report-screen.tsx'
import { back, type Change, change, type KeyLine, leaveBy, type Outcome, open, push } from '../screen.ts'
import {
  again,
  amountTyped,
  arm,
  nextSpeed,
  overridden,
  putAway,
  quantityTyped,
  removeLine,
  setAmount,
  setQuantity,
  whyHalfTyped,
} from './desk-basket.ts'
import { registerPayer } from './desk-operations.ts'
import { setPaidBy, whyNoName } from './desk-payer.ts'
import { whyNotToPay, whyTendered } from './desk-payment.ts'
import { ask, chosenLine, type DeskState } from './desk-state.ts'
import { enterKey } from './enter-key.ts'
import { hold, pushHeld } from './holding.ts'
import { pushPayerMenu } from './payer-menu.ts'
import { committingKeys, payingKeys } from './paying-keys.ts'
import { priceAtOpening, priceScreen } from './price-screen.tsx'
import { toMoney } from './to-money.ts'

type Keys = KeyLine<DeskState>[]

/** The commands of the desk, by what its line asks for. */
export function keysAtDesk(s: DeskState, desk: AtDesk): Keys {
  switch (s.mode) {
    case 'paying':
      return payingKeys(s, desk)
    case 'committing':
      return committingKeys(s, desk)
    case 'quantity':
      return askingKeys(quantityTyped(s), setQuantity, desk)
    case 'amount':
      return askingKeys(amountTyped(s), setAmount, desk)
    case 'paidBy':
      return askingKeys(null, setPaidBy, desk)
    case 'payerName':
      return namingKeys(s, desk)
    default:
      return serviceKeys(s, desk)
  }
}

function serviceKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const halfTyped = whyHalfTyped(s)
  return [
    enterKey(s, desk),
    { key: 'esc', label: texts.clear, run: () => putAwayBy(s, desk) },
    ...lineKeys(s, desk, halfTyped),
    { key: 'f6', label: texts.papers, run: () => push(receiptsScreen(desk), receiptsAtOpening()) },
    { key: 'f7', label: texts.report, run: () => push(reportScreen(desk), reportAtOpening()) },
    { key: 'f8', label: texts.pay, refusal: halfTyped ?? whyNotToPay(s, desk), run: () => toMoney(desk) },
    holdKey(s, desk, halfTyped),
    { key: 'f10', label: texts.menu, run: () => pushMainMenu(desk, placeOf(s, desk)) },
    { key: 'f11', label: texts.payer, refusal: halfTyped, run: () => pushPayerMenu(s, desk) },
    {
      key: 'f12',
      label: texts.leave,
      refusal: s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null,
      run: () => leaveBy(desk.leave),
    },
  ]
}

/** The keys of the chosen line. */
function lineKeys(s: DeskState, desk: AtDesk, halfTyped: Refusal | null): Keys {
  const { desk: texts } = desk.door.texts.screens
  const line = chosenLine(s)
  const noLine = halfTyped ?? (line ? null : refusal('payment.empty', {}))
  const ofBill = line?.bill ? refusal('bill.fixed', { number: line.bill.number }) : null
  return [
    {
      key: 'f2',
      label: texts.speed,
      refusal: noLine ?? ofBill ?? whyNoOtherSpeed(s),
      run: () => change(nextSpeed),
    },
    {
      key: 'f3',
      label: texts.quantity,
      refusal: noLine ?? ofBill,
      run: () => change(now => ask(now, 'quantity')),
    },
    { key: 'f4', label: texts.amount, refusal: noLine ?? ofBill, run: () => askPrice(s, desk) },
    { key: 'f5', label: texts.remove, refusal: noLine, run: () => change(removeLine) },
  ]
}

function whyNoOtherSpeed(s: DeskState): Refusal | null {
  const line = chosenLine(s)
  if (!line) return refusal('payment.empty', {})
  const paid = speedsOf(line.service).filter(speed => !isFree(line.service, speed))
  return paid.length > 1 ? null : refusal('service.one_speed', { code: line.service.code })
}

/** An open amount is typed into the line; another price than the published one is agreed to by a second person. */
function askPrice(s: DeskState, desk: AtDesk): Outcome<DeskState> {
  const line = chosenLine(s)
  if (!line) return undefined
  if (line.service.pricing === 'open') return change(now => ask(now, 'amount'))
  const { cursor, paymentId } = s
  return push(priceScreen(desk, line, paymentId), priceAtOpening(line), (now: DeskState, agreed) =>
    overridden(now, cursor, agreed),
  )
}

/** A basket is laid aside; without one, those that were laid aside are shown. */
function holdKey(s: DeskState, desk: AtDesk, halfTyped: Refusal | null): KeyLine<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  if (s.basket.length === 0)
    return { key: 'f9', label: texts.recall, refusal: halfTyped, run: () => pushHeld(desk) }
  return {
    key: 'f9',
    label: texts.hold,
    refusal: halfTyped ?? whyTendered(s),
    run: now => hold(now, desk),
  }
}

function putAwayBy(s: DeskState, desk: AtDesk): Outcome<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  const put = putAway(s)
  if (put === 'armed') return { ...change<DeskState>(arm), notice: { tone: 'refused', text: texts.escAgain } }
  if (put === null) return undefined
  return s.basket.length > 0 && put.basket.length === 0 ? change(() => put, texts.putAway) : change(() => put)
}

const placeOf = (s: DeskState, desk: AtDesk, { menu: texts } = desk.door.texts.screens) => ({
  hasTill: s.till !== null,
  whyBusy: s.whyNoTill ?? (s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null),
  own: [
    {
      label: texts.again,
      refusal: s.lastBasket.length > 0 || s.cleared ? null : refusal('desk.nothing_before', {}),
      run: () => back<MenuState, Change<DeskState>>(again),
    },
    {
      label: texts.favourites,
      refusal: whyNotMay(desk.session.who.post, 'favourites.set'),
      run: async () => goTo<DeskState>(open(favouritesScreen(desk), favouritesAtOpening(s.services))),
    },
  ],
  last: [
    {
      label: desk.door.texts.screens.fiscal.menu,
      refusal:
        whyNotMay(desk.session.who.post, 'fiscal.work') ??
        (s.fiscalDevice ? null : refusal('fiscal.none_here', {})),
      run: () => goTo<DeskState>(open(deviceScreen(desk), deviceAtOpening())),
    },
  ],
})

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
    backKey(desk),
  ]
}

function namingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  return [
    { key: 'enter', label: texts.register, refusal: whyNoName(s), run: now => registerPayer(now, desk) },
    backKey(desk),
  ]
}

const backKey = (desk: AtDesk): KeyLine<DeskState> => ({
  key: 'esc',
  label: desk.door.texts.screens.desk.back,
  run: () => change(now => ({ ...ask(now, 'service'), newPayer: null })),
})
