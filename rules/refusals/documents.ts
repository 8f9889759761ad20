export type DocumentsRefusals = {
  'document.unknown': { text: string }
}
