import { randomInt } from 'node:crypto'
import { eq, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { documentParties, documents } from '../../db/schema/documents.ts'
import { registers } from '../../db/schema/registers.ts'
import { numberForm, withoutDay } from '../../rules/numbering.ts'
import { refusal } from '../../rules/refusal.ts'
import { indexedWords } from '../../rules/search-words.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'

type Row = typeof documents.$inferInsert

/** Who sent a document, whom it goes to, who asks in it; `name` as it is now. */
export type EnteredParty = {
  partyId: string
  role: (typeof documentParties.$inferInsert)['role']
  name: string
}

/** A document that is to be written down; null is what is not known or does not apply. */
export type EnteredDocument = {
  id: string
  /** Null is the official register, for internal documents the internal one. */
  registerId: string | null
  direction: Row['direction']
  kind: { id: string; name: string; letters: string; nomenclatureId: string | null }
  channel: NonNullable<Row['channel']> | null
  subject: string
  /** The day of receipt or signing: the date of its number. */
  day: Temporal.PlainDate
  receivedAt: Temporal.Instant
  /** Of what is invented for a demo alone: what staff register is stamped by the database. */
  registeredAt?: Temporal.Instant
  /** It opens a case of its own, or goes into one that is there. */
  case:
    | { opens: { id: string; departmentId: string | null; nomenclatureId: string | null } }
    | { caseId: string }
  answersId: string | null
  parties: EnteredParty[]
  sheets: number | null
  attachments: number | null
  attachmentsNote: string | null
  foreignNumber: string | null
  foreignDay: Temporal.PlainDate | null
  foreignUri: string | null
  /** Whose document it is: who wrote it, or to whom it was given first. */
  departmentId: string | null
  /** What makes two registrations with one id the same one. */
  content: string
}

/** Whoever registers. */
type By = { who: Pick<Ctx['who'], 'id'> }

export type DocumentEntered = {
  number: string
  uri: string
  sequence: number
  registeredAt: Temporal.Instant
  caseId: string
  accessCode: string
}

/**
 * Writes a document into its register and its case, in the caller's transaction, and gives the number that the database took
 * for it: two round trips, or one where `place` was asked for beside the caller's own look-ups. Refuses an unknown or closed
 * register; the walls refuse a case that is closed or not theirs to see.
 */
export async function enterDocument(
  tx: Tx,
  ctx: By,
  entered: EnteredDocument,
  place: Promise<DocumentPlace> | DocumentPlace = documentPlace(tx, ctx, askedOf(entered)),
): Promise<DocumentEntered> {
  const where = await place
  const opens = 'opens' in entered.case ? entered.case.opens : null
  const caseId = 'opens' in entered.case ? entered.case.opens.id : entered.case.caseId
  const accessCode = where.accessCode ?? newAccessCode()
  // In this order, each an async function: a bare query would be sent after those.
  const [, [row]] = await Promise.all([
    opens && openCase(tx, ctx, { ...opens, accessCode, ...openedAt(entered) }),
    insertDocument(tx, ctx, entered, where, caseId),
    insertParties(tx, entered),
  ])
  if (!row) throw new Error('a document was registered without an answer')
  return { ...row, caseId, accessCode }
}

const openCase = async (tx: Tx, ctx: By, opened: Omit<typeof cases.$inferInsert, 'openedBy'>) => {
  await tx.insert(cases).values({ ...opened, openedBy: ctx.who.id })
}

const openedAt = ({ registeredAt }: EnteredDocument) => (registeredAt ? { openedAt: registeredAt } : {})

const insertParties = async (tx: Tx, { id, parties }: EnteredDocument) => {
  if (parties.length === 0) return
  await tx
    .insert(documentParties)
    .values(parties.map((party, at) => ({ ...party, documentId: id, ordinal: at + 1 })))
}

const insertDocument = async (
  tx: Tx,
  ctx: By,
  { case: _, parties, kind, ...entered }: EnteredDocument,
  where: DocumentPlace,
  caseId: string,
) =>
  await tx
    .insert(documents)
    .values({
      ...entered,
      registerId: where.registerId,
      kindId: kind.id,
      number: formOf(where, kind.letters, entered.day),
      words: wordsOfDocument([
        entered.subject,
        kind.name,
        ...parties.map(party => party.name),
        entered.foreignNumber,
      ]),
      caseId,
      opensCase: where.caseNumber === null,
      registeredBy: ctx.who.id,
    })
    .returning({
      number: documents.number,
      uri: documents.uri,
      sequence: documents.sequence,
      registeredAt: documents.registeredAt,
    })

/** What is searched of a document, as the table keeps it: a blank before each word. */
export const wordsOfDocument = (texts: readonly (string | null)[]): string =>
  indexedWords(texts.filter(Boolean).join(' '))
    .map(word => ` ${word}`)
    .join('')

/** Where a document gets its number: its register, and the case it goes into. */
export type DocumentPlace = {
  registerId: string
  index: number
  template: string
  replyTemplate: string | null
  department: string | null
  theme: string | null
  caseNumber: string | null
  caseYear: number | null
  accessCode: string | null
}

/** `caseId` is the case it goes into, null where it opens one; the kind tells where that belongs if `nomenclatureId` does not. */
export type PlaceAsked = {
  registerId: string | null
  direction: EnteredDocument['direction']
  caseId: string | null
  nomenclatureId: string | SQL | null
  kindId: string | SQL
}

const askedOf = ({ registerId, direction, kind, case: into }: EnteredDocument): PlaceAsked => ({
  registerId,
  direction,
  caseId: 'caseId' in into ? into.caseId : null,
  nomenclatureId: 'opens' in into ? into.opens.nomenclatureId : null,
  kindId: kind.id,
})

/** All that a number depends on, in one statement; to be started together with other look-ups. */
export async function documentPlace(tx: Tx, ctx: By, asked: PlaceAsked): Promise<DocumentPlace> {
  const { registerId, direction, caseId, nomenclatureId, kindId } = asked
  const rows = await tx
    .select({
      registerId: registers.id,
      index: registers.index,
      template: registers.template,
      replyTemplate: registers.replyTemplate,
      isClosed: sql<boolean>`${registers.closedAt} is not null`,
      department: sql<
        string | null
      >`(select d.code from departments d join staff s on s.department_id = d.id where s.id = ${ctx.who.id})`,
      theme: sql<string | null>`(select n.index from nomenclature n
        where n.id = coalesce((select c.nomenclature_id from cases c where c.id = ${caseId}::uuid), ${nomenclatureId}::uuid,
          (select k.nomenclature_id from document_kinds k where k.id = ${kindId}::uuid)))`,
      caseNumber: sql<
        string | null
      >`(select d.number from documents d where d.case_id = ${caseId}::uuid and d.opens_case)`,
      caseYear: sql<
        number | null
      >`(select d.year from documents d where d.case_id = ${caseId}::uuid and d.opens_case)`,
      accessCode: sql<string | null>`(select c.access_code from cases c where c.id = ${caseId}::uuid)`,
    })
    .from(registers)
    .where(registerId === null ? usualRegister(direction) : eq(registers.id, registerId))
  const [place] = rows
  if (!place && registerId === null) throw refusal('register.none', {})
  if (!place) throw refusal('register.unknown', { text: registerId ?? '' })
  if (place.isClosed) throw refusal('register.closed', {})
  if (caseId !== null && place.caseNumber === null) throw refusal('document.case_unknown', {})
  return place
}

/** The official one; what is written for the house alone goes into the first that is not. */
const usualRegister = (direction: Row['direction']) =>
  direction === 'internal'
    ? sql`${registers.id} = (select r.id from registers r where r.closed_at is null order by r.is_official, r.index limit 1)`
    : sql`${registers.isOfficial}`

function formOf(where: DocumentPlace, letters: string, day: Temporal.PlainDate): string {
  const isReply = where.caseNumber !== null && where.replyTemplate !== null
  const facts = { ...where, letters, day, caseNumber: ofItsYear(where, day) }
  return numberForm(isReply ? (where.replyTemplate ?? where.template) : where.template, facts)
}

/** Numbers begin anew each year: of a case of another one, its replies name the year, or two would be called the same. */
function ofItsYear({ caseNumber, caseYear }: DocumentPlace, day: Temporal.PlainDate): string | null {
  if (caseNumber === null || caseYear === day.year) return caseNumber
  const bare = withoutDay(caseNumber)
  return bare.includes(String(caseYear)) ? bare : `${bare}/${caseYear}`
}

/** No letter or digit that is taken for another one when it is read out or typed from paper. */
const CODE_SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 10

/** With it whoever brought the matter sees how it stands; fifty bits, not to be guessed. */
const newAccessCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS.charAt(randomInt(CODE_SIGNS.length))).join('')
