import { seeDevice } from '../../office/fiscal/see-device.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { myTill, type OpenTill, openTillWithId } from '../../office/tills/lookup.ts'
import { cents, showEuro } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { MONEY_ROWS, typeCount } from '../parts/money-count.tsx'
import { back, change, type HostApi, type KeyLine, type Outcome, type Screen } from '../screen.ts'
import {
  type CloseState,
  closingOf,
  countedOf,
  isTouched,
  leftOf,
  otherWay,
  recounted,
  told,
  typeAtClosing,
  whyNotNow,
} from './close-till-state.ts'
import { CloseTillView } from './close-till-view.tsx'

type Keys = KeyLine<CloseState>[]

/** The cashier's own till, about to be counted. Refuses when it is closed by now. */
export async function countAtOpening(desk: AtDesk): Promise<CloseState> {
  const till = await myTill(desk.session.ctx())
  if (!till) throw refusal('till.not_open', {})
  return closingOf(till, null)
}

/** The till of a cashier who cannot close it, about to be counted by a head. */
export async function countForCashier(desk: AtDesk, tillId: string): Promise<CloseState> {
  const till = await openTillWithId(desk.session.ctx().db, tillId)
  if (!till) throw refusal('till.not_open', {})
  return closingOf(till, till.cashier.name)
}

/**
 * A blind count by notes and coins or as a sum; then the difference and its reason, what stays in the drawer, and the closing
 * for ever. Until then it can be counted again; nothing typed is lost by a refusal or by a payment that comes in between.
 */
export function closeTillScreen(desk: AtDesk): Screen<CloseState> {
  const { closeTill: texts } = desk.door.texts.screens
  return {
    title: s => (s.forCashier ? texts.titleFor(s.till.desk, s.forCashier) : texts.title(s.till.desk)),
    keys: s => (s.step === 'told' ? toldKeys(s, desk) : countKeys(s, desk)),
    type: typeAtClosing,
    help: () => texts.help,
    dirty: isTouched,
    View: ({ state, size }) => <CloseTillView state={state} size={size} desk={desk} />,
  }
}

function countKeys(s: CloseState, desk: AtDesk): Keys {
  const { closeTill: texts } = desk.door.texts.screens
  const counted = countedOf(s)
  const finish: Omit<KeyLine<CloseState>, 'key'> = {
    label: texts.counted,
    refusal: counted instanceof Refusal ? counted : null,
    holdsTyping: true,
    run: now => tell(now, desk),
  }
  const isInRows = s.field === 'money' && s.count.at < MONEY_ROWS - 1
  return [
    isInRows
      ? { key: 'enter', label: texts.nextRow, run: () => change(nextRow) }
      : { key: 'enter', ...finish },
    { key: 'f2', label: s.field === 'money' ? texts.onlySum : texts.byMoney, run: () => change(otherWay) },
    { key: 'f8', ...finish },
    { key: 'esc', label: texts.back, run: leave(texts.leaving) },
  ]
}

const nextRow = (s: CloseState): CloseState => ({
  ...s,
  count: typeCount(s.count, { kind: 'key', name: 'down' }),
})

/** A count is not lost by one Esc. */
const leave =
  (said: string) =>
  (s: CloseState): Outcome<CloseState> =>
    isTouched(s) && !s.isLeaving ? change(now => ({ ...now, isLeaving: true }), said) : back()

/** Only now is it looked up what there should be, and whether the fiscal device sold since its last Z. */
async function tell(s: CloseState, desk: AtDesk): Promise<Outcome<CloseState>> {
  const [till, device] = await Promise.all([tillNow(s, desk), seeDevice(desk.session.ctx(), s.till.deskId)])
  return change(now => ({ ...told(now, till), soldSinceZ: device?.sold ?? null }))
}

async function tillNow(s: CloseState, desk: AtDesk): Promise<OpenTill> {
  const till = await openTillWithId(desk.session.ctx().db, s.till.id)
  if (!till) throw refusal('till.not_open', {})
  return till
}

function toldKeys(s: CloseState, desk: AtDesk): Keys {
  const { closeTill: texts } = desk.door.texts.screens
  const close: Pick<KeyLine<CloseState>, 'label' | 'refusal' | 'run'> = {
    label: texts.close,
    refusal: whyNotNow(s),
    run: (now, host) => closeNow(now, host, desk),
  }
  return [
    s.field === 'reason'
      ? { key: 'enter', label: texts.next, run: () => change(now => ({ ...now, field: 'left' })) }
      : { key: 'enter', ...close },
    { key: 'f8', ...close },
    { key: 'esc', label: texts.recount, run: () => change(recounted) },
  ]
}

/** Closes it; where it was worked with meanwhile, it is refused and shown as it now stands. */
async function closeNow(
  s: CloseState,
  host: HostApi<CloseState>,
  desk: AtDesk,
): Promise<Outcome<CloseState>> {
  const counted = countedOf(s)
  if (counted instanceof Refusal) throw counted
  const left = leftOf(s, counted.counted)
  if (left instanceof Refusal) throw left
  const closed = await closeTill(desk.session.ctx(), {
    tillId: s.till.id,
    ...counted,
    left,
    reason: s.reason.value.trim() || null,
    expected: s.till.expected,
  }).catch(async error => {
    if (error instanceof Refusal && error.code === 'till.moved_meanwhile') {
      const till = await tillNow(s, desk)
      host.change(now => told(now, till))
    }
    throw error
  })
  if (s.forCashier === null) await desk.session.holds.release('till', s.till.id)
  const { closeTill: texts } = desk.door.texts.screens
  const euro = (amount: bigint) => showEuro(cents(amount), desk.door.lang)
  const said = texts.closed(closed.number, euro(closed.difference), euro(closed.counted - closed.left))
  return { ...back<CloseState, void>(), notice: { tone: 'done', text: said } }
}
