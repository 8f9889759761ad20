import type { CasesRefusals } from '../../../rules/refusals/cases.ts'

export const casesRefusals: { [Code in keyof CasesRefusals]: (facts: CasesRefusals[Code]) => string } = {
  'case.unknown': ({ text }) =>
    `There is no case “${text}”, or it is not yours to see. Look for it by number, person or words.`,
  'case.closed': ({ number }) => `Case ${number} is closed. Reopen it with a reason, then go on.`,
  'case.has_open_work': ({ number }) =>
    `Case ${number} has tasks or a request under way. End them, then close it.`,
}
