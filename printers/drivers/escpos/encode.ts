import iconv from 'iconv-lite'
import type { EscposProfile } from '../../profile.ts'

type Letters = Pick<EscposProfile, 'page' | 'euro'>

/** Never printed as they are: shown as a space by some printers, as a stray sign by others. */
const ALWAYS: Record<string, string> = {
  '\t': ' ',
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\u00ad': '',
  '\u2011': '-',
  '\u2212': '-',
  '…': '...',
}

/** Written for a letter that the page lacks. Old Bulgarian pages have no ѝ, and й is what is written for it. */
const WHERE_MISSING: Record<string, string> = {
  '€': 'EUR',
  '№': 'No.',
  ѝ: 'й',
  Ѝ: 'Й',
  '„': '"',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '–': '-',
  '—': '-',
  '•': '*',
  '§': 'пар.',
  '°': 'o',
  '×': 'x',
}

/**
 * The text in letters that the printer has, ready to be laid out in columns. No-break spaces stay, they bind the layout;
 * what has no spelling becomes its letter without accents, else a question mark.
 */
export function spell(text: string, letters: Letters): string {
  const plain = [...text.normalize('NFC')].map(letter => ALWAYS[letter] ?? letter).join('')
  return [...plain].map(letter => spellLetter(letter, letters)).join('')
}

function spellLetter(letter: string, letters: Letters): string {
  if (letter === '\u00a0' || has(letters, letter)) return letter
  const written = WHERE_MISSING[letter]
  if (written !== undefined) return written
  if (/^[\p{M}\p{C}]$/u.test(letter)) return ''
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return base !== letter && [...base].every(part => has(letters, part)) ? base : '?'
}

/** One byte for each letter of a spelled text. No control character passes, whatever the text holds. */
export function encode(text: string, letters: Letters): Uint8Array {
  return Uint8Array.from([...text.replaceAll('\u00a0', ' ')], letter => byteOf(letters, letter) ?? QUESTION)
}

const QUESTION = 0x3f

const has = (letters: Letters, letter: string): boolean => byteOf(letters, letter) !== null

function byteOf({ page, euro }: Letters, letter: string): number | null {
  if (letter === '€') return euro === 'EUR' ? null : euro.byte
  const [byte = QUESTION, ...rest] = iconv.encode(letter, page.encoding)
  if (rest.length > 0 || byte < 0x20 || byte === 0x7f || /\p{C}/u.test(letter)) return null
  if (euro !== 'EUR' && byte === euro.byte) return null
  return byte === QUESTION && letter !== '?' ? null : byte
}
