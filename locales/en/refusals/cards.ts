import type { CardsRefusals } from '../../../rules/refusals/cards.ts'

export const cardsRefusals: { [Code in keyof CardsRefusals]: (facts: CardsRefusals[Code]) => string } = {}
