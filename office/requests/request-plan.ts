import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { documents } from '../../db/schema/documents.ts'
import { documentKinds } from '../../db/schema/registers.ts'
import { departments } from '../../db/schema/town.ts'
import { CHANNELS, DELIVERIES } from '../../rules/cards/card.ts'
import { type Due, dueOf, type Term } from '../../rules/deadlines.ts'
import { whyNotReceived } from '../../rules/documents.ts'
import type { Cents } from '../../rules/money.ts'
import { isReason } from '../../rules/reason.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { type ChecklistItem, checklistOf, feeOf, termOf, whyNotDeliver } from '../../rules/requests.ts'
import { SPEEDS } from '../../rules/services.ts'
import { calendarOf, startOnArrival } from '../calendar/lookup.ts'
import { cardsInForce } from '../cards/lookup.ts'
import type { Ctx } from '../context.ts'
import { documentPlace } from '../documents/enter-document.ts'
import { centsInput, idInput, lineInput, textInput } from '../input.ts'
import { type Party, partyWithId } from '../parties/lookup.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { offeredServices } from '../services/lookup.ts'
import type { Tx } from '../transaction.ts'
import { structureOf } from './phases.ts'

/** What is typed of a request at the desk. */
export const RegisterRequest = z.object({
  /** Of the request, which is a document. */
  id: idInput,
  serviceId: idInput,
  speed: z.enum(SPEEDS).default('normal'),
  quantity: z.int().min(1).max(999).default(1),
  applicantId: idInput,
  /** Somebody who asks for the applicant, and on what ground: power of attorney, law. */
  representative: z
    .object({ partyId: idInput, ground: textInput(0, 300) })
    .nullable()
    .default(null),
  channel: z.enum(CHANNELS).default('desk'),
  /** When it came; null is now. */
  receivedAt: z
    .custom<Temporal.Instant>(at => at instanceof Temporal.Instant)
    .nullable()
    .default(null),
  /** Documents of the checklist by their code; of those that are not told here see `checklistOf`. */
  items: z
    .array(z.object({ code: z.string(), state: z.enum(['brought', 'missing', 'not_needed']) }))
    .max(100)
    .default([]),
  delivery: z.enum(DELIVERIES).default('desk'),
  /** Where it goes; null is what the register has of the applicant. */
  deliverTo: lineInput(300),
  /** Where the tariff decides; null is the published fee. */
  amount: centsInput.nullable().default(null),
  /** What it is about, where the service's name is not enough. */
  subject: lineInput(300),
  sheets: z.int().min(0).max(9999).nullable().default(null),
  attachments: z.int().min(0).max(9999).nullable().default(null),
  attachmentsNote: lineInput(300),
  foreignNumber: lineInput(100),
  /** Whether the slip comes out at the desk. */
  print: z.boolean().default(true),
})
export type RegisterRequest = z.input<typeof RegisterRequest>
export type Input = z.output<typeof RegisterRequest>

/** What a registration is decided by. */
export type Found = Awaited<ReturnType<typeof lookUp>>

export async function lookUp(tx: Tx, ctx: Ctx, input: Input) {
  const { serviceId, applicantId, representative } = input
  const [[service], applicant, agent, cards, structure, calendar, kind, theme, printer, home, place] =
    await Promise.all([
      offeredServices(tx, ctx.today, [serviceId]),
      partyWithId(tx, ctx, applicantId),
      representative && partyWithId(tx, ctx, representative.partyId),
      cardsInForce(tx, [serviceId]),
      structureOf(tx),
      calendarOf(tx),
      kindOfRequest(tx),
      themeOf(tx, serviceId),
      input.print && ctx.desk ? printerOfDesk(tx, ctx.desk.id) : null,
      ownMayoralty(tx, ctx),
      placeOfRequest(tx, ctx, serviceId),
    ])
  if (!service) throw refusal('service.unknown', { code: serviceId })
  return {
    service,
    applicant,
    agent,
    card: cards.get(serviceId) ?? null,
    structure,
    calendar,
    kind,
    theme,
    printer,
    intake: home,
    place,
  }
}

/** What is registered under this id, as it was asked for; null is nothing. */
export async function contentWithId(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ content: documents.content }).from(documents).where(eq(documents.id, id))
  return row?.content ?? null
}

/** A kind that starts a service; a plain application where the town has it. */
const KIND = sql`(select k.id from document_kinds k where k.offered and k.mode = 'starts'
  order by k.code = 'application' desc, k.code limit 1)`

/** Where the card of a service says that the case belongs. */
const themeIn = (serviceId: string) => sql`(select n.id from nomenclature n where n.index = (
  select c.card ->> 'caseIndex' from cards c where c.service_id = ${serviceId} order by c.version desc limit 1))`

async function kindOfRequest(tx: Tx) {
  const [kind] = await tx.select().from(documentKinds).where(sql`${documentKinds.id} = ${KIND}`)
  if (!kind) throw refusal('request.no_kind', {})
  return kind
}

async function themeOf(tx: Tx, serviceId: string): Promise<string | null> {
  const [theme] = await tx.execute<{ id: string | null }>(sql`select ${themeIn(serviceId)} as id`)
  return theme?.id ?? null
}

/** Asked for by the service alone, so that it waits for nothing. */
const placeOfRequest = (tx: Tx, ctx: Ctx, serviceId: string) =>
  documentPlace(tx, ctx, {
    registerId: null,
    direction: 'incoming',
    caseId: null,
    nomenclatureId: themeIn(serviceId),
    kindId: KIND,
  })

/** The mayoralty where whoever registers works, or null. */
async function ownMayoralty(tx: Tx, ctx: Ctx): Promise<string | null> {
  const [home] = await tx
    .select({ code: departments.code })
    .from(departments)
    .where(
      sql`${departments.kind} = 'mayoralty' and ${departments.id} = (select s.department_id from staff s where s.id = ${ctx.who.id})`,
    )
  return home?.code ?? null
}

export type Plan = {
  term: Term
  due: Due
  fee: Cents | null
  items: ChecklistItem[]
  deliverTo: string | null
}

/** Term, last day, fee and checklist, or the first reason why not. */
export function planned(ctx: Ctx, input: Input, found: Found): Plan {
  const { service, applicant, card, calendar } = found
  const cost = feeOf(service, input.speed, input.quantity, input.amount)
  if ('refusal' in cost) throw cost.refusal
  const { representative } = input
  refuseIf(representative && !isReason(representative.ground) ? refusal('request.ground_needed', {}) : null)
  const checklist = checklistOf(card?.card ?? { documents: [] }, input.items)
  if ('refusal' in checklist) throw checklist.refusal
  const deliverTo = input.deliverTo ?? addressFor(input.delivery, applicant)
  refuseIf(whyNotDeliver(input.delivery, card?.card.delivery ?? DELIVERIES, deliverTo))
  const at = input.receivedAt ?? ctx.now
  refuseIf(whyNotReceived(at, ctx.now))
  const term = termOf(service, input.speed, card?.card ?? null)
  const due = dueOf(startOnArrival(ctx, at, term, input.channel), [], calendar, ctx.today)
  return { term, due, fee: cost.fee, items: checklist.items, deliverTo }
}

const addressFor = (delivery: Input['delivery'], { address, email }: Party): string | null =>
  delivery === 'email' ? email : delivery === 'post' ? address : null
