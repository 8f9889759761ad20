import { plainText } from './plain-text.ts'
import { type Refusal, refusal } from './refusal.ts'

/** The largest file that is taken: a scan of a thick file; nobody's film. */
export const MOST_BYTES = 100_000_000

/** So many bytes of a beginning tell what a file is. */
export const BYTES_TO_TELL = 4096

/** So many letters a name keeps, its extension with them. */
const MOST_LETTERS = 120

/** What a file shows at its beginning to be. */
export type Nature = 'pdf' | 'tiff' | 'jpeg' | 'png' | 'zip' | 'der' | 'rtf' | 'text' | 'program' | 'other'

type FileType = { media: string; natures: readonly Nature[] }

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The files that are taken, by their extension: nothing that a computer runs, no web pages (they carry scripts), no drawings with code. */
export const FILE_TYPES: Record<string, FileType> = {
  pdf: { media: 'application/pdf', natures: ['pdf'] },
  tif: { media: 'image/tiff', natures: ['tiff'] },
  tiff: { media: 'image/tiff', natures: ['tiff'] },
  jpg: { media: 'image/jpeg', natures: ['jpeg'] },
  jpeg: { media: 'image/jpeg', natures: ['jpeg'] },
  png: { media: 'image/png', natures: ['png'] },
  p7s: { media: 'application/pkcs7-signature', natures: ['der', 'text'] },
  p7m: { media: 'application/pkcs7-mime', natures: ['der', 'text'] },
  asice: { media: 'application/vnd.etsi.asic-e+zip', natures: ['zip'] },
  docx: { media: `${OFFICE}.wordprocessingml.document`, natures: ['zip'] },
  xlsx: { media: `${OFFICE}.spreadsheetml.sheet`, natures: ['zip'] },
  odt: { media: 'application/vnd.oasis.opendocument.text', natures: ['zip'] },
  ods: { media: 'application/vnd.oasis.opendocument.spreadsheet', natures: ['zip'] },
  rtf: { media: 'application/rtf', natures: ['rtf'] },
  txt: { media: 'text/plain', natures: ['text'] },
  eml: { media: 'message/rfc822', natures: ['text'] },
}

const SIGNS: [Nature, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x23, 0x21]],
  ['program', [0xca, 0xfe, 0xba, 0xbe]],
  ['program', [0xcf, 0xfa, 0xed, 0xfe]],
]

/** What the beginning of a file shows it to be, whatever its name says. */
export function natureOf(beginning: Uint8Array): Nature {
  const sign = SIGNS.find(([, bytes]) => bytes.every((byte, at) => beginning[at] === byte))
  if (sign) return sign[0]
  // ASN.1: a sequence whose length is told in the next bytes.
  if (beginning[0] === 0x30 && ((beginning[1] ?? 0) & 0x80) !== 0) return 'der'
  return isText(beginning) ? 'text' : 'other'
}

/** No control character but breaks and tabs; a page of the web is none, however it begins. */
function isText(beginning: Uint8Array): boolean {
  if (beginning.some(byte => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return false
  const text = new TextDecoder('latin1').decode(beginning).toLowerCase()
  return !/<(!doctype html|html|script|svg|iframe|body|\?php)/.test(text)
}

/** A name without a path, control characters and signs that a system or a terminal takes for something else. */
export function fileName(name: string): string {
  const last =
    plainText(name.replace(/[\t\n\r]/g, ' '))
      .split(/[/\\]/)
      .at(-1) ?? ''
  const clean = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const extension = /\.[^.]*$/.exec(clean)?.[0] ?? ''
  const most = MOST_LETTERS - extension.length
  return [...clean.slice(0, clean.length - extension.length)].slice(0, most).join('').trim() + extension
}

/** What follows the last dot, in small letters. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Why a file of this name and size is not even read, or null; the name is already clean. */
export function whyNotFile(name: string, bytes: number): Refusal | null {
  if (!/[\p{L}\p{N}]/u.test(name)) return refusal('file.name_wrong', { name })
  if (bytes === 0) return refusal('file.empty', { name })
  if (bytes > MOST_BYTES) return tooLarge(name, bytes)
  if (!(extensionOf(name) in FILE_TYPES))
    return refusal('file.type_unknown', { name, known: Object.keys(FILE_TYPES) })
  return null
}

/** Why what is inside is not what the name says, or null. */
export function whyNotContent(name: string, beginning: Uint8Array): Refusal | null {
  const extension = extensionOf(name)
  const nature = natureOf(beginning)
  if (FILE_TYPES[extension]?.natures.includes(nature)) return null
  const found = nature === 'other' || nature === 'text' ? '' : nature
  return refusal('file.type_differs', { name, extension, found })
}

/** What a program that opens the file is told of it. */
export const mediaOf = (name: string): string =>
  FILE_TYPES[extensionOf(name)]?.media ?? 'application/octet-stream'

/** `412 KB`, `3000 MB`: rounded up, so that nothing shows as the limit that is over it. */
export const showSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.ceil(bytes / 1_000_000)} MB`

export const tooLarge = (name: string, bytes: number): Refusal =>
  refusal('file.too_large', { name, size: showSize(bytes), mostSize: showSize(MOST_BYTES) })
