import type { CasesRefusals } from '../../../rules/refusals/cases.ts'

export const casesRefusals: { [Code in keyof CasesRefusals]: (facts: CasesRefusals[Code]) => string } = {
  'case.closed': ({ number }) => `Case ${number} is closed. Reopen it with a reason, then go on.`,
}
