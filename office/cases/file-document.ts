import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { documents } from '../../db/schema/documents.ts'
import { filings } from '../../db/schema/filings.ts'
import { SECTIONS, type Section, whyNotFile, whyNotWorkIn } from '../../rules/cases.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { caseWithId } from './lookup.ts'

const FileDocument = z.object({
  caseId: idInput,
  documentId: idInput,
  /** Into the control section goes what is taken out of the official one. */
  section: z.enum(SECTIONS),
  note: lineInput(500),
})
export type FileDocument = z.input<typeof FileDocument>

export type DocumentFiled = {
  caseId: string
  caseNumber: string
  documentId: string
  documentNumber: string
  section: Section
  ordinal: number
}

/**
 * Puts a document into a case beside its own, or into another section; what is taken out of the official section goes into the
 * control one. Sent again with the same note it is done once. Refuses an unknown case or document, a closed case, what was taken out
 * before, what is in that section already, and taking out without a reason or what is not in the official section.
 */
export async function fileDocument(ctx: Ctx, raw: FileDocument): Promise<DocumentFiled> {
  authorise(ctx, 'cases.file')
  const { caseId, documentId, section, note } = parseInput(FileDocument, raw)
  return inTransaction(ctx, async tx => {
    const [, into, [document], filed] = await Promise.all([
      oneAtATime(tx, caseId),
      caseWithId(tx, caseId),
      tx.select({ number: documents.number }).from(documents).where(eq(documents.id, documentId)),
      filedIn(tx, caseId, documentId),
    ])
    if (!document) throw refusal('document.unknown', { text: documentId })
    const { number } = document
    const answer = { caseId, caseNumber: into.number, documentId, documentNumber: number, section }
    const same = filed.find(one => one.section === section && one.note === note && one.filedBy === ctx.who.id)
    if (same) return { ...answer, ordinal: same.ordinal }
    refuseIf(whyNotWorkIn(into))
    refuseIf(whyNotFile(number, section, filed, note))
    await Promise.all([
      tx.insert(filings).values({ caseId, documentId, section, note, filedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'cases.file', {
        subjectId: caseId,
        facts: { did: 'file', case: into.number, document: number, section },
      }),
    ])
    const now = await filedIn(tx, caseId, documentId)
    return { ...answer, ordinal: Math.max(...now.map(({ ordinal }) => ordinal)) }
  })
}

const filedIn = async (tx: Tx, caseId: string, documentId: string) =>
  await tx
    .select()
    .from(filings)
    .where(and(eq(filings.caseId, caseId), eq(filings.documentId, documentId)))
