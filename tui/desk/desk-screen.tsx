import type { PaymentTaken } from '../../office/payments/lookup.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listServices } from '../../office/services/list-services.ts'
import { myTill, type OpenTill } from '../../office/tills/lookup.ts'
import { showTime } from '../../rules/dates.ts'
import { showEuro } from '../../rules/money.ts'
import { whyNotPay } from '../../rules/payments.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { isFree, speedsOf } from '../../rules/services.ts'
import type { AtDesk } from '../door.ts'
import { entryLine } from '../entry-line.ts'
import { papersAtOpening, papersScreen } from '../papers/papers-screen.tsx'
import { reportAtOpening, reportScreen } from '../reports/report-screen.tsx'
import { change, type KeyLine, leaveBy, type Outcome, push, type Screen } from '../screen.ts'
import { closeTillScreen, countAtOpening } from '../tills/close-till-screen.tsx'
import { openTillScreen } from '../tills/open-till-screen.tsx'
import {
  addTyped,
  afterPayment,
  chosenLine,
  clearOrRestore,
  type DeskState,
  givenTyped,
  nextSpeed,
  removeLine,
  setAmount,
  setQuantity,
  typeAtDesk,
} from './desk-state.ts'
import { DeskView } from './desk-view.tsx'

type Keys = KeyLine<DeskState>[]

/** The cash desk: one flat screen where services are typed, put in a basket and paid. */
export function deskScreen(desk: AtDesk): Screen<DeskState> {
  const { texts } = desk.door
  return {
    title: s =>
      s.till
        ? texts.screens.desk.title(s.till.desk)
        : texts.screens.desk.titleClosed(desk.session.desk?.number ?? 0),
    keys: s => keysOf(s, desk),
    type: typeAtDesk,
    View: ({ state, size }) => <DeskView state={state} size={size} desk={desk} />,
    help: () => texts.screens.desk.help,
    dirty: s => s.basket.length > 0 || s.mode === 'committing',
    shown: async () => loadDesk(desk),
  }
}

async function loadDesk(desk: AtDesk): Promise<Outcome<DeskState>> {
  const ctx = desk.session.ctx()
  const [services, till] = await Promise.all([listServices(ctx), myTill(ctx)])
  if (till) await refuseOtherSession(desk, till)
  return change(s => ({ ...s, services, till, last: till ? s.last : null }))
}

/** One till, one program: the second is told which one has it. */
async function refuseOtherSession(desk: AtDesk, till: OpenTill): Promise<void> {
  const { holds } = desk.session
  if (await holds.take('till', till.id)) return
  const other = await holds.holder('till', till.id)
  throw refusal('till.other_session', {
    where: other?.program ?? '?',
    since: other ? showTime(other.since) : '?',
  })
}

function keysOf(s: DeskState, desk: AtDesk): Keys {
  if (s.mode === 'paying') return payingKeys(s, desk)
  if (s.mode === 'committing') return committingKeys(desk)
  if (s.mode === 'quantity' || s.mode === 'amount') return askingKeys(s, desk)
  return serviceKeys(s, desk)
}

function serviceKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const line = chosenLine(s)
  const noLine = line ? null : refusal('payment.empty', {})
  return [
    enterKey(s, desk),
    { key: 'f2', label: texts.speed, refusal: whyNoOtherSpeed(s), run: () => change(nextSpeed) },
    {
      key: 'f3',
      label: texts.quantity,
      refusal: noLine,
      run: () => change(now => ({ ...now, mode: 'quantity', entry: entryLine() })),
    },
    {
      key: 'f4',
      label: texts.amount,
      refusal: noLine ?? whyFixed(s),
      run: () => change(now => ({ ...now, mode: 'amount', entry: entryLine() })),
    },
    { key: 'f5', label: texts.remove, refusal: noLine, run: () => change(removeLine) },
    { key: 'f6', label: texts.papers, run: () => push(papersScreen(desk), papersAtOpening()) },
    { key: 'f7', label: texts.report, run: () => push(reportScreen(desk), reportAtOpening()) },
    {
      key: 'f8',
      label: texts.pay,
      refusal: whyNotPay(s.basket, null, s.till !== null),
      run: () => change(toPaying),
    },
    {
      key: 'f9',
      label: s.basket.length === 0 && s.cleared.length > 0 ? texts.restore : texts.clear,
      refusal: s.basket.length + s.cleared.length === 0 ? refusal('payment.empty', {}) : null,
      run: () => change(clearOrRestore),
    },
    tillKey(s, desk),
    {
      key: 'f12',
      label: texts.leave,
      refusal: s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null,
      run: () => leaveBy(desk.leave),
    },
    {
      key: 'esc',
      label: texts.clear,
      quiet: true,
      run: () =>
        change(now =>
          now.entry.value === ''
            ? now
            : typeAtDesk({ ...now, entry: entryLine('x') }, { kind: 'key', name: 'backspace' }),
        ),
    },
  ]
}

function enterKey(s: DeskState, desk: AtDesk): KeyLine<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  if (s.entry.value.trim() !== '') return { key: 'enter', label: texts.add, run: () => addNow(s) }
  if (!s.till) return { key: 'enter', label: texts.openTill, run: () => pushOpenTill(desk) }
  return {
    key: 'enter',
    label: texts.pay,
    refusal: whyNotPay(s.basket, null, true),
    run: () => change(toPaying),
  }
}

const addNow = (s: DeskState): Outcome<DeskState> => {
  const added = addTyped(s)
  return change(() => added)
}

function tillKey(s: DeskState, desk: AtDesk): KeyLine<DeskState> {
  const { desk: texts } = desk.door.texts.screens
  if (!s.till) return { key: 'f10', label: texts.till, run: () => pushOpenTill(desk) }
  return {
    key: 'f10',
    label: texts.till,
    refusal: s.basket.length > 0 ? refusal('desk.basket_not_empty', {}) : null,
    run: async () => push(closeTillScreen(desk), await countAtOpening(desk)),
  }
}

const pushOpenTill = (desk: AtDesk): Outcome<DeskState> =>
  push(openTillScreen(desk), { entry: entryLine(), tillId: crypto.randomUUID() })

const toPaying = (s: DeskState): DeskState => ({
  ...s,
  mode: 'paying',
  entry: entryLine(),
  found: [],
  last: null,
})

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

function askingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const done = () => {
    const set = s.mode === 'quantity' ? setQuantity(s) : setAmount(s)
    return change<DeskState>(() => set)
  }
  return [
    { key: 'enter', label: texts.accept, run: done },
    {
      key: 'esc',
      label: texts.back,
      run: () => change(now => ({ ...now, mode: 'service', entry: entryLine() })),
    },
  ]
}

function payingKeys(s: DeskState, desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  const given = givenTyped(s)
  const why = given instanceof Refusal ? given : whyNotPay(s.basket, given, s.till !== null)
  const label = given === null ? texts.payExactly : texts.take
  return [
    { key: 'enter', label, refusal: why, run: (now, host) => pay(now, host.change, desk) },
    { key: 'f8', label, quiet: true, refusal: why, run: (now, host) => pay(now, host.change, desk) },
    {
      key: 'esc',
      label: texts.back,
      run: () => change(now => ({ ...now, mode: 'service', entry: entryLine() })),
    },
  ]
}

/** The line to the database went away while a payment was sent: only sending it again tells whether it was taken. */
function committingKeys(desk: AtDesk): Keys {
  const { desk: texts } = desk.door.texts.screens
  return [
    { key: 'enter', label: texts.payAgain, run: (s, host) => pay(s, host.change, desk) },
    { key: 'esc', label: texts.payAgain, quiet: true, run: (s, host) => pay(s, host.change, desk) },
  ]
}

type ChangeNow = (how: (s: DeskState) => DeskState) => void

/** From here typing goes to the next customer's line; a refusal brings the cash line back as it was. */
async function pay(s: DeskState, changeNow: ChangeNow, desk: AtDesk): Promise<Outcome<DeskState>> {
  const given = s.mode === 'committing' ? s.given : (givenTyped(s) as DeskState['given'])
  const cashLine = s.mode === 'committing' ? entryLine() : s.entry
  if (s.mode !== 'committing') changeNow(now => ({ ...now, mode: 'committing', given, entry: entryLine() }))
  try {
    const taken = await takePayment(desk.session.ctx(), {
      paymentId: s.paymentId,
      lines: s.basket.map(line => ({
        serviceId: line.service.id,
        speed: line.speed,
        quantity: line.quantity,
        price: line.price ?? 0n,
      })),
      given,
    })
    return { change: now => afterPayment(now, taken), notice: { tone: 'done', text: tellTaken(taken, desk) } }
  } catch (error) {
    if (error instanceof Refusal) changeNow(now => ({ ...now, mode: 'paying', entry: cashLine, found: [] }))
    throw error
  }
}

const tellTaken = (taken: PaymentTaken, desk: AtDesk): string =>
  desk.door.texts.screens.desk.taken(taken.receiptNumber, showEuro(taken.total, desk.door.lang))
