import type { RecordsRefusals } from '../../../rules/refusals/records.ts'

export const recordsRefusals: { [Code in keyof RecordsRefusals]: (facts: RecordsRefusals[Code]) => string } =
  {
    'document.ambiguous': ({ text, near }) =>
      `More than one document is "${text}". Name one by its URI:${near.map(one => `\n  ${one}`).join('')}`,
    'document.annulled': ({ number, reason }) =>
      `Document ${number} is annulled (${reason}). Its number stays; register a new one.`,
    'document.nothing_corrected': () => 'There is nothing to correct: the record says so already.',
    'document.reason_needed': () => 'The correction has no reason. Write why, in words.',
    'document.has_open_request': ({ number }) =>
      `A request is under way in ${number}. Terminate or end it first.`,
    'document.not_outgoing': ({ number }) =>
      `${number} is no outgoing document and is not sent. Register an outgoing one in the same case.`,
    'dispatch.unknown': () => 'The document was not sent. Write down the sending first.',
    'dispatch.delivered': ({ day }) => `The delivery is written down already, of ${day}.`,
    'dispatch.day_wrong': ({ day }) =>
      `${day} cannot be the day of delivery: it is before the sending or has not come yet.`,
    'dispatch.proof_needed': () =>
      'There is no proof of the delivery. Tell of the notice, the return receipt or the download.',
    'dispatch.address_needed': () => 'It is not told to which address or profile it is sent.',
    'file.attached': ({ name, as }) => `The same file ("${name}") is attached already as "${as}".`,
    'file.none_such': ({ text }) =>
      `The document has no file "${text}". See its files with "gishe documents show".`,
  }
