import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, cents, divide, sumCents, ZERO } from '../money.ts'
import type { TenderKind } from '../tenders.ts'
import { daysOf, type ReportFacts, subtitleOf } from './heading.ts'
import type { Compare, Period } from './periods.ts'
import type { Column, Row, Table } from './table.ts'
import type { CashTexts, ReportTexts } from './texts.ts'

export const CASH_BY = [
  'service',
  'department',
  'desk',
  'cashier',
  'tender',
  'payment-code',
  'kind',
  'hour',
  'day',
  'month',
] as const
export type CashBy = (typeof CASH_BY)[number]

/**
 * One row of the sum, `name` in the language of the report. `key` is a code, a number, a login, an hour, a day, or '' where
 * there is none: a service without a payment code, a bill that is no service's. `payments` counts the payments taken that
 * touch the row, so the rows may count one payment twice; `quantity` is units less reversed ones; `amount` is `gross`, what
 * came in, less `reversed`, what went back.
 */
export type CashRow = {
  key: string
  name: string
  payments: number
  quantity: number
  gross: Cents
  reversed: Cents
  amount: Cents
}

/** `payments` counts every payment of the period once. */
export type CashSums = { rows: CashRow[]; payments: number }

/** What is asked: `tender` leaves only the money that came by it, `compare` puts another period beside it. */
export type CashAsked = {
  period: Period
  by: CashBy
  tender: TenderKind | null
  compare: { how: Compare; period: Period } | null
}

/** Cash taken in a period by one point of view; keys ascend, digits as numbers, rows without a key last. */
export function cashTable(
  sums: CashSums,
  before: CashSums | null,
  asked: CashAsked,
  facts: ReportFacts,
  texts: ReportTexts,
  lang: Lang,
): Table {
  const { by, period, tender, compare } = asked
  const columns = columnsOf(asked, texts.cash)
  const rows = withEarlier(sums.rows, before).toSorted((a, b) => byKey(a.now, b.now))
  const totals = totalsOf(sums, before, texts.cash)
  const more = [
    ...(tender ? [texts.cash.onlyBy(texts.cash.tender[tender])] : []),
    ...(compare ? [texts.cash.comparedWith[compare.how](daysOf(compare.period, texts, lang))] : []),
  ]
  return {
    name: `cash-by-${by}`,
    title: texts.cash.title[by],
    subtitle: subtitleOf(period, facts, texts, lang, more),
    columns,
    rows: rows.map(({ now, earlier }) => ({
      ...only(columns, { ...now, name: nameOf(now, by, texts.cash, lang), ...comparison(now, earlier) }),
      id: now.key,
    })),
    totals: only(columns, totals),
  }
}

const only = (columns: readonly Column[], row: Row): Row =>
  Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))

/** A tender, an hour or a day has no code for people; units are counted only where rows are made of whole services. */
function columnsOf({ by, tender, compare }: CashAsked, texts: CashTexts): Column[] {
  const hasKey = !['tender', 'kind', 'hour', 'day', 'month'].includes(by)
  const hasUnits = tender === null && ['service', 'department', 'payment-code', 'kind'].includes(by)
  return [
    ...(hasKey ? [{ key: 'key', title: texts.key[by], kind: 'text' as const }] : []),
    { key: 'name', title: texts.name[by], kind: 'text' },
    { key: 'payments', title: texts.payments, kind: 'count' },
    ...(hasUnits ? [{ key: 'quantity', title: texts.quantity, kind: 'count' as const, spare: true }] : []),
    { key: 'gross', title: texts.gross, kind: 'money', spare: true },
    { key: 'reversed', title: texts.reversed, kind: 'money', spare: true },
    { key: 'amount', title: texts.amount, kind: 'money' },
    ...(compare ? comparedColumns(compare.how, texts) : []),
  ]
}

const comparedColumns = (how: Compare, texts: CashTexts): Column[] => [
  { key: 'before', title: texts.before[how], kind: 'money' },
  { key: 'difference', title: texts.difference, kind: 'money' },
  { key: 'percent', title: texts.percent, kind: 'percent' },
]

type Compared = { now: CashRow; earlier: Cents }

const sameRow = (one: CashRow, other: CashRow): boolean =>
  one.key === other.key && (one.key !== '' || one.name === other.name)

/** Each row beside its sum of the compared period; what came in only then has a row of its own, with nothing now. */
function withEarlier(rows: readonly CashRow[], before: CashSums | null): Compared[] {
  const gone = before?.rows.filter(row => !rows.some(now => sameRow(now, row))) ?? []
  return [
    ...rows.map(now => ({ now, earlier: before?.rows.find(row => sameRow(now, row))?.amount ?? ZERO })),
    ...gone.map(row => ({ now: nothing(row), earlier: row.amount })),
  ]
}

const nothing = ({ key, name }: CashRow): CashRow => ({
  key,
  name,
  payments: 0,
  quantity: 0,
  gross: ZERO,
  reversed: ZERO,
  amount: ZERO,
})

const comparison = (now: { amount: Cents }, before: Cents): Row => ({
  before,
  difference: cents(now.amount - before),
  percent: percentOf(now.amount, before),
})

/** By how many tenths of a percent something grew; null where there was nothing before. */
export function percentOf(now: Cents, before: Cents): number | null {
  if (before === 0n) return null
  return Number(divide((now - before) * 1000n, before < 0n ? -before : before, 'half_up'))
}

function totalsOf(sums: CashSums, before: CashSums | null, texts: CashTexts): Row {
  const sum = (of: CashSums, key: 'gross' | 'reversed' | 'amount') => sumCents(of.rows.map(row => row[key]))
  const amount = sum(sums, 'amount')
  return {
    name: texts.total,
    payments: sums.payments,
    quantity: sums.rows.reduce((all, row) => all + row.quantity, 0),
    gross: sum(sums, 'gross'),
    reversed: sum(sums, 'reversed'),
    amount,
    ...comparison({ amount }, before ? sum(before, 'amount') : ZERO),
  }
}

function nameOf(row: CashRow, by: CashBy, texts: CashTexts, lang: Lang): string {
  if (by === 'tender') return texts.tender[row.key as TenderKind] ?? row.key
  if (by === 'kind') return texts.kind[row.key as keyof CashTexts['kind']] ?? row.key
  if (by === 'hour') return texts.hour(row.key.padStart(2, '0'))
  if (by === 'day') return showDay(Temporal.PlainDate.from(row.key), lang)
  if (by === 'month') return lang === 'bg' ? row.key.split('-').reverse().join('.') : row.key
  return by === 'payment-code' && row.key === '' ? texts.noPaymentCode : row.name
}

function byKey(a: CashRow, b: CashRow): number {
  if (a.key === '' || b.key === '')
    return Number(a.key === '') - Number(b.key === '') || a.name.localeCompare(b.name, 'bg')
  return a.key.localeCompare(b.key, 'bg', { numeric: true })
}
