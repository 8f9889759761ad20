import type { CashBy } from './cash.ts'

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
}

export type CashTexts = {
  title: Record<CashBy, string>
  /** What the key of a row is: a code, a number, a login. */
  key: Record<CashBy, string>
  name: Record<CashBy, string>
  payments: string
  quantity: string
  amount: string
  tender: Record<string, string>
  noPaymentCode: string
  total: string
}
