export type PartiesRefusals = Record<never, never>
