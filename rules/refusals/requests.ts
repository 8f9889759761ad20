export type RequestsRefusals = Record<never, never>
