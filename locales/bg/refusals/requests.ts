import type { RequestsRefusals } from '../../../rules/refusals/requests.ts'

export const requestsRefusals: {
  [Code in keyof RequestsRefusals]: (facts: RequestsRefusals[Code]) => string
} = {
  'request.ended': ({ number }) => `Заявление ${number} вече е завършено.`,
  'request.has_open_phase': ({ number }) =>
    `По заявление ${number} има незавършен етап. Завършете го или го прекратете.`,
  'request.late_reason_needed': ({ number, due }) =>
    `Срокът на ${number} изтече на ${due}. Посочете причината за забавата.`,
}
