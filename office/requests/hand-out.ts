import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { dispatches } from '../../db/schema/documents.ts'
import { handOuts } from '../../db/schema/requests.ts'
import { DELIVERIES } from '../../rules/cards/card.ts'
import { showMoment } from '../../rules/dates.ts'
import { handOutPaper } from '../../rules/papers/hand-out.ts'
import type { Paper } from '../../rules/papers/paper.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotHandOut } from '../../rules/requests.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, lineInput, parseInput, textInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { paperTexts } from '../papers.ts'
import { printerOfDesk } from '../print/lookup.ts'
import { queuePrint } from '../print/queue-print.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { type HandedOut, handOutOf, type RequestFound, requestWithId } from './lookup.ts'

const HandOut = z.object({
  requestId: idInput,
  /** Null is the way that the applicant chose. */
  way: z.enum(DELIVERIES).nullable().default(null),
  takenBy: textInput(0, 120),
  /** How whoever took it showed who they are. */
  identity: lineInput(120),
  /** The number of the registered letter or of the message. */
  reference: lineInput(60),
  /** Whether the paper for the signature comes out at the desk. */
  print: z.boolean().default(true),
})
export type HandOut = z.input<typeof HandOut>
type Input = z.output<typeof HandOut>

export type ResultHandedOut = {
  request: RequestFound
  handOut: HandedOut
  /** What whoever takes it at the desk signs; null where it was sent. */
  paper: Paper | null
  printJobId: string | null
}

/**
 * Hands the result of a request to whoever asked, by the way that was chosen or another one, and owes the paper for the signature at
 * the desk. Sent again with the same taker it gives back what was done. Refuses a request under way, one that ended without a
 * document, nobody who takes it, in person nobody's identity, a letter without its number, and a result that somebody took already.
 */
export async function handOut(ctx: Ctx, raw: HandOut): Promise<ResultHandedOut> {
  authorise(ctx, 'requests.hand_out')
  const input = parseInput(HandOut, raw)
  return inTransaction(ctx, async tx => {
    const [, request, earlier, printer] = await Promise.all([
      oneAtATime(tx, input.requestId),
      requestWithId(tx, input.requestId),
      handOutOf(tx, input.requestId),
      ctx.desk && input.print ? printerOfDesk(tx, ctx.desk.id) : null,
    ])
    const way = input.way ?? request.delivery
    const { number } = request
    if (earlier?.way === way && earlier.takenBy === input.takenBy)
      return { request, handOut: earlier, paper: paperOf(ctx, request, earlier), printJobId: null }
    if (earlier)
      throw refusal('hand_out.done', {
        number,
        takenBy: earlier.takenBy,
        at: showMoment(earlier.handedAt, ctx.lang),
      })
    refuseIf(whyNotHandOut(request, { ...input, way }))
    if (!request.ending?.documentId) throw refusal('request.document_needed', { number })
    await write(tx, ctx, request, { ...input, way }, request.ending.documentId)
    const done = await handOutOf(tx, input.requestId)
    if (!done) throw new Error('a result was handed out without an answer')
    const paper = paperOf(ctx, request, done)
    const printJobId = printer && paper ? randomUUIDv7() : null
    if (printer && paper && printJobId)
      await queuePrint(tx, ctx, {
        id: printJobId,
        printerId: printer.id,
        deskId: ctx.desk?.id ?? null,
        subjectId: input.requestId,
        paper,
      })
    return { request, handOut: done, paper, printJobId }
  })
}

type Handed = Omit<Input, 'way'> & { way: NonNullable<Input['way']> }

async function write(
  tx: Tx,
  ctx: Ctx,
  request: RequestFound,
  handed: Handed,
  documentId: string,
): Promise<void> {
  const { requestId, way, takenBy, identity, reference } = handed
  await Promise.all([
    tx.insert(handOuts).values({ requestId, way, takenBy, identity, reference, handedBy: ctx.who.id }),
    tx
      .insert(dispatches)
      .values({ id: randomUUIDv7(), documentId, way, sentTo: takenBy, reference, sentBy: ctx.who.id }),
    writeLogbook(tx, ctx, 'requests.hand_out', {
      subjectId: requestId,
      facts: { number: request.number, way, taken_by: takenBy },
    }),
  ])
}

/** Who takes it in person signs for it. */
function paperOf(ctx: Ctx, request: RequestFound, done: HandedOut): Paper | null {
  if (done.way !== 'desk' && done.way !== 'mayoralty') return null
  return handOutPaper(
    {
      town: ctx.town,
      number: request.number,
      document: request.ending?.documentNumber ?? null,
      service: request.service.name[ctx.lang],
      applicant: request.applicant.name,
      takenBy: done.takenBy,
      identity: done.identity,
      handedAt: done.handedAt,
      handedBy: done.handedByName,
    },
    paperTexts(ctx.lang),
    ctx.lang,
  )
}
