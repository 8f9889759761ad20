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
  const [byte = QUESTION, ...rest] = iconv.encode(letter, page.encoding)
  if (rest.length > 0 || byte < 0x20 || byte === 0x7f || /\p{C}/u.test(letter)) return null
  if (euro !== 'EUR' && byte === euro.byte) return null
  return byte === QUESTION && letter !== '?' ? null : byte
}
