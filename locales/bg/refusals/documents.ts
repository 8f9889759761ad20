import type { DocumentsRefusals } from '../../../rules/refusals/documents.ts'

export const documentsRefusals: {
  [Code in keyof DocumentsRefusals]: (facts: DocumentsRefusals[Code]) => string
} = {
  'document.unknown': ({ text }) =>
    `Няма документ „${text}“, или не е за вас. Потърсете го по номер, лице или думи.`,
}
