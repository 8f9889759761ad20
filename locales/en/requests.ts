import type { RequestsTexts } from '../bg/requests.ts'

export const requests: RequestsTexts = {
  kind: 'Request for a service',
  generalPhase: 'Preparation',
  deliveries: {
    desk: 'at the desk',
    mayoralty: 'at a mayoralty',
    post: 'by post',
    email: 'by e-mail',
    ssev: 'by the state delivery system',
  },
  standings: {
    under_way: 'under way',
    irregular: 'irregular',
    suspended: 'suspended',
    completed: 'issued',
    refused: 'refused',
    terminated: 'terminated',
    withdrawn: 'withdrawn',
  },
  irregularityNotice: number => `Irregularities of request ${number}`,
  refusalOf: service => `Refusal: ${service}`,
  terminationOf: number => `Termination of the proceedings on request ${number}`,
  noticeTo: number => `Notice on request ${number}`,
  resumed: 'the term goes on',
  mended: 'the irregularities are mended',
  extended: 'the term is longer',
  endedWith: outcome => `The request ended: ${outcome}`,
}
