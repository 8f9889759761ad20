import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cards } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import type { Card } from '../../rules/cards/card.ts'
import { readCard } from '../../rules/cards/check-card.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { cardInText } from './card-text.ts'
import { cardsInForce, knownInTown } from './lookup.ts'

const ImportCard = z.object({
  /** Names the card in what is refused: the file it came from. */
  name: z.string(),
  text: z.string(),
  dryRun: z.boolean().default(false),
})
export type ImportCard = z.input<typeof ImportCard>

export type CardImported = { service: string; name: string; version: number; isNew: boolean }

/**
 * Takes a card over as the next version of its service, where its content is another one than that in force; requests that have
 * begun keep theirs. With `dryRun` it only says what would happen. Refuses a text that is no YAML, and a card that will not do in
 * this town, all that is wrong with it named.
 */
export async function importCard(ctx: Ctx, raw: ImportCard): Promise<CardImported> {
  authorise(ctx, 'cards.set')
  const { name, text, dryRun } = parseInput(ImportCard, raw)
  const plain = cardInText(text, name)
  return inTransaction(ctx, async tx => {
    const read = readCard(plain, await knownInTown(tx, ctx.today))
    if ('problems' in read) throw refusal('card.wrong', { cards: [{ card: name, problems: read.problems }] })
    const { card } = read
    const [service] = await tx
      .select({ id: services.id })
      .from(services)
      .where(eq(services.code, card.service))
    if (!service) throw refusal('service.unknown', { code: card.service })
    await oneAtATime(tx, service.id)
    const inForce = (await cardsInForce(tx, [service.id])).get(service.id)
    const told = { service: card.service, name: card.name }
    if (inForce && isSameCard(inForce.card, card)) return { ...told, version: inForce.version, isNew: false }
    const version = (inForce?.version ?? 0) + 1
    if (!dryRun) await writeCard(tx, ctx, { serviceId: service.id, version, card, text })
    return { ...told, version, isNew: true }
  })
}

/** The database keeps the fields of a card in an order of its own. */
const isSameCard = (kept: Card, card: Card): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(card)), JSON.parse(JSON.stringify(kept)))

async function writeCard(
  tx: Tx,
  ctx: Ctx,
  { serviceId, version, card, text }: { serviceId: string; version: number; card: Card; text: string },
): Promise<void> {
  const id = randomUUIDv7()
  await Promise.all([
    tx.insert(cards).values({ id, serviceId, version, card, source: text, importedBy: ctx.who.id }),
    writeLogbook(tx, ctx, 'cards.set', { subjectId: id, facts: { service: card.service, version } }),
  ])
}
