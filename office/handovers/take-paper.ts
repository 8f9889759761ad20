import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { handoverReceipts, handovers } from '../../db/schema/documents.ts'
import { dayOf, showDay, showTime } from '../../rules/dates.ts'
import { whyNotTakePaper } from '../../rules/handovers.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { handsOf } from '../tasks/lookup.ts'
import { inTransaction, oneAtATime } from '../transaction.ts'
import { type Handover, handoversWhere, latestFirst } from './lookup.ts'

const TakePaper = z.object({ handoverId: idInput })

/**
 * The taker's side of a hand-over; also the return of what was outside. Done again by the same person it is done once. Refuses an
 * unknown hand-over, a paper that somebody took already, and one that was not handed to whoever takes it.
 */
export async function takePaper(ctx: Ctx, raw: z.input<typeof TakePaper>): Promise<Handover> {
  authorise(ctx, 'papers.hand')
  const { handoverId } = parseInput(TakePaper, raw)
  return inTransaction(ctx, async tx => {
    const [, hands, [found]] = await Promise.all([
      oneAtATime(tx, handoverId),
      handsOf(tx),
      handoversWhere(tx, ctx, eq(handovers.id, handoverId), latestFirst, 1),
    ])
    if (!found) throw refusal('paper.unknown', { text: handoverId })
    if (found.taken?.by.id === ctx.who.id) return found
    if (found.taken)
      throw refusal('paper.taken', { name: found.taken.by.name, at: shown(ctx, found.taken.at) })
    const handed = { ...found, giverId: found.giver.id }
    refuseIf(whyNotTakePaper(handed, hands, ctx.who.post === 'clerk'))
    await Promise.all([
      tx.insert(handoverReceipts).values({ handoverId, takenBy: ctx.who.id }),
      writeLogbook(tx, ctx, 'papers.hand', {
        subjectId: found.documentId,
        facts: { did: 'take', number: found.documentNumber, from: found.giver.name },
      }),
    ])
    const [taken] = await handoversWhere(tx, ctx, eq(handovers.id, handoverId), latestFirst, 1)
    return taken ?? found
  })
}

const shown = ({ lang }: Ctx, at: Temporal.Instant): string => `${showDay(dayOf(at), lang)} ${showTime(at)}`
