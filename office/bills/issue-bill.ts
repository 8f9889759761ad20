import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { bills } from '../../db/schema/bills.ts'
import { departments } from '../../db/schema/town.ts'
import { BILL_KINDS, readBillNumber } from '../../rules/bills.ts'
import { type Cents, cents, MOST } from '../../rules/money.ts'
import { lineFor, whyNotLine } from '../../rules/payments.ts'
import { type Refusal, refusal, refuseIf } from '../../rules/refusal.ts'
import { type Service, SPEEDS } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { centsInput, idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { payerWithId } from '../parties/lookup.ts'
import { offeredServices } from '../services/lookup.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { billName } from './enter-bill.ts'
import { billsWithIds, billsWithNumber, type FoundBill } from './lookup.ts'

const ForService = z.object({
  serviceId: idInput,
  speed: z.enum(SPEEDS).default('normal'),
  quantity: z.int().default(1),
})
const ForDepartment = z.object({ department: z.string().trim(), name: textInput(2, 200) })

const IssueBill = z.object({
  id: idInput,
  kind: z.enum(BILL_KINDS),
  number: z.string(),
  /** A service of the catalogue, or something else by name and the department's code. */
  subject: z.union([ForService, ForDepartment]),
  /** Null is the published fee for the quantity: of a service only. */
  amount: centsInput.nullable(),
  payerId: idInput.nullable(),
  dueOn: z.custom<Temporal.PlainDate>(day => day instanceof Temporal.PlainDate).nullable(),
})
export type IssueBill = z.input<typeof IssueBill>
type Input = z.output<typeof IssueBill>
type Subject = Pick<
  typeof bills.$inferInsert,
  'serviceId' | 'departmentId' | 'name' | 'paymentCode' | 'amountCents'
>

/**
 * Lets the cash desk wait for the money of a request. Sent again with the same `id` it gives back what was done. Refuses a number
 * that is none or is used already, an unknown service, department or payer, and an amount that is none, too large or unknown.
 */
export async function issueBill(ctx: Ctx, raw: IssueBill): Promise<FoundBill> {
  authorise(ctx, 'bills.issue')
  const input = parseInput(IssueBill, raw)
  const number = readBillNumber(input.number)
  if (!number) throw refusal('bill.number_wrong', { text: input.number })
  return inTransaction(ctx, async tx => {
    // In this order: a number that was taken under this very id is found by the id.
    const [payer, others, [earlier]] = await Promise.all([
      input.payerId && payerWithId(tx, input.payerId),
      billsWithNumber(tx, number),
      billsWithIds(tx, [input.id]),
    ])
    if (earlier) return earlier
    if (others.some(other => other.kind === input.kind)) throw refusal('bill.number_taken', { number })
    if (input.payerId && !payer) throw refusal('party.unknown', { text: input.payerId })
    const subject = await subjectOf(tx, ctx, input)
    const { id, kind, payerId, dueOn } = input
    await Promise.all([
      tx.insert(bills).values({ id, kind, number, payerId, dueOn, ...subject, issuedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'bills.issue', {
        subjectId: id,
        facts: { number, name: subject.name, amount_cents: subject.amountCents },
      }),
    ])
    const [issued] = await billsWithIds(tx, [id])
    if (!issued) throw new Error('a bill was issued without an answer')
    return issued
  })
}

const subjectOf = (tx: Tx, ctx: Ctx, { subject, amount }: Input): Promise<Subject> =>
  'serviceId' in subject ? ofService(tx, ctx, subject, amount) : ofDepartment(tx, subject, amount)

async function ofService(
  tx: Tx,
  ctx: Ctx,
  { serviceId, speed, quantity }: z.output<typeof ForService>,
  amount: Cents | null,
): Promise<Subject> {
  const [service] = await offeredServices(tx, ctx.today, [serviceId])
  if (!service) throw refusal('service.unknown', { code: serviceId })
  const line = lineFor(service, speed, quantity)
  const fee = service.fees[speed]?.cents
  refuseIf(whyNotLine(amount === null ? line : { ...line, service: withoutFee(service), price: amount }))
  const amountCents = amount ?? cents((fee ?? 0n) * BigInt(quantity))
  refuseIf(whyNotAmount(amountCents))
  return {
    serviceId,
    departmentId: service.department.id,
    name: billName(ctx, service, speed, quantity),
    paymentCode: service.paymentCode,
    amountCents,
  }
}

/** Whoever issues the bill sets its amount: the published fee is only the amount that is not told. */
const withoutFee = (service: Service): Service => ({ ...service, pricing: 'open' })

async function ofDepartment(
  tx: Tx,
  { department, name }: z.output<typeof ForDepartment>,
  amount: Cents | null,
): Promise<Subject> {
  const [known] = await tx.select().from(departments).where(eq(departments.code, department))
  if (!known) throw refusal('department.unknown', { text: department })
  if (amount === null) throw refusal('amount.empty', {})
  refuseIf(whyNotAmount(amount))
  return { serviceId: null, departmentId: known.id, name, paymentCode: null, amountCents: amount }
}

function whyNotAmount(amount: Cents): Refusal | null {
  if (amount <= 0n) return refusal('amount.zero', {})
  return amount > MOST ? refusal('amount.too_large', { most: MOST }) : null
}
