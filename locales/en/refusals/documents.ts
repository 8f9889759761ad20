import type { DocumentsRefusals } from '../../../rules/refusals/documents.ts'

export const documentsRefusals: {
  [Code in keyof DocumentsRefusals]: (facts: DocumentsRefusals[Code]) => string
} = {
  'document.unknown': ({ text }) =>
    `There is no document “${text}”, or it is not yours to see. Search by number, person or words.`,
}
