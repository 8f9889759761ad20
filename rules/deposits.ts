import { type CountedMoney, sumOfMoney } from './counting.ts'
import { type Cents, cents, sumCents } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** A closed till that handed money over. `deposit` is the list that carries it already, null while it waits. */
export type HandedTill = {
  id: string
  /** Of the Z: `2-2026-000031`. */
  number: string
  desk: { id: string; number: number; name: string }
  cashier: { id: string; name: string }
  closedAt: Temporal.Instant
  handedOver: Cents
  deposit: { number: string; who: string; madeAt: Temporal.Instant } | null
}

/**
 * What the money of closed tills is: cash by код за вид плащане (null for services without one), and what is no revenue:
 * floats that were there or stayed, pay-ins, pay-outs (below zero), surpluses and shortages (below zero).
 */
export type MoneyParts = {
  codes: { code: string | null; amount: Cents }[]
  floats: Cents
  paidIn: Cents
  paidOut: Cents
  surplus: Cents
  shortage: Cents
}

export const revenueOf = (parts: MoneyParts): Cents => sumCents(parts.codes.map(({ amount }) => amount))

/** All parts together: the money that was handed over. */
export const partsTotal = (parts: MoneyParts): Cents =>
  cents(revenueOf(parts) + parts.floats + parts.paidIn + parts.paidOut + parts.surplus + parts.shortage)

export const depositAmount = (tills: readonly HandedTill[]): Cents =>
  sumCents(tills.map(till => till.handedOver))

/** Why the money of these tills cannot be handed over with this count, or null. `cashierId` is a cashier's own id: only the own tills. */
export function whyNotDeposit(
  tills: readonly HandedTill[],
  money: CountedMoney,
  cashierId: string | null,
): Refusal | null {
  if (tills.length === 0) return refusal('deposit.empty', {})
  for (const till of tills) {
    if (cashierId !== null && till.cashier.id !== cashierId)
      return refusal('deposit.till_of_other', { till: till.number, cashier: till.cashier.name })
    if (till.deposit)
      return refusal('deposit.till_taken', {
        till: till.number,
        deposit: till.deposit.number,
        who: till.deposit.who,
      })
  }
  const counted = sumOfMoney(money)
  const amount = depositAmount(tills)
  return counted === amount ? null : refusal('deposit.count_differs', { counted, sum: amount })
}
