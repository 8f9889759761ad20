import type { ControlRefusals } from '../../../rules/refusals/control.ts'

export const controlRefusals: { [Code in keyof ControlRefusals]: (facts: ControlRefusals[Code]) => string } =
  {}
