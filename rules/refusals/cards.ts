export type CardsRefusals = Record<never, never>
