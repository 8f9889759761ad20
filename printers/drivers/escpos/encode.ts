import iconv from 'iconv-lite'
import type { EscposProfile } from '../../profile.ts'
import { spellWith } from '../letters.ts'

type Letters = Pick<EscposProfile, 'page' | 'euro'>

/** The text in letters that the code page has, as `spellWith` writes it. */
export const spell = (text: string, letters: Letters): string =>
  spellWith(text, letter => byteOf(letters, letter) !== null)

/** One byte for each letter of a spelled text. No control character passes, whatever the text holds. */
export function encode(text: string, letters: Letters): Uint8Array {
  return Uint8Array.from([...text.replaceAll('\u00a0', ' ')], letter => byteOf(letters, letter) ?? QUESTION)
}

const QUESTION = 0x3f

function byteOf({ page, euro }: Letters, letter: string): number | null {
  if (letter === '€') return euro === 'EUR' ? null : euro.byte
  const byte = pageOf(page.encoding).get(letter) ?? null
  return euro !== 'EUR' && byte === euro.byte ? null : byte
}

type Page = ReadonlyMap<string, number>
const pages = new Map<string, Page>()

/** Which byte prints each letter of a page, read once: a receipt asks for every letter of it several times. */
function pageOf(encoding: EscposProfile['page']['encoding']): Page {
  const page = pages.get(encoding) ?? readPage(encoding)
  pages.set(encoding, page)
  return page
}

function readPage(encoding: string): Page {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const letters = bytes.map(byte => [iconv.decode(Buffer.of(byte), encoding), byte] as const)
  return new Map(letters.filter(([letter]) => !/[\p{C}\ufffd]/u.test(letter)))
}
