import { randomUUIDv7 } from 'node:crypto'
import type { PayerFound } from '../../office/parties/payer-at-desk.ts'
import type { Identifier } from '../../rules/identifiers.ts'
import { whyNotRegister } from '../../rules/parties.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { entryLine, typedAfter } from '../entry-line.ts'
import { addBills } from './desk-basket.ts'
import { lookUp } from './desk-search.ts'
import { ask, type DeskState } from './desk-state.ts'

/** The payer is in place and what they owe is in the basket; what was typed after `typed` stays in the line. */
export function withPayer(s: DeskState, { party, bills }: PayerFound, typed: string): DeskState {
  const { id, name, identifierMasked } = party
  const now = { ...s, payer: { id, name, identifierMasked } }
  return withoutTyped(bills.length > 0 ? addBills(now, bills) : now, typed)
}

/** An operation took this text from the line: what was typed since stays. */
export const withoutTyped = (s: DeskState, typed: string): DeskState =>
  lookUp({ ...s, armed: null }, typedAfter(s.entry, typed))

/** Nobody has this number, or somebody has none: the line asks for the name, the basket stays. */
export const askName = (s: DeskState, identifier: Identifier | null): DeskState => ({
  ...ask(s, 'payerName'),
  newPayer: { id: randomUUIDv7(), identifier },
})

/** What is written into the register of the new payer: a ЕИК is of an organisation, the rest are people. */
export const payerTyped = (s: DeskState) => ({
  id: s.newPayer?.id ?? '',
  kind: s.newPayer?.identifier?.kind === 'eik' ? ('organisation' as const) : ('person' as const),
  identifier: s.newPayer?.identifier ?? null,
  name: s.entry.value.trim(),
  ekatte: null,
  address: null,
  phone: null,
  email: null,
})

export const whyNoName = (s: DeskState): Refusal | null => whyNotRegister(payerTyped(s))

export const withoutPayer = (s: DeskState): DeskState => ({ ...s, payer: null, paidBy: null, armed: null })

/** Who hands over the money, as typed; an empty line is the payer. */
export const setPaidBy = (s: DeskState): DeskState =>
  ask({ ...s, paidBy: s.entry.value.trim() || null }, 'service')

/** The line asks who hands over the money; what it was before stands in it. */
export const askPaidBy = (s: DeskState): DeskState => ({
  ...ask(s, 'paidBy'),
  entry: entryLine(s.paidBy ?? ''),
})
