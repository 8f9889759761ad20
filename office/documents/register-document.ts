import { createHash, randomUUIDv7 } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { documents } from '../../db/schema/documents.ts'
import { parties } from '../../db/schema/parties.ts'
import { documentKinds } from '../../db/schema/registers.ts'
import { departments, desks } from '../../db/schema/town.ts'
import type { Act } from '../../rules/authority.ts'
import { dayOf } from '../../rules/dates.ts'
import { CHANNELS, DIRECTIONS, type Direction, PARTY_ROLES, whyNotRegister } from '../../rules/documents.ts'
import { readUri, showUri } from '../../rules/numbering.ts'
import { labelPaper } from '../../rules/papers/label.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { slipPaper } from '../../rules/papers/slip.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, instantInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { documentPlace, type EnteredDocument, enterDocument } from './enter-document.ts'
import { entryOf, slipFacts } from './lookup.ts'

const RegisterDocument = z.object({
  documentId: idInput,
  direction: z.enum(DIRECTIONS),
  /** Null is the official register, for internal documents the internal one. */
  registerId: idInput.nullable().default(null),
  kindId: idInput,
  channel: z.enum(CHANNELS).nullable().default(null),
  subject: textInput(0, 2000),
  /** The day of its number: null is the day it came, of an own one today. */
  day: dayInput.nullable().default(null),
  /** When it came; null is now. */
  receivedAt: instantInput.nullable().default(null),
  parties: z
    .array(z.object({ partyId: idInput, role: z.enum(PARTY_ROLES) }))
    .max(50)
    .default([]),
  sheets: z.int().nullable().default(null),
  attachments: z.int().nullable().default(null),
  attachmentsNote: lineInput(300),
  foreignNumber: lineInput(60),
  foreignDay: dayInput.nullable().default(null),
  /** Null opens a case of its own, unless it answers a document: then it goes into that one's. */
  caseId: idInput.nullable().default(null),
  answersId: idInput.nullable().default(null),
  nomenclatureId: idInput.nullable().default(null),
  departmentId: idInput.nullable().default(null),
  /** What the printer of the desk owes at once. */
  print: z.array(z.enum(['slip', 'label'])).default([]),
})
export type RegisterDocument = z.input<typeof RegisterDocument>
type Input = z.output<typeof RegisterDocument>

export type DocumentRegistered = {
  documentId: string
  number: string
  uri: string
  registeredAt: Temporal.Instant
  caseId: string
  accessCode: string
  /** What whoever brought it is handed, of an incoming document. */
  slip: Paper | null
  printJobs: { kind: 'slip' | 'label'; id: string }[]
}

const ACT: Record<Direction, Act> = {
  incoming: 'documents.receive',
  outgoing: 'documents.issue',
  internal: 'documents.issue',
}

/**
 * Registers a document: number, case, correspondents, logbook and the papers that are owed, in one transaction of five round
 * trips. Sent again with the same `documentId` it gives back what was done. Refuses, in this order: an unknown kind,
 * correspondent, register or case; nobody who sent it or gets it, no subject, no way it came, a day ahead or too far back,
 * counts that are none; a closed case.
 */
export async function registerDocument(ctx: Ctx, raw: RegisterDocument): Promise<DocumentRegistered> {
  if (raw.direction === 'incoming') authorise(ctx, 'documents.receive')
  else authorise(ctx, 'documents.issue')
  const input = parseInput(RegisterDocument, raw)
  const content = contentOf(input)
  const receivedAt = input.receivedAt ?? ctx.now
  const day = input.day ?? dayOf(receivedAt)
  refuseIf(
    whyNotRegister({ ...input, roles: input.parties.map(party => party.role), receivedAt, day }, ctx.now),
  )
  return inTransaction(ctx, async tx => {
    const caseId = input.caseId ?? (input.answersId && (await caseOf(tx, input.answersId)))
    const found = await lookUp(tx, ctx, input, caseId)
    if (found.earlier === content) return registeredAlready(tx, ctx, input.documentId)
    if (found.earlier !== null) throw refusal('document.id_reused', {})
    const { kind, printerId } = found
    const entered: EnteredDocument = {
      ...input,
      id: input.documentId,
      kind,
      day,
      receivedAt,
      case: caseId
        ? { caseId }
        : {
            opens: {
              id: randomUUIDv7(),
              departmentId: input.departmentId,
              nomenclatureId: input.nomenclatureId ?? kind.nomenclatureId,
            },
          },
      parties: found.parties,
      foreignUri: foreignUriOf(input.foreignNumber),
      content,
    }
    const registered = await enterDocument(tx, ctx, entered, found.place)
    const facts = slipFacts(ctx, { ...entered, ...registered, kind: kind.name })
    const slip = input.direction === 'incoming' ? slipPaper(facts, paperTexts(ctx.lang), ctx.lang) : null
    const printJobs = printerId ? input.print.map(one => ({ kind: one, id: randomUUIDv7() })) : []
    await Promise.all([
      ...printJobs.map(job =>
        queuePrint(tx, ctx, {
          id: job.id,
          printerId: printerId ?? '',
          deskId: ctx.desk?.id ?? null,
          subjectId: input.documentId,
          paper:
            job.kind === 'slip'
              ? slipPaper(facts, paperTexts(ctx.lang), ctx.lang)
              : labelPaper(facts, paperTexts(ctx.lang), ctx.lang),
        }),
      ),
      writeLogbook(tx, ctx, ACT[input.direction], {
        subjectId: input.documentId,
        facts: { number: registered.number, uri: registered.uri, case: registered.caseId },
      }),
    ])
    const { sequence: _, ...told } = registered
    return { documentId: input.documentId, ...told, slip, printJobs }
  })
}

/** What came with a valid unique number of another body keeps it (чл. 28, ал. 3 НОДА). */
function foreignUriOf(foreignNumber: string | null): string | null {
  const read = foreignNumber === null ? null : readUri(foreignNumber)
  return read && showUri(read)
}

async function caseOf(tx: Tx, documentId: string): Promise<string> {
  const [row] = await tx
    .select({ caseId: documents.caseId })
    .from(documents)
    .where(eq(documents.id, documentId))
  if (!row) throw refusal('document.unknown', { text: documentId })
  return row.caseId
}

/** All that the document depends on, in one round trip; what was registered under this id comes last. */
async function lookUp(tx: Tx, ctx: Ctx, input: Input, caseId: string | null) {
  const { documentId, direction, registerId, kindId, nomenclatureId, departmentId } = input
  const partyIds = [...new Set(input.parties.map(party => party.partyId))]
  const [[kind], people, place, isKnown, [desk], earlier] = await Promise.all([
    kindWithId(tx, kindId),
    partyIds.length > 0 ? namesOf(tx, partyIds) : [],
    documentPlace(tx, ctx, { registerId, direction, caseId, nomenclatureId, kindId }),
    departmentId ? isOpenDepartment(tx, departmentId) : true,
    ctx.desk ? printersOf(tx, ctx.desk.id) : [],
    contentOfDocument(tx, documentId),
  ])
  if (!kind) throw refusal('document.kind_unknown', { text: kindId })
  if (!isKnown) throw refusal('department.unknown', { text: departmentId ?? '' })
  const named = input.parties.map(party => {
    const name = people.find(one => one.id === party.partyId)?.name
    if (name === undefined) throw refusal('party.unknown', { text: party.partyId })
    return { ...party, name }
  })
  return { kind, parties: named, place, printerId: desk?.printerId ?? null, earlier }
}

const kindWithId = async (tx: Tx, id: string) =>
  await tx
    .select({
      id: documentKinds.id,
      name: documentKinds.nameBg,
      letters: documentKinds.letters,
      nomenclatureId: documentKinds.nomenclatureId,
    })
    .from(documentKinds)
    .where(eq(documentKinds.id, id))

const namesOf = async (tx: Tx, ids: string[]) =>
  await tx.select({ id: parties.id, name: parties.name }).from(parties).where(inArray(parties.id, ids))

const printersOf = async (tx: Tx, deskId: string) =>
  await tx.select({ printerId: desks.printerId }).from(desks).where(eq(desks.id, deskId))

async function isOpenDepartment(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ isOpen: sql<boolean>`${departments.closedAt} is null`, name: departments.nameBg })
    .from(departments)
    .where(eq(departments.id, id))
  if (row && !row.isOpen) throw refusal('department.closed', { name: row.name })
  return row !== undefined
}

async function contentOfDocument(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ content: documents.content }).from(documents).where(eq(documents.id, id))
  return row?.content ?? null
}

/** What makes two registrations the same one, whatever is printed of them. */
const contentOf = ({ print: _, ...input }: Input): string =>
  createHash('sha256')
    .update(JSON.stringify(input, Object.keys(input).toSorted()))
    .digest('hex')

async function registeredAlready(tx: Tx, ctx: Ctx, documentId: string): Promise<DocumentRegistered> {
  const entry = await entryOf(tx, documentId)
  const slip =
    entry.direction === 'incoming' ? slipPaper(slipFacts(ctx, entry), paperTexts(ctx.lang), ctx.lang) : null
  const { number, uri, registeredAt, caseId, accessCode, printJobs } = entry
  return { documentId, number, uri, registeredAt, caseId, accessCode, slip, printJobs }
}
