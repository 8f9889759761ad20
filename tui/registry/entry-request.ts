import { startOnArrival } from '../../office/calendar/lookup.ts'
import type { Ctx } from '../../office/context.ts'
import { readAmount } from '../../rules/amounts.ts'
import {
  askedDocuments,
  type Card,
  DELIVERIES,
  type Delivery,
  type NeededDocument,
} from '../../rules/cards/card.ts'
import { type Due, dueOf } from '../../rules/deadlines.ts'
import { readMoment, readOrNull } from '../../rules/document-entry.ts'
import type { Channel } from '../../rules/documents.ts'
import type { Cents } from '../../rules/money.ts'
import { Refusal } from '../../rules/refusal.ts'
import { feeOf, type ItemState, type ToldItem, termOf } from '../../rules/requests.ts'
import type { Service, Speed } from '../../rules/services.ts'
import type { Form, RegistryState } from './entry-state.ts'

/** The service that is asked for, or null. */
export const serviceOf = ({ around, form }: Pick<RegistryState, 'around' | 'form'>): Service | null =>
  around.services.find(service => service.id === form.chosen.service) ?? null

/** Its technology card; undefined while it is not known yet. */
export const cardOf = ({ cards, form }: Pick<RegistryState, 'cards' | 'form'>): Card | null | undefined =>
  form.chosen.service === null ? undefined : cards.get(form.chosen.service)

/** The ways in which the result may be had. */
export const deliveriesOf = (s: RegistryState): readonly Delivery[] => cardOf(s)?.delivery ?? DELIVERIES

/** What the service needs: what is asked of the applicant first, then what the office finds itself. */
export function neededOf(s: RegistryState): NeededDocument[] {
  const card = cardOf(s)
  if (!card) return []
  return [...askedDocuments(card), ...card.documents.filter(document => document.exOfficio !== null)]
}

const NEXT: Record<ItemState, ItemState> = {
  missing: 'brought',
  brought: 'not_needed',
  not_needed: 'missing',
}

/** What was said of a document; one that depends on something is not needed until it is said. */
export const stateOf = ({ items }: Form, { code, when }: NeededDocument): ItemState =>
  items[code] ?? (when === null ? 'missing' : 'not_needed')

/** The next thing that can be said of a needed document. */
export function withMarked(s: RegistryState, at: number): RegistryState {
  const document = neededOf(s)[at]
  if (!document || document.exOfficio !== null) return s
  const items = { ...s.form.items, [document.code]: NEXT[stateOf(s.form, document)] }
  return { ...s, form: { ...s.form, items, itemAt: at } }
}

/** All that is always needed was brought. */
export function withAllBrought(s: RegistryState): RegistryState {
  const brought = neededOf(s).filter(({ when, exOfficio }) => when === null && exOfficio === null)
  const items = {
    ...s.form.items,
    ...Object.fromEntries(brought.map(({ code }) => [code, 'brought' as const])),
  }
  return { ...s, form: { ...s.form, items } }
}

/** What is asked and was not brought. */
export const missingOf = (s: RegistryState): NeededDocument[] =>
  neededOf(s).filter(document => document.exOfficio === null && stateOf(s.form, document) === 'missing')

export const toldItems = (s: RegistryState): ToldItem[] =>
  neededOf(s)
    .filter(document => document.exOfficio === null)
    .map(document => ({ code: document.code, state: stateOf(s.form, document) }))

/** The amount that was typed, null where none was. */
export function amountOf({ lines }: Form): Cents | null | Refusal {
  return lines.amount.value.trim() === '' ? null : readAmount(lines.amount.value)
}

export type Foreseen = { fee: Cents | null | Refusal; due: Due | null }

/** What the request will cost and when it is due, before it is registered; null without a service. */
export function foreseenOf(s: RegistryState, ctx: Ctx): Foreseen | null {
  const service = serviceOf(s)
  const card = cardOf(s)
  if (!service || card === undefined) return null
  const { form, around } = s
  const speed = (form.chosen.speed ?? 'normal') as Speed
  const amount = amountOf(form)
  const cost = amount instanceof Refusal ? { refusal: amount } : feeOf(service, speed, 1, amount)
  const at = readOrNull(readMoment(form.lines.receivedAt.value, ctx.now)) ?? ctx.now
  const channel = (form.chosen.channel ?? 'desk') as Channel
  const start = startOnArrival(ctx, at, termOf(service, speed, card), channel)
  return {
    fee: 'refusal' in cost ? cost.refusal : cost.fee,
    due: around.calendar && dueOf(start, [], around.calendar, ctx.today),
  }
}
