import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { documents } from '../../db/schema/documents.ts'
import { documentKinds } from '../../db/schema/registers.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Ctx } from '../context.ts'
import { enterDocument } from '../documents/enter-document.ts'
import { idInput, lineInput } from '../input.ts'
import type { Tx } from '../transaction.ts'
import type { RequestFound } from './lookup.ts'

/** A document by which something is decided: one of the case that is registered already, or a new one under this id. */
export const Act = z.object({
  documentId: idInput,
  /** Code of the kind; null is what is usual for it. */
  kind: lineInput(40),
  subject: lineInput(1000),
  sheets: z.int().min(0).max(9999).nullable().default(null),
  attachments: z.int().min(0).max(9999).nullable().default(null),
})
export type Act = z.output<typeof Act>

/**
 * The document of an act, registered as outgoing to the applicant where it is not there yet. Refuses one of another case and an
 * unknown kind.
 */
export async function actOf(
  tx: Tx,
  ctx: Ctx,
  request: RequestFound,
  given: Act,
  usual: { kind: string; subject: string },
): Promise<{ id: string; number: string }> {
  const code = given.kind ?? usual.kind
  const [[known], [kind]] = await Promise.all([
    tx
      .select({ number: documents.number, caseId: documents.caseId })
      .from(documents)
      .where(eq(documents.id, given.documentId)),
    tx.select().from(documentKinds).where(eq(documentKinds.code, code)),
  ])
  if (known && known.caseId !== request.caseId)
    throw refusal('request.document_of_other_case', { number: known.number })
  if (known) return { id: given.documentId, number: known.number }
  if (!kind) throw refusal('document.kind_unknown', { text: code })
  const { number } = await enterDocument(tx, ctx, {
    id: given.documentId,
    registerId: null,
    direction: 'outgoing',
    kind: { id: kind.id, name: kind.nameBg, letters: kind.letters, nomenclatureId: kind.nomenclatureId },
    channel: null,
    subject: given.subject ?? usual.subject,
    day: ctx.today,
    receivedAt: ctx.now,
    case: { caseId: request.caseId },
    answersId: request.id,
    parties: [{ partyId: request.applicant.id, role: 'recipient', name: request.applicant.name }],
    sheets: given.sheets,
    attachments: given.attachments,
    attachmentsNote: null,
    foreignNumber: null,
    foreignDay: null,
    foreignUri: null,
    departmentId: request.department.id,
    content: JSON.stringify(given),
  })
  return { id: given.documentId, number }
}
