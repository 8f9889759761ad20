export type NumberingRefusals = Record<never, never>
