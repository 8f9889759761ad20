import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { documents, handoverReceipts, handovers } from '../../db/schema/documents.ts'
import { staff } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import type { Holder, PaperPlace } from '../../rules/handovers.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Line = Ctx['db'] | Tx

/** One hand-over of a paper, both sides of it. */
export type Handover = {
  id: string
  documentId: string
  /** Empty where whoever looks does not see the document. */
  documentNumber: string
  subject: string
  giver: Holder
  givenAt: Temporal.Instant
  takerId: string | null
  takerUnitId: string | null
  /** The person, the department, or somebody outside. */
  to: string
  isOutside: boolean
  backBy: Temporal.PlainDate | null
  note: string | null
  taken: { by: Holder; at: Temporal.Instant } | null
}

const giver = alias(staff, 'giver')
const taker = alias(staff, 'taker')
const receiver = alias(staff, 'receiver')

/** Hand-overs that whoever asks may see. */
export async function handoversWhere(
  db: Line,
  { lang }: Pick<Ctx, 'lang'>,
  which: SQL | undefined,
  order: SQL[],
  limit: number,
): Promise<Handover[]> {
  const rows = await db
    .select({
      handover: handovers,
      number: documents.number,
      subject: documents.subject,
      giver: giver.name,
      taker: taker.name,
      unit: lang === 'bg' ? departments.nameBg : departments.nameEn,
      takenBy: handoverReceipts.takenBy,
      takenAt: handoverReceipts.takenAt,
      receiver: receiver.name,
    })
    .from(handovers)
    .innerJoin(giver, eq(giver.id, handovers.giverId))
    .leftJoin(documents, eq(documents.id, handovers.documentId))
    .leftJoin(taker, eq(taker.id, handovers.takerId))
    .leftJoin(departments, eq(departments.id, handovers.takerDepartmentId))
    .leftJoin(handoverReceipts, eq(handoverReceipts.handoverId, handovers.id))
    .leftJoin(receiver, eq(receiver.id, handoverReceipts.takenBy))
    .where(which)
    .orderBy(...order)
    .limit(limit)
  return rows.map(({ handover, takenBy, takenAt, ...row }) => ({
    id: handover.id,
    documentId: handover.documentId,
    documentNumber: row.number ?? '',
    subject: row.subject ?? '',
    giver: { id: handover.giverId, name: row.giver },
    givenAt: handover.givenAt,
    takerId: handover.takerId,
    takerUnitId: handover.takerDepartmentId,
    to: row.taker ?? row.unit ?? handover.outsideName ?? '',
    isOutside: handover.outsideName !== null,
    backBy: handover.backBy,
    note: handover.note,
    taken: takenBy && takenAt ? { by: { id: takenBy, name: row.receiver ?? '' }, at: takenAt } : null,
  }))
}

/** The last of them first. */
export const latestFirst = [desc(handovers.givenAt), desc(handovers.id)]

/** What waits to be taken, the oldest first. */
export const oldestFirst = [asc(handovers.givenAt), asc(handovers.id)]

export const isNotTaken = sql`not exists (select from ${handoverReceipts} where ${handoverReceipts.handoverId} = ${handovers.id})`

export type PaperFound = {
  documentId: string
  number: string
  subject: string
  caseId: string
  place: PaperPlace
  /** All hand-overs of it, the last one first. */
  handovers: Handover[]
}

const MOST_HANDOVERS = 200

/** Where the paper of a document is, and how it came there; refuses a document that is not there or not theirs to see. */
export async function paperOf(db: Line, ctx: Pick<Ctx, 'lang'>, documentId: string): Promise<PaperFound> {
  const [[document], passed] = await Promise.all([
    db
      .select({
        number: documents.number,
        subject: documents.subject,
        caseId: documents.caseId,
        registeredAt: documents.registeredAt,
        by: { id: staff.id, name: staff.name },
      })
      .from(documents)
      .innerJoin(staff, eq(staff.id, documents.registeredBy))
      .where(eq(documents.id, documentId)),
    handoversWhere(db, ctx, eq(handovers.documentId, documentId), latestFirst, MOST_HANDOVERS),
  ])
  if (!document) throw refusal('document.unknown', { text: documentId })
  const { by, registeredAt, ...found } = document
  const [last] = passed
  const place = last ? placeAfter(last) : { at: 'registry' as const, holder: by, since: registeredAt }
  return { documentId, ...found, place, handovers: passed }
}

function placeAfter({ taken, giver, to, givenAt, isOutside, backBy, takerUnitId }: Handover): PaperPlace {
  if (taken) return { at: 'hands', holder: taken.by, unitId: takerUnitId, since: taken.at }
  return isOutside
    ? { at: 'outside', from: giver, to, since: givenAt, backBy }
    : { at: 'on_the_way', from: giver, to, since: givenAt }
}

/** Hand-overs to these people and departments that nobody took yet. */
export const isOnTheWayTo = (): SQL | undefined =>
  and(
    isNotTaken,
    isNull(handovers.outsideName),
    or(
      sql`${handovers.takerId} = any ((select acting_as())::uuid[])`,
      sql`${handovers.takerDepartmentId} = any ((select seen_departments())::uuid[])`,
    ),
  )
