export type ControlRefusals = Record<never, never>
