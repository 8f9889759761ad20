import type { RequestsRefusals } from '../../../rules/refusals/requests.ts'

export const requestsRefusals: {
  [Code in keyof RequestsRefusals]: (facts: RequestsRefusals[Code]) => string
} = {}
