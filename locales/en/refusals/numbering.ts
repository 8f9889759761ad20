import type { NumberingRefusals } from '../../../rules/refusals/numbering.ts'

export const numberingRefusals: {
  [Code in keyof NumberingRefusals]: (facts: NumberingRefusals[Code]) => string
} = {}
