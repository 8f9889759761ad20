import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, cents, sumCents } from '../money.ts'
import { type ReportFacts, subtitleOf } from './heading.ts'
import type { Period } from './periods.ts'
import type { Cell, CellKind, Column, Row, Table } from './table.ts'
import type { ReportTexts } from './texts.ts'

/** A reversed payment: its own number and that of the receipt, the whole amount that went back. */
export type ReversalRow = {
  id: string
  paymentId: string
  number: string
  reversedAt: Temporal.Instant
  receipt: string
  amount: Cents
  reason: string
  reversedBy: string
  confirmedBy: string
}

/** A till that was closed with less (negative) or more than should have been there. */
export type DifferenceRow = {
  number: string
  closedAt: Temporal.Instant
  desk: number
  cashier: string
  expected: Cents
  counted: Cents
  difference: Cents
  reason: string
}

/** A line that was paid at another price than the published one; both are of one unit. */
export type OverrideRow = {
  paymentId: string
  takenAt: Temporal.Instant
  receipt: string
  name: string
  quantity: number
  published: Cents
  price: Cents
  reason: string
  takenBy: string
  confirmedBy: string
}

/** A payment of a cell of a report, or its reversal (`reversal` is its number, the amount negative). */
export type PaymentRow = {
  id: string
  reversalId: string | null
  at: Temporal.Instant
  receipt: string
  reversal: string | null
  payer: string | null
  /** What of the payment falls into the cell, and all of it. */
  amount: Cents
  total: Cents
}

export type ListReport = 'reversals' | 'differences' | 'overrides' | 'payments'
type About = { period: Period; facts: ReportFacts; texts: ReportTexts; lang: Lang }
type Kinds = Record<string, CellKind>

export const reversalsTable = (rows: readonly ReversalRow[], about: About): Table =>
  listTable(
    'reversals',
    REVERSALS,
    rows.map(row => cellsOf(row, about.lang)),
    about,
    {
      amount: sumCents(rows.map(row => row.amount)),
    },
  )

export const differencesTable = (rows: readonly DifferenceRow[], about: About): Table =>
  listTable(
    'differences',
    DIFFERENCES,
    rows.map(row => cellsOf(row, about.lang)),
    about,
    {
      difference: sumCents(rows.map(row => row.difference)),
    },
  )

export function overridesTable(rows: readonly OverrideRow[], about: About): Table {
  const less = (row: OverrideRow) => cents((row.price - row.published) * BigInt(row.quantity))
  return listTable(
    'overrides',
    OVERRIDES,
    rows.map(row => ({ ...cellsOf(row, about.lang), id: row.paymentId, difference: less(row) })),
    about,
    { difference: sumCents(rows.map(less)) },
  )
}

/** `more` says which cell of which report the payments are of. */
export const paymentsTable = (rows: readonly PaymentRow[], about: About & { more: string[] }): Table =>
  listTable(
    'payments',
    PAYMENTS,
    rows.map(row => ({ ...cellsOf(row, about.lang), mark: markOf(row, about.texts) })),
    about,
    { amount: sumCents(rows.map(row => row.amount)) },
    about.more,
  )

/** `Сторно № 1-2026-000004` beside the receipt that was reversed. */
export const markOf = (row: PaymentRow, texts: ReportTexts): string =>
  row.reversal === null ? '' : texts.lists.reversalOf(row.reversal)

const REVERSALS: Kinds = {
  number: 'text',
  reversedAt: 'text',
  receipt: 'text',
  amount: 'money',
  reason: 'text',
  reversedBy: 'text',
  confirmedBy: 'text',
}
const DIFFERENCES: Kinds = {
  number: 'text',
  closedAt: 'text',
  desk: 'count',
  cashier: 'text',
  expected: 'money',
  counted: 'money',
  difference: 'money',
  reason: 'text',
}
const OVERRIDES: Kinds = {
  takenAt: 'text',
  receipt: 'text',
  name: 'text',
  quantity: 'count',
  published: 'money',
  price: 'money',
  difference: 'money',
  reason: 'text',
  takenBy: 'text',
  confirmedBy: 'text',
}
const PAYMENTS: Kinds = {
  at: 'text',
  receipt: 'text',
  mark: 'text',
  payer: 'text',
  amount: 'money',
  total: 'money',
}

/** Times as people read them; everything else as it is. */
const cellsOf = (row: object, lang: Lang): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]): [string, Cell] => [
      key,
      value instanceof Temporal.Instant ? showMoment(value, lang) : (value as Cell),
    ]),
  )

function listTable(
  name: ListReport,
  kinds: Kinds,
  rows: Row[],
  { period, facts, texts, lang }: About,
  totals: Row,
  more: string[] = [],
): Table {
  const { lists } = texts
  const columns = Object.entries(kinds).map(
    ([key, kind]): Column => ({ key, kind, title: lists.column[key] ?? key }),
  )
  const first = columns[0]?.key ?? ''
  const empty = Object.fromEntries(columns.map(({ key }) => [key, null]))
  return {
    name,
    title: lists.title[name],
    subtitle: subtitleOf(period, facts, texts, lang, more),
    columns,
    rows,
    totals: { ...empty, [first]: lists.total(rows.length), ...totals },
  }
}
