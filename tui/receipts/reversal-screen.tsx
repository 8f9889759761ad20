import { randomUUIDv7 } from 'node:crypto'
import type { ReceiptShown } from '../../office/receipts/show-receipt.ts'
import { makeReversal } from '../../office/reversals/make-reversal.ts'
import { STORNO_REASONS, type StornoReason } from '../../rules/fiscal.ts'
import { type Cents, showEuro } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { needsReference, type Reversing, type Storno, whyNotReverse } from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'
import {
  askedAgain,
  CONFIRMING_FIELDS,
  type Confirming,
  type ConfirmingField,
  confirmAs,
  confirmingAtOpening,
  isConfirmable,
  typeConfirming,
} from '../confirming.tsx'
import type { AtDesk } from '../door.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'
import { back, change, type HostApi, type KeyLine, type Outcome, type Screen } from '../screen.ts'
import { ReversalView } from './reversal-view.tsx'

type ReversalField = 'reason' | 'reference' | ConfirmingField

export type ReversalState = {
  receipt: ReceiptShown
  /** The cash in the till when the form was opened. */
  held: Cents
  reversalId: string
  reason: EntryLine
  /** What the terminal or the bank calls the refund; asked only where something goes back by them. */
  reference: EntryLine
  /** Why the fiscal receipt is taken back, where there is one. */
  storno: StornoReason
  confirming: Confirming
  field: ReversalField
}

export const reversalAtOpening = (receipt: ReceiptShown, held: Cents): ReversalState => ({
  receipt,
  held,
  reversalId: randomUUIDv7(),
  reason: entryLine(),
  reference: entryLine(),
  storno: 'refund',
  confirming: confirmingAtOpening(),
  field: 'reason',
})

/** Shows what is reversed and what goes back by which way; asks why, and for a second person's yes; reverses for ever. */
export function reversalScreen(desk: AtDesk): Screen<ReversalState> {
  const { reversal: texts } = desk.door.texts.screens
  return {
    title: s => texts.title(s.receipt.number),
    keys: s => keysOf(s, desk),
    type: typeAtReversal,
    help: () => texts.help,
    dirty: s => s.reason.value !== '',
    View: ({ state, size }) => <ReversalView state={state} size={size} desk={desk} />,
  }
}

/** Until the clerk says otherwise a fiscal receipt is taken back because of a return. */
export const stornoAsked = ({ session, door }: AtDesk, reason: StornoReason = 'refund'): Storno => ({
  reason,
  today: session.ctx().today,
  lang: door.lang,
})

const fieldsOf = (s: ReversalState): ReversalField[] => [
  'reason',
  ...(needsReference(s.receipt.tenders) ? (['reference'] as const) : []),
  ...CONFIRMING_FIELDS,
]

const isConfirming = (field: ReversalField): field is ConfirmingField =>
  field === 'login' || field === 'password'

const lineOf = (s: ReversalState, field: ReversalField): EntryLine =>
  isConfirming(field) ? s.confirming[field] : s[field]

function typeAtReversal(s: ReversalState, key: Key): ReversalState {
  const fields = fieldsOf(s)
  const step = key.kind === 'key' ? STEPS[key.name] : undefined
  if (step)
    return {
      ...s,
      field: fields[(fields.indexOf(s.field) + step + fields.length) % fields.length] ?? 'reason',
    }
  const { field } = s
  if (isConfirming(field)) return { ...s, confirming: typeConfirming(s.confirming, field, key) }
  return { ...s, [field]: typeInto(s[field], key, field === 'reason' ? 200 : 100) }
}

const STEPS: Partial<Record<string, number>> = { tab: 1, down: 1, 'shift-tab': -1, up: -1 }

/** Enter moves to the next empty field; where none is left it reverses. */
function keysOf(s: ReversalState, desk: AtDesk): KeyLine<ReversalState>[] {
  const { reversal: texts } = desk.door.texts.screens
  const why = whyNotReverse({ ...s.receipt, reversal: null }, askedFor(s, desk))
  const make = {
    label: texts.make,
    refusal: why,
    holdsTyping: true,
    run: (now: ReversalState, host: HostApi<ReversalState>) => reverse(now, host, desk),
  }
  const empty = fieldsOf(s).find(field => lineOf(s, field).value.trim() === '')
  const toNext = () => change<ReversalState>(now => ({ ...now, field: nextEmpty(now) }))
  return [
    empty === undefined ? { key: 'enter', ...make } : { key: 'enter', label: texts.next, run: toNext },
    ...(s.receipt.sold ? [stornoKey(desk)] : []),
    { key: 'f8', ...make },
  ]
}

/** The law knows three reasons; the key goes from one to the next. */
const stornoKey = (desk: AtDesk): KeyLine<ReversalState> => ({
  key: 'f2',
  label: desk.door.texts.screens.reversal.stornoReason,
  holdsTyping: true,
  run: () =>
    change(now => ({
      ...now,
      storno: STORNO_REASONS[(STORNO_REASONS.indexOf(now.storno) + 1) % STORNO_REASONS.length] ?? 'refund',
    })),
})

/** The next empty field after the one with the cursor, else the first. */
function nextEmpty(s: ReversalState): ReversalField {
  const fields = fieldsOf(s)
  const at = fields.indexOf(s.field)
  const order = [...fields.slice(at + 1), ...fields.slice(0, at + 1)]
  return order.find(field => lineOf(s, field).value.trim() === '') ?? s.field
}

/** As the form now stands; the second person's yes is given when it is sent. */
const askedFor = (s: ReversalState, desk: AtDesk): Reversing => ({
  held: s.held,
  reason: s.reason.value,
  refundReference: s.reference.value,
  confirmation: isConfirmable(s.confirming) ? 'given' : 'missing',
  storno: stornoAsked(desk, s.storno),
})

/**
 * The second person's yes, then the reversal, under the ids of the state: repeated after a lost line, both are done once.
 * After a refusal everything typed stays, but the password.
 */
async function reverse(
  s: ReversalState,
  host: HostApi<ReversalState>,
  desk: AtDesk,
): Promise<Outcome<ReversalState>> {
  const { receipt, confirming } = s
  const { paymentId } = receipt
  const askAgain = (now: ReversalState): ReversalState => ({
    ...now,
    confirming: askedAgain(now.confirming),
    field: 'password',
  })
  await confirmAs(desk, confirming, { act: 'reversals.make', subjectId: paymentId, what: '' }, host, askAgain)
  const made = await makeReversal(desk.session.ctx(), {
    reversalId: s.reversalId,
    paymentId,
    reason: s.reason.value,
    confirmationId: confirming.id,
    refundReference: s.reference.value.trim() || null,
    stornoReason: s.storno,
  }).catch((error: unknown) => {
    if (error instanceof Refusal) host.change(askAgain)
    throw error
  })
  const { reversal: texts } = desk.door.texts.screens
  const text = texts.made(made.number, made.tenders.map(tender => backOf(tender, desk)).join(texts.and))
  return { ...back<ReversalState, void>(), notice: { tone: 'done', text } }
}

/** `5,11 € в брой`. */
const backOf = ({ tender, amount }: Tender, desk: AtDesk): string =>
  `${showEuro(amount, desk.door.lang)} ${desk.door.texts.screens.reversal.ways[tender]}`
