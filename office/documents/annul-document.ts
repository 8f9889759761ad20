import { z } from 'zod'
import { documentCorrections } from '../../db/schema/documents.ts'
import { whyAnnulled, whyNoReason } from '../../rules/records.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { correctionsOf, standingOf } from './lookup.ts'

const AnnulDocument = z.object({ correctionId: idInput, documentId: idInput, reason: textInput(0, 300) })
export type AnnulDocument = z.input<typeof AnnulDocument>

/**
 * Takes a document back that was registered by mistake: it stays with its number, marked and with the reason. Sent again with the
 * same `correctionId` it gives back what was done. Refuses no reason, an annulled document, and one whose request is under way.
 */
export async function annulDocument(
  ctx: Ctx,
  raw: AnnulDocument,
): Promise<{ number: string; reason: string }> {
  authorise(ctx, 'documents.correct')
  const { correctionId, documentId, reason } = parseInput(AnnulDocument, raw)
  refuseIf(whyNoReason(reason))
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, documentId)
    const [standing, corrections] = await Promise.all([
      standingOf(tx, documentId),
      correctionsOf(tx, documentId),
    ])
    const { number } = standing
    const earlier = corrections.find(one => one.id === correctionId)
    if (earlier) return { number, reason: earlier.reason }
    refuseIf(whyAnnulled(number, standing.annulled))
    if (standing.hasOpenRequest) throw refusal('document.has_open_request', { number })
    await Promise.all([
      tx
        .insert(documentCorrections)
        .values({ id: correctionId, documentId, field: 'annulled', reason, correctedBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'documents.correct', {
        subjectId: documentId,
        facts: { number, field: 'annulled', reason },
      }),
    ])
    return { number, reason }
  })
}
