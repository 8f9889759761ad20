/**
 * The bars of a Code 128 barcode (ISO/IEC 15417), module by module, true where it is dark, without the ten light modules that
 * must stand on either side. Pairs of digits are written as one sign (set C) where that is shorter, all else in set B. Null
 * where the text is empty or has a letter that is not ASCII from space to `~`.
 */
export function code128Of(text: string): boolean[] | null {
  if (!/^[\x20-\x7e]+$/.test(text)) return null
  const signs = signsOf(text)
  const check = signs.reduce((sum, sign, at) => sum + sign * Math.max(at, 1), 0) % CHECK_MODULUS
  return [...signs, check, STOP].flatMap(sign => modulesOf(WIDTHS[sign] ?? ''))
}

/** The same text as a printer is told it that draws the bars itself: pieces of set B, and digits for set C; null as above. */
export const code128Runs = (text: string): Code128Run[] | null =>
  /^[\x20-\x7e]+$/.test(text) ? runsOf(text) : null

export type Code128Run = { isPairs: boolean; text: string }

/** Light modules that a scanner needs on either side of the bars. */
export const CODE_128_QUIET = 10

const CHECK_MODULUS = 103
const TO_SET_C = 99
const TO_SET_B = 100
const START_B = 104
const START_C = 105
const STOP = 106

function signsOf(text: string): number[] {
  const runs = runsOf(text)
  return runs.flatMap(({ isPairs, text }, at) => {
    const begin = at === 0 ? (isPairs ? START_C : START_B) : isPairs ? TO_SET_C : TO_SET_B
    const signs = isPairs ? pairsOf(text) : [...text].map(letter => letter.charCodeAt(0) - 32)
    return [begin, ...signs]
  })
}

/** An even run of digits is worth set C from four at an end of the text, from six inside it, and where it is the whole text. */
function runsOf(text: string): Code128Run[] {
  const runs: Code128Run[] = []
  const letters = (piece: string) => {
    const last = runs.at(-1)
    if (piece === '') return
    if (last && !last.isPairs) last.text += piece
    else runs.push({ isPairs: false, text: piece })
  }
  for (const { 0: digits, index } of text.matchAll(/\d+|\D+/g)) {
    const isFirst = index === 0
    const isLast = index + digits.length === text.length
    const least = isFirst && isLast ? 2 : isFirst || isLast ? 4 : 6
    if (!/^\d/.test(digits) || digits.length < least) letters(digits)
    else {
      const odd = digits.length % 2
      const oddStandsLast = isFirst && odd === 1
      if (!oddStandsLast) letters(digits.slice(0, odd))
      runs.push({ isPairs: true, text: oddStandsLast ? digits.slice(0, -1) : digits.slice(odd) })
      if (oddStandsLast) letters(digits.slice(-1))
    }
  }
  return runs
}

/** The value of each two digits. */
export const pairsOf = (digits: string): number[] =>
  Array.from({ length: digits.length / 2 }, (_, at) => Number(digits.slice(2 * at, 2 * at + 2)))

/** Bars and spaces by turns, a bar first. */
const modulesOf = (widths: string): boolean[] =>
  [...widths].flatMap((width, at) => Array.from({ length: Number(width) }, () => at % 2 === 0))

/** The widths of the bars and spaces of each sign, by its value (ISO/IEC 15417, table 1). */
const WIDTHS = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
  112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
  311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
  112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
  313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
  314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
  122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
  124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
  114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
`
  .trim()
  .split(/\s+/)
