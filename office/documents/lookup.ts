import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { arrayText } from '../../db/columns.ts'
import { cases } from '../../db/schema/cases.ts'
import {
  deliveries,
  dispatches,
  documentCorrections,
  documentFiles,
  documentParties,
  documents,
  files,
} from '../../db/schema/documents.ts'
import { printJobs } from '../../db/schema/print-jobs.ts'
import { documentKinds, registers } from '../../db/schema/registers.ts'
import { staff } from '../../db/schema/staff.ts'
import { departments } from '../../db/schema/town.ts'
import { type Channel, type Direction, showAccessCode } from '../../rules/documents.ts'
import type { SlipFacts } from '../../rules/papers/slip.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { paperTexts } from '../papers.ts'
import type { Tx } from '../transaction.ts'

type Line = Ctx['db'] | Tx

/** A document as a list shows it; corrections of its subject are already made, and whoever sent or got it is named. */
export type DocumentRow = {
  id: string
  number: string
  uri: string
  day: Temporal.PlainDate
  direction: Direction
  kind: string
  subject: string
  correspondents: string | null
  caseId: string
  caseNumber: string | null
  registeredAt: Temporal.Instant
  foreignNumber: string | null
  isAnnulled: boolean
}

/** The last correction of a field, where there is one. */
export const corrected = (
  field: string,
  original: unknown,
) => sql<string>`coalesce((select c.after from ${documentCorrections} c
  where c.document_id = ${documents.id} and c.field = ${field} order by c.corrected_at desc, c.id desc limit 1), ${original})`

const opener = alias(documents, 'opener')

/** The documents with these ids that whoever asks may see, in the order of the ids. */
export async function rowsWithIds(
  db: Line,
  ctx: Pick<Ctx, 'lang'>,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  if (ids.length === 0) return []
  const rows = await rowsWhere(db, ctx, sql`${documents.id} = any(${arrayText(ids)}::uuid[])`)
  const place = new Map(ids.map((id, at) => [id, at]))
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** Documents as lists show them, without any order. */
export const rowsWhere = async (
  db: Line,
  ctx: Pick<Ctx, 'lang'>,
  which: SQL | undefined,
): Promise<DocumentRow[]> =>
  await db
    .select({
      id: documents.id,
      number: documents.number,
      uri: documents.uri,
      day: documents.day,
      direction: documents.direction,
      kind: ctx.lang === 'bg' ? documentKinds.nameBg : documentKinds.nameEn,
      subject: corrected('subject', documents.subject),
      correspondents: sql<string | null>`coalesce((select c.after from ${documentCorrections} c
          where c.document_id = ${documents.id} and c.field = 'correspondents' order by c.corrected_at desc, c.id desc limit 1),
        (select string_agg(p.name, ', ' order by p.ordinal) from ${documentParties} p where p.document_id = ${documents.id}))`,
      caseId: documents.caseId,
      caseNumber: opener.number,
      registeredAt: documents.registeredAt,
      foreignNumber: documents.foreignNumber,
      isAnnulled: sql<boolean>`exists (select from ${documentCorrections} c where c.document_id = ${documents.id} and c.field = 'annulled')`,
    })
    .from(documents)
    .innerJoin(documentKinds, eq(documentKinds.id, documents.kindId))
    .leftJoin(opener, sql`${opener.caseId} = ${documents.caseId} and ${opener.opensCase}`)
    .where(which)

/** All that is written down of a document where it was registered. */
export type DocumentEntry = {
  id: string
  number: string
  uri: string
  foreignUri: string | null
  day: Temporal.PlainDate
  direction: Direction
  register: string
  kind: string
  channel: Channel | null
  subject: string
  caseId: string
  accessCode: string
  answersId: string | null
  department: string | null
  receivedAt: Temporal.Instant
  registeredAt: Temporal.Instant
  registeredBy: { name: string; login: string }
  sheets: number | null
  attachments: number | null
  attachmentsNote: string | null
  foreignNumber: string | null
  foreignDay: Temporal.PlainDate | null
  parties: { partyId: string; role: string; name: string }[]
  /** The originals that were owed of it. */
  printJobs: { kind: 'slip' | 'label'; id: string }[]
}

/** A document with its correspondents and papers; refuses one that is not there, or not theirs to see. */
export async function entryOf(db: Line, id: string, lang: Ctx['lang'] = 'bg'): Promise<DocumentEntry> {
  const [[row], people, jobs] = await Promise.all([
    entriesWhere(db, eq(documents.id, id), lang),
    partiesOf(db, id),
    jobsOf(db, id),
  ])
  if (!row) throw refusal('document.unknown', { text: id })
  return { ...row, parties: people, printJobs: jobs }
}

const entriesWhere = async (db: Line, which: SQL, lang: Ctx['lang']) =>
  await db
    .select({
      id: documents.id,
      number: documents.number,
      uri: documents.uri,
      foreignUri: documents.foreignUri,
      day: documents.day,
      direction: documents.direction,
      register: lang === 'bg' ? registers.nameBg : registers.nameEn,
      kind: lang === 'bg' ? documentKinds.nameBg : documentKinds.nameEn,
      channel: documents.channel,
      subject: documents.subject,
      caseId: documents.caseId,
      accessCode: cases.accessCode,
      answersId: documents.answersId,
      department: lang === 'bg' ? departments.nameBg : departments.nameEn,
      receivedAt: documents.receivedAt,
      registeredAt: documents.registeredAt,
      registeredBy: { name: staff.name, login: staff.login },
      sheets: documents.sheets,
      attachments: documents.attachments,
      attachmentsNote: documents.attachmentsNote,
      foreignNumber: documents.foreignNumber,
      foreignDay: documents.foreignDay,
    })
    .from(documents)
    .innerJoin(registers, eq(registers.id, documents.registerId))
    .innerJoin(documentKinds, eq(documentKinds.id, documents.kindId))
    .innerJoin(staff, eq(staff.id, documents.registeredBy))
    .innerJoin(cases, eq(cases.id, documents.caseId))
    .leftJoin(departments, eq(departments.id, documents.departmentId))
    .where(which)

const partiesOf = async (db: Line, id: string) =>
  await db
    .select({ partyId: documentParties.partyId, role: documentParties.role, name: documentParties.name })
    .from(documentParties)
    .where(eq(documentParties.documentId, id))
    .orderBy(asc(documentParties.ordinal))

async function jobsOf(db: Line, id: string): Promise<DocumentEntry['printJobs']> {
  const rows = await db
    .select({ id: printJobs.id, kind: printJobs.kind })
    .from(printJobs)
    .where(
      sql`${printJobs.subjectId} = ${id} and ${printJobs.copy} = 0 and ${printJobs.kind} in ('slip', 'label')`,
    )
    .orderBy(asc(printJobs.ordinal))
  return rows.map(row => ({ id: row.id, kind: row.kind === 'label' ? 'label' : 'slip' }))
}

/** What was corrected of a document, the oldest first. */
export const correctionsOf = async (db: Line, id: string) =>
  await db
    .select({
      id: documentCorrections.id,
      field: documentCorrections.field,
      before: documentCorrections.before,
      after: documentCorrections.after,
      reason: documentCorrections.reason,
      at: documentCorrections.correctedAt,
      by: staff.name,
    })
    .from(documentCorrections)
    .innerJoin(staff, eq(staff.id, documentCorrections.correctedBy))
    .where(eq(documentCorrections.documentId, id))
    .orderBy(asc(documentCorrections.correctedAt), asc(documentCorrections.id))

/** The files of a document, in the order in which they were attached. */
export const filesOf = async (db: Line, id: string) =>
  await db
    .select({
      ordinal: documentFiles.ordinal,
      name: documentFiles.name,
      role: documentFiles.role,
      isAttested: documentFiles.isAttested,
      sha256: documentFiles.sha256,
      bytes: files.bytes,
      mediaType: files.mediaType,
      at: documentFiles.attachedAt,
      by: staff.name,
    })
    .from(documentFiles)
    .innerJoin(files, eq(files.sha256, documentFiles.sha256))
    .innerJoin(staff, eq(staff.id, documentFiles.attachedBy))
    .where(eq(documentFiles.documentId, id))
    .orderBy(asc(documentFiles.ordinal))

/** How a document went out, the first time first. */
export const dispatchesOf = async (db: Line, id: string) =>
  await db
    .select({
      id: dispatches.id,
      way: dispatches.way,
      sentTo: dispatches.sentTo,
      reference: dispatches.reference,
      at: dispatches.sentAt,
      by: staff.name,
      deliveredOn: deliveries.deliveredOn,
      proof: deliveries.proof,
    })
    .from(dispatches)
    .innerJoin(staff, eq(staff.id, dispatches.sentBy))
    .leftJoin(deliveries, eq(deliveries.dispatchId, dispatches.id))
    .where(eq(dispatches.documentId, id))
    .orderBy(asc(dispatches.sentAt))

type Registered = {
  kind: string
  subject: string
  number: string
  uri: string
  foreignUri?: string | null
  registeredAt: Temporal.Instant
  channel: Channel | null
  accessCode: string
  parties: readonly { role: string; name: string }[]
  registeredBy?: { name: string; login: string }
  dueOn?: Temporal.PlainDate | null
}

/** What a slip or a label says of a document; without `registeredBy` whoever is signed in registered it. */
export function slipFacts(ctx: Ctx, document: Registered): SlipFacts {
  const { name, login } = document.registeredBy ?? ctx.who
  const { slip } = paperTexts(ctx.lang)
  const people = document.parties.filter(party => party.role !== 'recipient').map(party => party.name)
  return {
    town: ctx.town,
    kind: document.kind,
    subject: document.subject,
    number: document.number,
    uri: document.foreignUri ?? document.uri,
    registeredAt: document.registeredAt,
    cameBy: document.channel ? slip.channels[document.channel] : '',
    applicant: people.join(', ') || null,
    registeredBy: `${name} (${login})`,
    dueOn: document.dueOn ?? null,
    accessCode: showAccessCode(document.accessCode),
    // A scanner types it, and a search finds it: the number itself may have Cyrillic letters, which its code cannot draw.
    barcode: document.uri,
    check: { at: null, link: null, phone: null },
  }
}

/** What a document is for whoever does something with it; refuses one that is not there, or not theirs to see. */
export async function standingOf(db: Line, id: string) {
  // The table is named by hand: of one table alone, drizzle leaves its name out, and the inner one's column is meant.
  const [row] = await db
    .select({
      number: documents.number,
      direction: documents.direction,
      caseId: documents.caseId,
      annulled: sql<string | null>`(select c.reason from ${documentCorrections} c
        where c.document_id = documents.id and c.field = 'annulled' limit 1)`,
      hasOpenRequest: sql<boolean>`exists (select from open_requests r where r.request_id = documents.id)`,
    })
    .from(documents)
    .where(eq(documents.id, id))
  if (!row) throw refusal('document.unknown', { text: id })
  return row
}
