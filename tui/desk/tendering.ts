import { readAmount } from '../../rules/amounts.ts'
import { type Cents, cents } from '../../rules/money.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { type OtherTender, TENDERS, type TenderKind, whyIncomplete } from '../../rules/tenders.ts'
import { type EntryLine, entryLine, typeInto } from '../entry-line.ts'
import type { Key } from '../keys.ts'

/** What is asked of a card's slip and of a transfer, in the order of the form. */
export const TENDER_FIELDS = {
  card: ['amount', 'terminal', 'authorisation', 'rrn', 'cardTail'],
  bank: ['amount', 'reference'],
} as const
export type TenderField = (typeof TENDER_FIELDS)['card' | 'bank'][number]

/** How the basket is being paid: the tenders so far, and the one that is asked for now. Cash is typed into the entry line. */
export type Tendering = {
  tender: TenderKind
  field: TenderField
  fields: Record<TenderField, EntryLine>
  others: OtherTender[]
}

/** Nothing but cash yet; `terminal` is the one that stands at the desk. */
export const noTenders = (terminal: string | null): Tendering => ({
  tender: 'cash',
  field: 'amount',
  fields: {
    amount: entryLine(),
    terminal: entryLine(terminal ?? ''),
    authorisation: entryLine(),
    rrn: entryLine(),
    cardTail: entryLine(),
    reference: entryLine(),
  },
  others: [],
})

/** Cash, card, transfer and round again; what was typed stays. */
export const nextTender = (t: Tendering): Tendering => ({
  ...t,
  tender: TENDERS[(TENDERS.indexOf(t.tender) + 1) % TENDERS.length] ?? 'cash',
  field: 'amount',
})

const fieldsOf = (t: Tendering): readonly TenderField[] =>
  t.tender === 'cash' ? [] : TENDER_FIELDS[t.tender]

const LIMITS: Record<TenderField, number> = {
  amount: 20,
  terminal: 16,
  authorisation: 8,
  rrn: 12,
  cardTail: 4,
  reference: 100,
}

/** Tab and the arrows go from field to field, all else is typed into the one in focus. */
export function typeTender(t: Tendering, key: Key): Tendering {
  const fields = fieldsOf(t)
  const step =
    key.kind === 'key' ? { tab: 1, down: 1, 'shift-tab': -1, up: -1 }[key.name as string] : undefined
  if (step) {
    const at = (fields.indexOf(t.field) + step + fields.length) % fields.length
    return { ...t, field: fields[at] ?? 'amount' }
  }
  return { ...t, fields: { ...t.fields, [t.field]: typeInto(t.fields[t.field], key, LIMITS[t.field]) } }
}

const text = (t: Tendering, field: TenderField): string => t.fields[field].value.trim()

/** The next field that still wants something: after the one in focus, else before it; null where the form is filled. */
export function nextEmpty(t: Tendering): TenderField | null {
  const fields = fieldsOf(t).filter(field => field !== 'amount')
  const at = fields.indexOf(t.field as never) + 1
  return (
    [...fields.slice(at), ...fields.slice(0, at)].find(field => field !== t.field && text(t, field) === '') ??
    null
  )
}

/** The sum of the form: as typed, or all that is left to pay. */
export function tenderAmount(t: Tendering, rest: Cents): Cents | Refusal {
  const typed = text(t, 'amount') === '' ? rest : readAmount(text(t, 'amount'))
  if (typed instanceof Refusal) return typed
  if (typed === 0n) return refusal('amount.zero', {})
  return typed > rest ? refusal('tender.too_much', { over: cents(typed - rest) }) : typed
}

/** The tender as the form now tells it, or what is wrong with it. */
export function tenderTyped(t: Tendering, rest: Cents): OtherTender | Refusal {
  const amount = tenderAmount(t, rest)
  if (amount instanceof Refusal) return amount
  const capital = (field: TenderField) => text(t, field).toUpperCase()
  const tender: OtherTender =
    t.tender === 'bank'
      ? { tender: 'bank', amount, reference: text(t, 'reference') }
      : {
          tender: 'card',
          amount,
          terminal: capital('terminal'),
          authorisation: capital('authorisation'),
          rrn: text(t, 'rrn'),
          cardTail: text(t, 'cardTail'),
        }
  return whyIncomplete(tender) ?? tender
}

/** The tender is among the others; the form is empty but for the terminal, and cash is asked for what is left. */
export const withTender = (t: Tendering, tender: OtherTender): Tendering => ({
  ...noTenders(text(t, 'terminal')),
  others: [...t.others, tender],
})

export const withoutLastTender = (t: Tendering): Tendering => ({ ...t, others: t.others.slice(0, -1) })
