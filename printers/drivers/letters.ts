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

/** Written for a letter that the printer lacks. Old Bulgarian pages have no ѝ, and й is what is written for it. */
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
 * The text in letters that a printer `has`, ready to be laid out in columns. No-break spaces stay, they bind the layout;
 * what has no spelling becomes its letter without accents, else a question mark.
 */
export function spellWith(text: string, has: (letter: string) => boolean): string {
  const plain = [...text.normalize('NFC')].map(letter => ALWAYS[letter] ?? letter).join('')
  return [...plain].map(letter => spellLetter(letter, has)).join('')
}

function spellLetter(letter: string, has: (letter: string) => boolean): string {
  if (letter === '\u00a0' || has(letter)) return letter
  const written = WHERE_MISSING[letter]
  if (written !== undefined) return written
  if (/^[\p{M}\p{C}]$/u.test(letter)) return ''
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return base !== letter && [...base].every(has) ? base : '?'
}
