/** Never printed as they are: shown as a space by some printers, as a stray sign by others. */
const ALWAYS: Record<string, string> = {
  '\t': ' ',
  ...ofEach('\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000', ' '),
  ...ofEach('\u202f\u2007', '\u00a0'),
  '\u00ad': '',
  ...ofEach('\u2010\u2011\u2212', '-'),
  '…': '...',
}

/**
 * Written for a letter that the printer lacks: signs by what is nearest on paper, letters of neighbours as Bulgarians
 * write their names. Old Bulgarian pages have no ѝ, and й is what is written for it.
 */
const WHERE_MISSING: Record<string, string> = {
  '€': 'EUR',
  '№': 'No.',
  ѝ: 'й',
  Ѝ: 'Й',
  ...ofEach('„“”‟«»″', '"'),
  ...ofEach('‘’‚‹›′`´', "'"),
  ...ofEach('–—‒―', '-'),
  ...ofEach('•∙◦', '*'),
  '·': '.',
  '§': 'пар.',
  '°': 'o',
  ...ofEach('×✕', 'x'),
  '÷': ':',
  '±': '+/-',
  '≈': '~',
  '≠': '<>',
  '≤': '<=',
  '≥': '>=',
  '→': '->',
  '←': '<-',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '²': '2',
  '³': '3',
  '‰': 'промила',
  '©': '(c)',
  '®': '(R)',
  '™': '(TM)',
  '✓': 'v',
  ...ofEach('─━╌', '-'),
  '═': '=',
  ...ofEach('│┃║¦', '|'),
  ...ofEach('┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫', '+'),
  ...ofEach('█▀▄▌▐░▒▓■', '#'),
  ...pairs('іiІIѕsЅSјjЈJєеЄЕґгҐГћчЋЧ'),
  љ: 'ль',
  Љ: 'ЛЬ',
  њ: 'нь',
  Њ: 'НЬ',
  ...ofEach('џђ', 'дж'),
  ...ofEach('ЏЂ', 'ДЖ'),
  ...pairs('ıiøoØOłlŁLđdĐD'),
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
}

function ofEach(letters: string, written: string): Record<string, string> {
  return Object.fromEntries([...letters].map(letter => [letter, written]))
}

/** Each letter with the one that is written for it. */
function pairs(text: string): Record<string, string> {
  const letters = [...text]
  return Object.fromEntries(
    letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? '']] : [])),
  )
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
  return base === letter ? '?' : [...base].map(part => spellLetter(part, has)).join('')
}
