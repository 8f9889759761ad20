import { and, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { documentCorrections, documents } from '../../db/schema/documents.ts'
import { parties } from '../../db/schema/parties.ts'
import { documentKinds } from '../../db/schema/registers.ts'
import { dayOf } from '../../rules/dates.ts'
import {
  CHANNELS,
  type CorrectedField,
  MOST_SHEETS,
  whyNotForeignDay,
  whyNotReceived,
  whyNotSheets,
  whyNotSubject,
} from '../../rules/documents.ts'
import { whyAnnulled, whyNotCorrect } from '../../rules/records.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { dayInput, idInput, instantInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { wordsOfDocument } from './enter-document.ts'
import { correctionsOf, type DocumentEntry, entryOf, standingOf } from './lookup.ts'

/** Fields whose words the search knows. */
const SEARCHED: readonly CorrectedField[] = ['subject', 'kind', 'correspondents', 'foreign_number']

/** What is right, of the one field that is corrected. */
const Right = z.discriminatedUnion('field', [
  z.object({ field: z.literal('subject'), value: textInput(0, 2000) }),
  z.object({ field: z.literal('kind'), value: idInput }),
  z.object({ field: z.literal('correspondents'), value: z.array(idInput).min(1).max(50) }),
  z.object({ field: z.literal('channel'), value: z.enum(CHANNELS) }),
  z.object({ field: z.literal('received_at'), value: instantInput }),
  z.object({ field: z.literal('sheets'), value: z.int().min(0).max(MOST_SHEETS).nullable() }),
  z.object({ field: z.literal('attachments'), value: z.int().min(0).max(MOST_SHEETS).nullable() }),
  z.object({ field: z.literal('foreign_number'), value: lineInput(60) }),
  z.object({ field: z.literal('foreign_day'), value: dayInput.nullable() }),
])

const CorrectDocument = z.object({
  correctionId: idInput,
  documentId: idInput,
  right: Right,
  reason: textInput(0, 300),
})
export type CorrectDocument = z.input<typeof CorrectDocument>

export type DocumentCorrected = {
  number: string
  field: CorrectedField
  before: string | null
  after: string | null
}

/**
 * Corrects what was written down of a document: a record of its own beside it, with author and reason (чл. 29 НОДА). Its number and
 * its day are never corrected. From then on it is found by its new words, by its new people and by its new foreign number too. Sent again with the same `correctionId` it gives back what was done. Refuses an annulled document, a
 * value that the registration would refuse, one that is there already, and no reason.
 */
export async function correctDocument(ctx: Ctx, raw: CorrectDocument): Promise<DocumentCorrected> {
  authorise(ctx, 'documents.correct')
  const { correctionId, documentId, right, reason } = parseInput(CorrectDocument, raw)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, documentId)
    const [standing, entry, corrections, words] = await Promise.all([
      standingOf(tx, documentId),
      entryOf(tx, documentId),
      correctionsOf(tx, documentId),
      searchedOf(tx, documentId),
    ])
    const { number } = standing
    const earlier = corrections.find(one => one.id === correctionId)
    if (earlier) return { number, field: right.field, before: earlier.before, after: earlier.after }
    refuseIf(whyAnnulled(number, standing.annulled))
    const last = corrections.findLast(one => one.field === right.field)
    const before = last ? last.after : originalOf(entry, right.field)
    const after = await textOfRight(tx, ctx, entry, right)
    refuseIf(whyNotCorrect({ before, after, reason }))
    await Promise.all([
      tx.insert(documentCorrections).values({
        id: correctionId,
        documentId,
        field: right.field,
        before,
        after,
        words: SEARCHED.includes(right.field) ? wordsWith(words, after) : null,
        partyIds: right.field === 'correspondents' ? right.value : null,
        reason,
        correctedBy: ctx.who.id,
      }),
      writeLogbook(tx, ctx, 'documents.correct', {
        subjectId: documentId,
        facts: { number, field: right.field, before, after, value: String(right.value), reason },
      }),
    ])
    return { number, field: right.field, before, after }
  })
}

/** What a document is found by now: the words that it came with and those of its corrections. */
async function searchedOf(tx: Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({
      words: sql<string>`coalesce((select c.words from ${documentCorrections} c where c.document_id = documents.id
        and c.words is not null order by c.corrected_at desc, c.id desc limit 1), documents.words)`,
    })
    .from(documents)
    .where(eq(documents.id, id))
  return row?.words ?? ''
}

/** Whoever holds a paper with the old words finds it still. */
const wordsWith = (words: string, right: string | null): string =>
  [...new Set(`${words}${wordsOfDocument([right])}`.split(' '))].join(' ')

/** A field as corrections write it: days and instants as ISO 8601 has them. */
function originalOf(entry: DocumentEntry, field: CorrectedField): string | null {
  const originals: Record<CorrectedField, string | null> = {
    subject: entry.subject,
    kind: entry.kind,
    correspondents: entry.parties.map(party => party.name).join(', '),
    channel: entry.channel,
    received_at: entry.receivedAt.toString(),
    sheets: entry.sheets === null ? null : String(entry.sheets),
    attachments: entry.attachments === null ? null : String(entry.attachments),
    foreign_number: entry.foreignNumber,
    foreign_day: entry.foreignDay?.toString() ?? null,
  }
  return originals[field]
}

async function textOfRight(
  tx: Tx,
  ctx: Ctx,
  entry: DocumentEntry,
  right: z.output<typeof Right>,
): Promise<string | null> {
  switch (right.field) {
    case 'subject':
      refuseIf(whyNotSubject(right.value))
      return right.value
    case 'kind':
      return kindName(tx, right.value)
    case 'correspondents':
      return partyNames(tx, right.value)
    case 'received_at':
      refuseIf(whyNotReceived(right.value, ctx.now))
      return right.value.toString()
    case 'sheets':
    case 'attachments':
      refuseIf(whyNotSheets(right.value))
      return right.value === null ? null : String(right.value)
    case 'foreign_day':
      if (right.value) refuseIf(whyNotForeignDay(right.value, dayOf(entry.receivedAt)))
      return right.value?.toString() ?? null
    case 'channel':
    case 'foreign_number':
      return right.value
  }
}

async function kindName(tx: Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ name: documentKinds.nameBg })
    .from(documentKinds)
    .where(and(eq(documentKinds.id, id), documentKinds.offered))
  if (!row) throw refusal('document.kind_unknown', { text: id })
  return row.name
}

async function partyNames(tx: Tx, ids: string[]): Promise<string> {
  const rows = await tx
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, ids))
  const names = ids.map(id => {
    const name = rows.find(row => row.id === id)?.name
    if (name === undefined) throw refusal('party.unknown', { text: id })
    return name
  })
  return names.join(', ')
}
