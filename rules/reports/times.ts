import type { Lang } from '../languages.ts'
import { type ReportFacts, subtitleOf } from './heading.ts'
import type { Period } from './periods.ts'
import type { Column, Row, Table } from './table.ts'
import type { ReportTexts } from './texts.ts'

export const TIMES_BY = ['cashier', 'desk', 'hour'] as const
export type TimesBy = (typeof TIMES_BY)[number]

/** From the first key to the payment, in milliseconds; null where no desk measured it. `key` is null for all together. */
export type TimesRow = {
  key: string | null
  name: string
  payments: number
  measured: number
  median: number | null
  mean: number | null
}

/** How long a customer was served: half of the payments took no longer than the median. */
export function timesTable(
  rows: readonly TimesRow[],
  by: TimesBy,
  period: Period,
  facts: ReportFacts,
  texts: ReportTexts,
  lang: Lang,
): Table {
  const columns = columnsOf(by, texts)
  const only = (row: TimesRow, name: string): Row => ({
    ...Object.fromEntries(columns.map(({ key }) => [key, row[key as keyof TimesRow] ?? null])),
    name,
    id: row.key,
  })
  const all = rows.find(row => row.key === null)
  const nameOf = (row: TimesRow) =>
    by === 'hour' ? texts.cash.hour((row.key ?? '').padStart(2, '0')) : row.name
  return {
    name: `times-by-${by}`,
    title: texts.times.title[by],
    subtitle: subtitleOf(period, facts, texts, lang),
    columns,
    rows: rows
      .filter(row => row.key !== null)
      .toSorted((a, b) => (a.key ?? '').localeCompare(b.key ?? '', 'bg', { numeric: true }))
      .map(row => only(row, nameOf(row))),
    totals: all ? only(all, texts.cash.total) : null,
  }
}

const columnsOf = (by: TimesBy, { cash, times }: ReportTexts): Column[] => [
  ...(by === 'hour' ? [] : [{ key: 'key', title: cash.key[by], kind: 'text' as const }]),
  { key: 'name', title: cash.name[by], kind: 'text' },
  { key: 'payments', title: cash.payments, kind: 'count' },
  { key: 'measured', title: times.measured, kind: 'count' },
  { key: 'median', title: times.median, kind: 'duration' },
  { key: 'mean', title: times.mean, kind: 'duration' },
]
