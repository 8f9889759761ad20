import type { BillKind } from '../bills.ts'
import type { TenderKind } from '../tenders.ts'
import type { CashBy } from './cash.ts'
import type { ListReport } from './lists.ts'
import type { Compare } from './periods.ts'
import type { TimesBy } from './times.ts'

/** The words of every report in one language. */
export type ReportTexts = {
  municipality: (name: string) => string
  demo: string
  training: string
  /** Days are already text. */
  day: (day: string) => string
  period: (from: string, to: string) => string
  made: (at: string, by: string) => string
  /** At the foot of a printed page. */
  page: (page: number, of: number) => string
  /** A table without rows. */
  empty: string
  cash: CashTexts
  times: { title: Record<TimesBy, string>; measured: string; median: string; mean: string }
  lists: ListTexts
}

export type CashTexts = {
  title: Record<CashBy, string>
  /** What the key of a row is: a code, a number, a login. */
  key: Record<CashBy, string>
  name: Record<CashBy, string>
  payments: string
  quantity: string
  gross: string
  reversed: string
  amount: string
  before: Record<Compare, string>
  difference: string
  percent: string
  /** Which period stands beside; the days are already text. */
  comparedWith: Record<Compare, (days: string) => string>
  onlyBy: (tender: string) => string
  tender: Record<TenderKind, string>
  kind: Record<'service' | BillKind, string>
  /** `08:00–08:59`; the hour has two digits. */
  hour: (hour: string) => string
  noPaymentCode: string
  total: string
}

export type ListTexts = {
  title: Record<ListReport, string>
  column: Record<string, string>
  total: (rows: number) => string
  reversalOf: (number: string) => string
  /** Which cell the payments are of: what it is called there and in which report. */
  cell: (report: string, name: string) => string
}
