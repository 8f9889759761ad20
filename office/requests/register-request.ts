import { randomUUIDv7 } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { requestItems, requests } from '../../db/schema/requests.ts'
import { tasks } from '../../db/schema/tasks.ts'
import { departments } from '../../db/schema/town.ts'
import { dayOf } from '../../rules/dates.ts'
import { type Due, dueOf, type Term } from '../../rules/deadlines.ts'
import type { Cents } from '../../rules/money.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { refusal } from '../../rules/refusal.ts'
import { billNumber, type ChecklistItem } from '../../rules/requests.ts'
import type { Service } from '../../rules/services.ts'
import { authorise } from '../authority.ts'
import { enterServiceBill } from '../bills/enter-bill.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { type EnteredDocument, enterDocument } from '../documents/enter-document.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { requestTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { itemsOf, requestWithId, startOf } from './lookup.ts'
import { type PhasedRequest, phasesOf, type StartedPhase, startPhases } from './phases.ts'
import {
  contentWithId,
  type Found,
  type Input,
  lookUp,
  type Plan,
  planned,
  RegisterRequest,
} from './request-plan.ts'
import { missingOf, requestSlip } from './request-slip.ts'

export type RequestRegistered = {
  requestId: string
  number: string
  uri: string
  registeredAt: Temporal.Instant
  caseId: string
  accessCode: string
  service: { code: string; name: Service['name'] }
  applicant: string
  term: Term
  /** The last day and why, step by step. */
  due: Due
  /** What waits at the cash desk; null where nothing is to be paid. */
  bill: { id: string; number: string; amount: Cents } | null
  /** What is missing of the documents that the applicant brings. */
  missing: string[]
  phases: StartedPhase[]
  /** The confirmation of receipt; the job is null where no desk prints. */
  slip: Paper
  printJobId: string | null
}

/**
 * Registers a request for a service, in one transaction: the document with its number and its case, the checklist, the fee as a bill
 * that waits at the cash desk, the last day, the first phase as a task of its department, and the slip on the printer of the desk. It
 * runs on the card that is in force now. Sent again with the same `id` it gives back what was done. Refuses, in this order: an
 * unknown service or party, a speed or an amount that the service does not have, a representative without a ground, a document that
 * the card does not ask for, a way of delivery that is not offered or lacks its address, a moment of receipt that is ahead or too long ago.
 */
export async function registerRequest(ctx: Ctx, raw: RegisterRequest): Promise<RequestRegistered> {
  authorise(ctx, 'requests.register')
  const input = parseInput(RegisterRequest, raw)
  const content = contentOf(input)
  return inTransaction(ctx, async tx => {
    const looked = lookUp(tx, ctx, input)
    // What was registered already is answered so, also where the service was withdrawn meanwhile.
    const [earlier] = await Promise.all([contentWithId(tx, input.id), looked.catch(() => null)])
    if (earlier === content) return requestRegistered(tx, ctx, input.id)
    if (earlier !== null) throw refusal('request.id_reused', {})
    const found = await looked
    const plan = planned(ctx, input, found)
    const entered = await enterDocument(tx, ctx, documentOf(ctx, input, found, content), found.place)
    const request = {
      id: input.id,
      caseId: entered.caseId,
      department: found.service.department,
      intake: found.intake,
      dueOn: plan.due.on,
    }
    const day = dayOf(input.receivedAt ?? ctx.now)
    const bill = plan.fee && {
      id: randomUUIDv7(),
      number: billNumber(entered.number, day),
      amount: plan.fee,
    }
    const slip = requestSlip(ctx, {
      ...entered,
      registeredBy: ctx.who.name,
      channel: input.channel,
      speed: input.speed,
      service: found.service,
      applicant: found.applicant,
      dueOn: plan.due.on,
      fee: bill,
      missing: missingOf(plan.items),
    })
    const printJobId = found.printer ? randomUUIDv7() : null
    const phases = await write(tx, ctx, {
      input,
      found,
      plan,
      request,
      bill,
      slip,
      printJobId,
      number: entered.number,
    })
    return {
      requestId: input.id,
      number: entered.number,
      uri: entered.uri,
      registeredAt: entered.registeredAt,
      caseId: entered.caseId,
      accessCode: entered.accessCode,
      service: { code: found.service.code, name: found.service.name },
      applicant: found.applicant.name,
      term: plan.term,
      due: plan.due,
      bill,
      missing: missingOf(plan.items),
      phases,
      slip,
      printJobId,
    }
  })
}

type Written = {
  input: Input
  found: Found
  plan: Plan
  request: PhasedRequest
  bill: { id: string; number: string; amount: Cents } | null
  slip: Paper
  printJobId: string | null
  number: string
}

/** All that follows from the document having its number, started together; a task follows its request, a request its bill. */
async function write(
  tx: Tx,
  ctx: Ctx,
  { input, found, plan, request, bill, slip, printJobId, number }: Written,
): Promise<StartedPhase[]> {
  const { service, card, applicant, printer } = found
  const [first] = phasesOf(card?.card ?? null, requestTexts(ctx.lang).generalPhase).phases
  const [, , , phases] = await Promise.all([
    bill && enterServiceBill(tx, ctx, { ...input, ...bill, payerId: applicant.id, service }),
    insertRequest(tx, input, found, plan, bill?.id ?? null),
    insertItems(tx, input.id, plan.items),
    startPhases(tx, ctx, request, first ? [first] : [], found),
    printer &&
      printJobId &&
      queuePrint(tx, ctx, {
        id: printJobId,
        printerId: printer.id,
        deskId: ctx.desk?.id ?? null,
        subjectId: input.id,
        paper: slip,
      }),
    writeLogbook(tx, ctx, 'requests.register', {
      subjectId: input.id,
      facts: { number, service: service.code, speed: input.speed, amount_cents: bill?.amount ?? 0n },
    }),
  ])
  return phases
}

async function insertRequest(
  tx: Tx,
  input: Input,
  found: Found,
  { term, due, deliverTo }: Plan,
  billId: string | null,
): Promise<void> {
  await tx.insert(requests).values({
    documentId: input.id,
    serviceId: input.serviceId,
    speed: input.speed,
    cardId: found.card?.id ?? null,
    billId,
    departmentId: found.service.department.id,
    representation: input.representative?.ground ?? null,
    delivery: input.delivery,
    deliverTo,
    termAmount: term.amount,
    termUnit: term.unit,
    termArticle: term.article,
    startsOn: due.from,
    dueOn: due.on,
  })
}

async function insertItems(tx: Tx, requestId: string, items: readonly ChecklistItem[]): Promise<void> {
  if (items.length === 0) return
  await tx.insert(requestItems).values(items.map((item, at) => ({ ...item, requestId, ordinal: at + 1 })))
}

function documentOf(ctx: Ctx, input: Input, found: Found, content: string): EnteredDocument {
  const { kind, service, applicant, agent } = found
  const receivedAt = input.receivedAt ?? ctx.now
  return {
    id: input.id,
    registerId: null,
    direction: 'incoming',
    kind: {
      id: kind.id,
      name: kind.nameBg,
      letters: kind.letters,
      nomenclatureId: found.theme ?? kind.nomenclatureId,
    },
    channel: input.channel,
    subject: input.subject ? `${service.name.bg}: ${input.subject}` : service.name.bg,
    day: dayOf(receivedAt),
    receivedAt,
    case: {
      opens: {
        id: randomUUIDv7(),
        departmentId: service.department.id,
        nomenclatureId: found.theme ?? kind.nomenclatureId,
      },
    },
    answersId: null,
    parties: [
      { partyId: applicant.id, role: 'applicant', name: applicant.name },
      ...(agent ? [{ partyId: agent.id, role: 'representative' as const, name: agent.name }] : []),
    ],
    sheets: input.sheets,
    attachments: input.attachments,
    attachmentsNote: input.attachmentsNote,
    foreignNumber: input.foreignNumber,
    foreignDay: null,
    foreignUri: null,
    departmentId: service.department.id,
    content,
  }
}

/** What was done under this id, as it was told then. */
async function requestRegistered(tx: Tx, ctx: Ctx, id: string): Promise<RequestRegistered> {
  const [found, items, calendar, phases, [job]] = await Promise.all([
    requestWithId(tx, id),
    itemsOf(tx, id),
    calendarOf(tx),
    firstPhases(tx, id),
    tx.select({ id: printJobs.id }).from(printJobs).where(eq(printJobs.subjectId, id)).limit(1),
  ])
  const fee = found.fee && { id: found.fee.billId, number: found.fee.number, amount: found.fee.amount }
  return {
    requestId: id,
    number: found.number,
    uri: found.uri,
    registeredAt: found.registeredAt,
    caseId: found.caseId,
    accessCode: found.accessCode,
    service: { code: found.service.code, name: found.service.name },
    applicant: found.applicant.name,
    term: found.term,
    due: dueOf(startOf(ctx, found), [], calendar, ctx.today),
    bill: fee,
    missing: missingOf(items),
    phases,
    slip: requestSlip(ctx, { ...found, dueOn: found.firstDue, missing: missingOf(items) }),
    printJobId: job?.id ?? null,
  }
}

/** The phase that a request began with. */
async function firstPhases(tx: Tx, requestId: string): Promise<StartedPhase[]> {
  const rows = await tx
    .select({ task: tasks, bg: departments.nameBg, en: departments.nameEn })
    .from(tasks)
    .innerJoin(departments, eq(departments.id, tasks.departmentId))
    .where(and(eq(tasks.requestId, requestId), eq(tasks.kind, 'phase')))
    .orderBy(asc(tasks.givenAt), asc(tasks.id))
    .limit(1)
  return rows.map(({ task, bg, en }) => ({
    taskId: task.id,
    code: task.phase ?? '',
    name: task.what,
    unit: { bg, en },
    dueOn: task.dueOn,
  }))
}

/** What makes two registrations with one id the same one. */
const contentOf = ({ id: _, print: __, ...asked }: Input): string =>
  JSON.stringify(asked, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
