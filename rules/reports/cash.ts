import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, sumCents } from '../money.ts'
import type { PaperTown } from '../papers/heading.ts'
import type { Period } from './periods.ts'
import { practiceOf } from './practice.ts'
import type { Column, Row, Table } from './table.ts'
import type { CashTexts, ReportTexts } from './texts.ts'

export const CASH_BY = ['service', 'department', 'desk', 'cashier', 'tender', 'payment-code'] as const
export type CashBy = (typeof CASH_BY)[number]

/**
 * One row of the sum, `name` in the language of the report. `key` is a code, a number, a login, or '' where a service has no
 * payment code. `payments` counts payments that touch the row, so the rows may count one payment twice.
 */
export type CashRow = { key: string; name: string; payments: number; quantity: number; amount: Cents }

/** `payments` counts every payment of the period once. */
export type CashFacts = {
  town: Pick<PaperTown, 'name' | 'demo' | 'training'>
  payments: number
  madeAt: string
  madeBy: string
}

/** Cash taken in a period by one point of view; keys ascend, digits as numbers, rows without a key last. */
export function cashTable(
  rows: readonly CashRow[],
  by: CashBy,
  period: Period,
  facts: CashFacts,
  texts: ReportTexts,
  lang: Lang,
): Table {
  const columns = columnsOf(by, texts.cash)
  const only = (row: Row): Row => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))
  return {
    name: `cash-by-${by}`,
    title: texts.cash.title[by],
    subtitle: subtitleOf(period, facts, texts, lang),
    columns,
    rows: rows.toSorted(byKey).map(row => only({ ...row, name: nameOf(row, by, texts.cash) })),
    totals: only({
      name: texts.cash.total,
      payments: facts.payments,
      quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
      amount: sumCents(rows.map(row => row.amount)),
    }),
  }
}

/** A tender has no code for people; units are counted only where rows are made of services. */
function columnsOf(by: CashBy, texts: CashTexts): Column[] {
  const ofServices = by === 'service' || by === 'department' || by === 'payment-code'
  return [
    ...(by === 'tender' ? [] : [{ key: 'key', title: texts.key[by], kind: 'text' as const }]),
    { key: 'name', title: texts.name[by], kind: 'text' },
    { key: 'payments', title: texts.payments, kind: 'count' },
    ...(ofServices ? [{ key: 'quantity', title: texts.quantity, kind: 'count' as const }] : []),
    { key: 'amount', title: texts.amount, kind: 'money' },
  ]
}

const subtitleOf = ({ from, to }: Period, facts: CashFacts, texts: ReportTexts, lang: Lang): string[] => [
  ...practiceOf(facts.town, texts),
  texts.municipality(facts.town.name[lang]),
  from.equals(to) ? texts.day(showDay(from, lang)) : texts.period(showDay(from, lang), showDay(to, lang)),
  texts.made(facts.madeAt, facts.madeBy),
]

function nameOf(row: CashRow, by: CashBy, texts: CashTexts): string {
  if (by === 'tender') return texts.tender[row.key] ?? row.name
  return by === 'payment-code' && row.key === '' ? texts.noPaymentCode : row.name
}

function byKey(a: CashRow, b: CashRow): number {
  if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '')
  return a.key.localeCompare(b.key, 'bg', { numeric: true })
}
