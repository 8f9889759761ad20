import type { CountedMoney } from './counting.ts'
import { type Cents, cents, sumCents } from './money.ts'
import type { TenderKind } from './tenders.ts'
import type { TillSums } from './tills.ts'

/** What went through one till since it was opened (X); once it is closed, its Z. Tenders are what was taken; departments are less what went back. */
export type TillReport = {
  tillId: string
  desk: { id: string; number: number; name: string }
  cashier: { id: string; name: string }
  openedAt: Temporal.Instant
  sums: TillSums
  /** Null where no payment was taken. */
  receipts: { first: string; last: string } | null
  tenders: TenderSum[]
  /** What each card terminal took and gave back: to be laid beside its own end of day. */
  terminals: { terminal: string; payments: number; amount: Cents; returned: Cents }[]
  /** Less reversals, each in the till that gave the money back: below zero where the payment was another till's. */
  departments: { name: string; amount: Cents; services: ServiceSum[] }[]
  /** By код за вид плащане, with what went back of it; `code` is null for services that have none. */
  paymentCodes: { code: string | null; name: string | null; amount: Cents; returned: Cents }[]
  reversals: { tenders: TenderSum[]; made: ReversalMade[] }
  movements: Movement[]
  overrides: Overridden[]
  /** Null while the till is open. */
  closing: TillClosing | null
}

export type TenderSum = { tender: TenderKind; payments: number; amount: Cents }

/** `code` is null for bills that are no service's. */
export type ServiceSum = { code: string | null; name: string; quantity: number; amount: Cents }

export type ReversalMade = { number: string; receipt: string; amount: Cents; reason: string }

export const MOVEMENTS = ['pay_in', 'pay_out', 'no_sale'] as const
export type MovementKind = (typeof MOVEMENTS)[number]

export type Movement = {
  kind: MovementKind
  movedAt: Temporal.Instant
  /** Zero where the drawer was opened without a sale. */
  amount: Cents
  reason: string
  counterparty: string | null
  /** Of the voucher: `2-2026-000007`; null where no money moved. */
  voucher: string | null
}

/** A price that was agreed to instead of the published one. */
export type Overridden = {
  receipt: string
  code: string
  quantity: number
  price: Cents
  published: Cents
  reason: string
  confirmedBy: string
}

export type TillClosing = {
  /** Of the Z: `2-2026-000031`. */
  number: string
  closedAt: Temporal.Instant
  counted: Cents
  difference: Cents
  reason: string | null
  /** Null where only the sum was told. */
  countedMoney: CountedMoney | null
  /** What stays in the drawer; the rest is handed over. */
  left: Cents
}

export const totalTaken = (report: TillReport): Cents => sumCents(report.tenders.map(tender => tender.amount))

export const totalReturned = (report: TillReport): Cents =>
  sumCents(report.reversals.tenders.map(tender => tender.amount))

/** What was taken less what was reversed, all tenders together. */
export const netTaken = (report: TillReport): Cents => cents(totalTaken(report) - totalReturned(report))
