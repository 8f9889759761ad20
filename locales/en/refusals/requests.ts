import type { RequestsRefusals } from '../../../rules/refusals/requests.ts'

export const requestsRefusals: {
  [Code in keyof RequestsRefusals]: (facts: RequestsRefusals[Code]) => string
} = {
  'request.ended': ({ number }) => `Request ${number} has ended already.`,
  'request.has_open_phase': ({ number }) =>
    `Request ${number} has a phase under way. End or cancel it first.`,
  'request.late_reason_needed': ({ number, due }) =>
    `The term of ${number} ended on ${due}. Say why it is late.`,
}
