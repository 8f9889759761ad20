import { z } from 'zod'
import { dispatches } from '../../db/schema/documents.ts'
import { WAYS } from '../../rules/documents.ts'
import { whyNotSend } from '../../rules/records.ts'
import { refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { dispatchesOf, standingOf } from './lookup.ts'

const SendDocument = z.object({
  dispatchId: idInput,
  documentId: idInput,
  way: z.enum(WAYS),
  /** The address, e-mail or profile. */
  sentTo: lineInput(300),
  /** The number of the registered letter or of the message. */
  reference: lineInput(100),
})
export type SendDocument = z.input<typeof SendDocument>

/**
 * Writes down that a document went out, how and where to. Sent again with the same `dispatchId` it does nothing more. Refuses what is
 * no outgoing document, an annulled one, and a letter, e-mail or message to nobody.
 */
export async function sendDocument(ctx: Ctx, raw: SendDocument): Promise<{ number: string }> {
  authorise(ctx, 'documents.send')
  const { dispatchId, documentId, way, sentTo, reference } = parseInput(SendDocument, raw)
  return inTransaction(ctx, async tx => {
    const [standing, sent] = await Promise.all([standingOf(tx, documentId), dispatchesOf(tx, documentId)])
    const { number } = standing
    if (sent.some(one => one.id === dispatchId)) return { number }
    refuseIf(whyNotSend(standing, { way, sentTo }))
    await Promise.all([
      tx
        .insert(dispatches)
        .values({ id: dispatchId, documentId, way, sentTo, reference, sentBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'documents.send', {
        subjectId: documentId,
        facts: { number, way, to: sentTo, reference },
      }),
    ])
    return { number }
  })
}
