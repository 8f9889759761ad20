import { randomUUIDv7 } from 'node:crypto'
import { eq, isNull } from 'drizzle-orm'
import { referenceTexts } from '../../db/reference-data.ts'
import { cards } from '../../db/schema/requests.ts'
import { services } from '../../db/schema/services.ts'
import { type Known, readCard } from '../../rules/cards/check-card.ts'
import { DEADLINE_RULE_IDS } from '../../rules/deadline-rules.ts'
import { refusal } from '../../rules/refusal.ts'
import { SPEEDS, type Term } from '../../rules/services.ts'
import { shippedCatalogue } from '../town/catalogue.ts'
import type { Tx } from '../transaction.ts'
import { cardInText } from './card-text.ts'

/** The cards of data/cards, as plain data, each by the name of its file. */
export const shippedCards = (): { name: string; text: string; raw: unknown }[] =>
  referenceTexts('cards').map(({ name, text }) => ({ name, text, raw: cardInText(text, name) }))

export type KnownShipped = Known & { unitNames: ReadonlyMap<string, { bg: string; en: string }> }

/** What a card may name by the shipped catalogue, for whoever checks one without a town. */
export function knownShipped(today: Temporal.PlainDate): KnownShipped {
  const { departments, services, fees } = shippedCatalogue(today, true)
  return {
    services: services.map(({ id, code, nameBg, nameEn }) => ({
      code,
      name: { bg: nameBg, en: nameEn },
      fees: Object.fromEntries(
        fees
          .filter(fee => fee.serviceId === id)
          .map(({ speed, feeCents, term, termUnit }) => [
            SPEEDS.find(known => known === speed),
            {
              cents: feeCents ?? null,
              term: term && termUnit ? { amount: term, unit: termUnit as Term['unit'] } : null,
            },
          ]),
      ),
    })),
    units: departments.map(({ code }) => code),
    kinds: null,
    rules: DEADLINE_RULE_IDS,
    unitNames: new Map(departments.map(({ code, nameBg, nameEn }) => [code, { bg: nameBg, en: nameEn }])),
  }
}

/** Gives the shipped cards to services that have none; what the town took over itself is left alone. */
export async function insertShippedCards(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  const without = await tx
    .select({ id: services.id, code: services.code })
    .from(services)
    .leftJoin(cards, eq(cards.serviceId, services.id))
    .where(isNull(cards.id))
  const known = knownShipped(today)
  const rows = shippedCards().flatMap(({ name, text, raw }) => {
    const read = readCard(raw, known)
    if ('problems' in read) throw refusal('card.wrong', { cards: [{ card: name, problems: read.problems }] })
    const service = without.find(({ code }) => code === read.card.service)
    if (!service) return []
    return [{ id: randomUUIDv7(), serviceId: service.id, version: 1, card: read.card, source: text }]
  })
  if (rows.length > 0) await tx.insert(cards).values(rows)
}
