import type { PartiesRefusals } from '../../../rules/refusals/parties.ts'

export const partiesRefusals: { [Code in keyof PartiesRefusals]: (facts: PartiesRefusals[Code]) => string } =
  {}
