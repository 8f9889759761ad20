import type { DocumentsRefusals } from '../../../rules/refusals/documents.ts'

export const documentsRefusals: {
  [Code in keyof DocumentsRefusals]: (facts: DocumentsRefusals[Code]) => string
} = {
  'document.case_unknown': () => 'There is no such case, or it is not for you.',
  'document.unknown': ({ text }) =>
    `There is no document "${text}", or it is not for you. Search it by number, person or words.`,
  'document.sender_needed': () => 'The incoming document has no sender. Choose or register somebody.',
  'document.recipient_needed': () => 'The outgoing document has no recipient. Choose or register somebody.',
  'document.subject_needed': () => 'The document has no subject. Write in a few words what it is about.',
  'document.subject_too_long': ({ letters }) =>
    `The subject is too long: ${letters} signs have room. Shorten it.`,
  'document.channel_needed': () =>
    'How the document came is not told. Choose: desk, mayoralty, post, email, portal or ssev.',
  'document.in_the_future': ({ day }) => `${day} has not come yet. Tell when the document came.`,
  'document.too_old': ({ day, first }) =>
    `${day} is too far back: the numbers before ${first} are closed. Register it with the day of today.`,
  'document.foreign_day_later': ({ day, received }) =>
    `The sender's day ${day} is after ${received}, when the document came. Check it.`,
  'document.count_wrong': ({ mostSheets }) => `The count is a whole number from 0 to ${mostSheets}.`,
  'document.id_reused': () =>
    'With this id of the caller another document is registered already. Send a new one.',
  'document.kind_unknown': ({ text }) =>
    `There is no kind of document "${text}". See "gishe registers kinds".`,
}
