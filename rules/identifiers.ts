/** ЕГН and ЛНЧ are of people, ЕИК is of whoever is in the commercial or the БУЛСТАТ register. */
export const IDENTIFIER_KINDS = ['egn', 'lnch', 'eik'] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export type Identifier = { kind: IdentifierKind; digits: string }

/** The number that a text is, its check digit right, or null. Ten digits that are a ЕГН and a ЛНЧ are read as a ЕГН. */
export const readIdentifier = (text: string): Identifier | null => readingsOf(text)[0] ?? null

/** Every number that a text may be: ten digits can be a ЕГН and a ЛНЧ at once. Blanks are let pass, and BG before a ЕИК. */
export function readingsOf(text: string): Identifier[] {
  const { digits, isVat } = compact(text)
  return IDENTIFIER_KINDS.filter(kind => (kind === 'eik' || !isVat) && IS_RIGHT[kind](digits)).map(kind => ({
    kind,
    digits,
  }))
}

/** Has the length of a ЕГН, ЛНЧ or ЕИК and is none: a digit is wrong. */
export const looksLikeIdentifier = (text: string): boolean =>
  /^(\d{9}|\d{10}|\d{13})$/.test(compact(text).digits) && readIdentifier(text) === null

/** What papers and people without the right to the whole see: a ЕИК is public, of a personal number the birth date stays. */
export const maskIdentifier = ({ kind, digits }: Identifier): string =>
  kind === 'eik' ? digits : `${digits.slice(0, 6)}****`

/** The day of birth in ten digits of a ЕГН (the month is +20 before 1900 and +40 from 2000), or null. */
export function birthDateOf(digits: string): Temporal.PlainDate | null {
  if (!/^\d{10}$/.test(digits)) return null
  const [year, month, day] = [0, 2, 4].map(at => Number(digits.slice(at, at + 2))) as [number, number, number]
  const [century, offset] = month > 40 ? [2000, 40] : month > 20 ? [1800, 20] : [1900, 0]
  try {
    return Temporal.PlainDate.from(
      { year: century + year, month: month - offset, day },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/** The tenth digit of a ЕГН whose first nine are these. */
export const egnCheck = (digits: string): number => (weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10

/** The tenth digit of a ЛНЧ whose first nine are these. */
export const lnchCheck = (digits: string): number => weighted(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10

/** The ninth digit of a ЕИК whose first eight are these. */
export const eikCheck = (digits: string): number =>
  elevens(digits, [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10])

/** The thirteenth digit of a ЕИК of a branch whose first twelve are these. */
export const branchCheck = (digits: string): number => elevens(digits.slice(8), [2, 7, 3, 5], [4, 9, 5, 7])

const IS_RIGHT: Record<IdentifierKind, (digits: string) => boolean> = {
  egn: digits => birthDateOf(digits) !== null && egnCheck(digits) === Number(digits[9]),
  lnch: digits => /^\d{10}$/.test(digits) && !isNought(digits) && lnchCheck(digits) === Number(digits[9]),
  eik: digits =>
    /^\d{9}(\d{4})?$/.test(digits) &&
    !isNought(digits) &&
    eikCheck(digits) === Number(digits[8]) &&
    (digits.length === 9 || branchCheck(digits) === Number(digits[12])),
}

/** Passes every check sum and is nobody's. */
const isNought = (digits: string): boolean => /^0+$/.test(digits)

/** The remainder by eleven; ten is weighed again, and ten again is nought. */
function elevens(digits: string, weights: readonly number[], again: readonly number[]): number {
  const rest = weighted(digits, weights) % 11
  return rest < 10 ? rest : (weighted(digits, again) % 11) % 10
}

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)

function compact(text: string): { digits: string; isVat: boolean } {
  const joined = text.replace(/\s/g, '').toLocaleUpperCase('bg')
  const [, vat, digits = ''] = /^(BG|БГ)?(\d+)$/.exec(joined) ?? []
  return { digits, isVat: vat !== undefined }
}
