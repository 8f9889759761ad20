import { and, asc, desc, eq, inArray, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { openBills } from '../../db/schema/bills.ts'
import { documentParties, documents } from '../../db/schema/documents.ts'
import { handOuts, openRequests, readyRequests, requestEndings, requests } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { departments } from '../../db/schema/town.ts'
import type { Lang } from '../../rules/languages.ts'
import { type RequestEventKind, type Standing, standingOf } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, parseInput } from '../input.ts'

const ListRequests = z.object({
  /** Under way; those whose last day has passed; ended and not handed out; ended; all. */
  which: z.enum(['open', 'overdue', 'ready', 'ended', 'all']).default('open'),
  /** Codes. */
  service: z.string().trim().nullable().default(null),
  department: z.string().trim().nullable().default(null),
  applicantId: idInput.nullable().default(null),
  /** Due by this day. */
  dueBy: dayInput.nullable().default(null),
  limit: z.int().min(1).max(1000).default(200),
})
export type ListRequests = z.input<typeof ListRequests>
type Input = z.output<typeof ListRequests>

export type RequestRow = {
  id: string
  number: string
  day: Temporal.PlainDate
  service: { code: string; name: Record<Lang, string> }
  applicant: string
  department: { code: string; name: Record<Lang, string> }
  /** Null stands still or has ended. */
  dueOn: Temporal.PlainDate | null
  standing: Standing
  /** Whether its fee waits at the cash desk. */
  isOwed: boolean
  endedOn: Temporal.PlainDate | null
  isHandedOut: boolean
}

/** Requests that whoever asks may see: those under way by their last day, the others the latest first. */
export async function listRequests(ctx: Ctx, raw: ListRequests = {}): Promise<RequestRow[]> {
  authorise(ctx, 'requests.see')
  const input = parseInput(ListRequests, raw)
  const isOpen = input.which === 'open' || input.which === 'overdue'
  const rows = await ctx.db
    .select({
      id: documents.id,
      number: documents.number,
      day: documents.day,
      code: services.code,
      bg: services.nameBg,
      en: services.nameEn,
      unit: departments,
      applicant: sql<string>`(select p.name from ${documentParties} p
        where p.document_id = ${documents.id} and p.role = 'applicant' order by p.ordinal limit 1)`,
      dueOn: openRequests.dueOn,
      kinds: sql<string | null>`(select string_agg(e.kind, ',' order by e.told_at, e.id) from request_events e
        where e.request_id = ${documents.id})`,
      outcome: requestEndings.outcome,
      endedOn: requestEndings.endedOn,
      owed: openBills.billId,
      handed: handOuts.requestId,
    })
    .from(requests)
    .innerJoin(documents, eq(documents.id, requests.documentId))
    .innerJoin(services, eq(services.id, requests.serviceId))
    .innerJoin(departments, eq(departments.id, requests.departmentId))
    .leftJoin(openRequests, eq(openRequests.requestId, requests.documentId))
    .leftJoin(requestEndings, eq(requestEndings.requestId, requests.documentId))
    .leftJoin(openBills, eq(openBills.billId, requests.billId))
    .leftJoin(handOuts, eq(handOuts.requestId, requests.documentId))
    .where(and(...conditions(input, ctx.today)))
    .orderBy(
      ...(isOpen
        ? [sql`${openRequests.dueOn} asc nulls last`, asc(documents.registeredAt)]
        : [desc(documents.registeredAt)]),
    )
    .limit(input.limit)
  return rows.map(({ code, bg, en, unit, kinds, outcome, owed, handed, ...row }) => ({
    ...row,
    service: { code, name: { bg, en } },
    department: { code: unit.code, name: { bg: unit.nameBg, en: unit.nameEn } },
    standing: standingOf((kinds?.split(',') ?? []) as RequestEventKind[], outcome),
    isOwed: owed !== null,
    isHandedOut: handed !== null,
  }))
}

function conditions(input: Input, today: Temporal.PlainDate): (SQL | undefined)[] {
  const { which, service, department, applicantId, dueBy } = input
  return [
    which === 'open' ? isNotNull(openRequests.requestId) : undefined,
    which === 'overdue' ? lt(openRequests.dueOn, today) : undefined,
    which === 'ended' ? isNotNull(requestEndings.requestId) : undefined,
    which === 'ready'
      ? inArray(documents.id, sql`(select ${readyRequests.requestId} from ${readyRequests})`)
      : undefined,
    service === null ? undefined : eq(services.code, service),
    department === null ? undefined : eq(departments.code, department),
    dueBy === null ? undefined : lte(openRequests.dueOn, dueBy),
    applicantId === null
      ? undefined
      : sql`exists (select from ${documentParties} p where p.document_id = ${documents.id} and p.party_id = ${applicantId}
          and p.role in ('applicant', 'representative'))`,
  ]
}
