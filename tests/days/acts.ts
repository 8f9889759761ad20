import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { openTill } from '../../office/tills/open-till.ts'
import { Refusal } from '../../rules/refusal.ts'

export type Speed = 'normal' | 'fast' | 'express'

export type PaidLine =
  | {
      serviceId: string
      speed: Speed
      quantity: number
      price: bigint
      override?: { reason: string; confirmationId: string }
    }
  | { billId: string }

export type OtherTender =
  | {
      tender: 'card'
      amount: bigint
      terminal: string
      authorisation: string
      rrn: string
      cardTail: string
    }
  | { tender: 'bank'; amount: bigint; reference: string }

/** What somebody does at the town hall, with all that a door would send: named as in the logbook. */
export type Act =
  | { act: 'tills.open'; tillId: string; float: bigint }
  | {
      act: 'payments.take'
      paymentId: string
      lines: PaidLine[]
      given: bigint | null
      others: OtherTender[]
      payerId: string | null
    }
  | {
      act: 'confirm'
      id: string
      of: 'reversals.make' | 'payments.override'
      subjectId: string
      what: string
    }
  | { act: 'tills.close'; tillId: string; counted: bigint; reason: string | null; left: bigint }

/** What the office answered, amounts as text. */
export type Answer = Record<string, string | number | null>

export type Outcome = { done: Answer } | { refused: string }

/** Does it as this person; a designed "no" is an answer too. */
export async function perform(session: Session, act: Act): Promise<Outcome> {
  try {
    return { done: await answerTo(session, act) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
}

async function answerTo(session: Session, act: Act): Promise<Answer> {
  const ctx = session.ctx()
  switch (act.act) {
    case 'tills.open': {
      const till = await openTill(ctx, { tillId: act.tillId, openingFloat: act.float })
      return { id: till.id, desk: till.desk, expected: `${till.expected}` }
    }
    case 'payments.take': {
      const { act: _, ...input } = act
      const { receiptNumber, total, change, payer } = await takePayment(ctx, input)
      return { receiptNumber, total: `${total}`, change: `${change}`, payer }
    }
    case 'confirm': {
      await giveConfirmation(ctx, { id: act.id, act: act.of, subjectId: act.subjectId, what: act.what })
      return {}
    }
    case 'tills.close': {
      const { act: _, ...input } = act
      const { number, expected, counted, difference, left } = await closeTill(ctx, input)
      return {
        number,
        expected: `${expected}`,
        counted: `${counted}`,
        difference: `${difference}`,
        left: `${left}`,
      }
    }
  }
}

/** One line of text, amounts whole: how an act and its outcome travel between programs. */
export const asLine = (said: unknown): string =>
  JSON.stringify(said, (_, value: unknown) => (typeof value === 'bigint' ? { cents: `${value}` } : value))

export const ofLine = (line: string): unknown =>
  JSON.parse(line, (_, value: { cents?: unknown } | null) =>
    typeof value === 'object' && typeof value?.cents === 'string' ? BigInt(value.cents) : value,
  )
