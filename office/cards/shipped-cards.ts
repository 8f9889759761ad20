import { referenceTexts } from '../../db/reference-data.ts'
import type { Known } from '../../rules/cards/check-card.ts'
import { SPEEDS, type Term } from '../../rules/services.ts'
import { shippedCatalogue } from '../town/catalogue.ts'
import { cardInText } from './card-text.ts'

/** The cards of data/cards, as plain data, each by the name of its file. */
export const shippedCards = (): { name: string; raw: unknown }[] =>
  referenceTexts('cards').map(({ name, text }) => ({ name, raw: cardInText(text, name) }))

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
    rules: null,
    unitNames: new Map(departments.map(({ code, nameBg, nameEn }) => [code, { bg: nameBg, en: nameEn }])),
  }
}
