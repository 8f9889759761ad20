import type { Delivery } from '../../../rules/cards/card.ts'
import type { RequestsRefusals } from '../../../rules/refusals/requests.ts'
import { requests } from '../requests.ts'

const way = (delivery: Delivery): string => requests.deliveries[delivery] ?? delivery

export const requestsRefusals: {
  [Code in keyof RequestsRefusals]: (facts: RequestsRefusals[Code]) => string
} = {
  'request.unknown': ({ text }) =>
    `There is no request “${text}”, or it is not yours to see. Look for it with “gishe requests list”.`,
  'request.id_reused': () => 'Another request is registered under this id. Take a new one.',
  'request.no_kind': () =>
    'There is no document kind that starts a service. The administrator adds it to the nomenclature of documents.',
  'request.ended_by': ({ number, standing, by, at }) =>
    `Request ${number} has ended already (${named(standing)}): ${by}, ${at}.`,
  'request.ended': ({ number }) => `Request ${number} has ended already.`,
  'request.not_ended': ({ number }) => `Request ${number} is still under way: there is nothing to hand out.`,
  'request.has_open_phase': ({ number }) => `Request ${number} has an open phase. End it or cancel it first.`,
  'request.late_reason_needed': ({ number, due }) =>
    `The term of ${number} ended on ${due}. Say the reason of the delay.`,
  'request.item_unknown': ({ code, known }) =>
    `The card of the service has no document “${code}”. It may be: ${known.join(', ')}.`,
  'request.asked_ex_officio': ({ name }) =>
    `“${name}” is found by the office and never asked of the applicant.`,
  'request.delivery_not_offered': ({ delivery, offered }) =>
    `The result of this service is not delivered ${way(delivery)}. Choose: ${offered.map(way).join(', ')}.`,
  'request.address_needed': ({ delivery }) =>
    `To send the result ${way(delivery)} an address is needed. Type it, or write it down with the person.`,
  'request.ground_needed': () =>
    'Say on what ground the applicant is represented: number and day of a power of attorney, a law.',
  'request.stands_still': ({ number, standing }) =>
    `The term of request ${number} stands still (${named(standing)}). Let it go on first.`,
  'request.not_irregular': ({ number }) => `No irregularity of request ${number} was told.`,
  'request.not_suspended': ({ number }) => `The proceedings on request ${number} are not suspended.`,
  'request.notified_already': ({ number, on }) =>
    `The notice for ${number} is noted as delivered on ${on} already; the three days run from then.`,
  'request.not_notified': ({ number }) =>
    `Nobody noted that the notice of irregularity of ${number} arrived. Note it; the days run from then.`,
  'request.may_be_mended': ({ number, until }) =>
    `The irregularities of ${number} may be mended until ${until}. It may be terminated after that.`,
  'request.reason_needed': () => 'Say the reason in words.',
  'request.document_needed': ({ number }) => `Request ${number} ends with a document. Say which, or make it.`,
  'request.document_of_other_case': ({ number }) => `Document ${number} is not of the case of this request.`,
  'request.day_wrong': ({ day, from }) => `${day} cannot be: the day is between ${from} and today.`,
  'request.unpaid': ({ number }) =>
    `The fee of request ${number} is not paid. Pay it at the cash desk, or say why it is not owed.`,
  'hand_out.taker_needed': () => 'Say who takes the document.',
  'hand_out.identity_needed': () => 'Say how they showed who they are: identity card, power of attorney.',
  'hand_out.reference_needed': () => 'Say the number of the registered letter.',
  'hand_out.done': ({ number, takenBy, at }) =>
    `The result of ${number} was handed out on ${at}: ${takenBy}.`,
}

const named = (standing: string): string =>
  (requests.standings as Record<string, string | undefined>)[standing] ?? standing
