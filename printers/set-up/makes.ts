import type { CodePage, EscposProfile } from '../profile.ts'
import { profiles } from '../profiles.ts'

export const MAKES = ['epson', 'star', 'datecs', 'rongta', 'xprinter', 'bixolon', 'citizen', 'other'] as const
export type Make = (typeof MAKES)[number]

/** Which shipped profiles are of a make, the usual one first, and what its printers say to GS I 66 and 67. */
const KNOWN: Record<Make, { profiles: RegExp; answers: RegExp | null }> = {
  epson: { profiles: /^epson-/, answers: /epson|^tm-/i },
  star: { profiles: /^star-/, answers: /star|^tsp/i },
  datecs: { profiles: /^datecs-/, answers: /datecs|^ep-/i },
  rongta: { profiles: /^rongta-/, answers: /rongta|^rp\d/i },
  xprinter: { profiles: /^xprinter-/, answers: /xprinter|zjiang|zijiang|^xp-|^pos-?58/i },
  bixolon: { profiles: /^bixolon-/, answers: /bixolon|samsung|^srp/i },
  citizen: { profiles: /^citizen-/, answers: /citizen|^ct-/i },
  other: { profiles: /^escpos-/, answers: null },
}

const shipped = (names: RegExp): EscposProfile[] =>
  profiles.filter(one => one.driver === 'escpos').filter(one => names.test(one.name))

/** A page tried before another where two makes count them by one number: what is usual in Bulgaria comes first. */
const LIKELIER: readonly CodePage['encoding'][] = ['cp866', 'win1251', 'mik', 'cp808', 'cp1125', 'cp855']

/** Every page to be tried with a printer of this make; with one that nobody knows, all that any make has. No number twice. */
export function pagesOf(make: Make): CodePage[] {
  const known = shipped(make === 'other' ? /./ : KNOWN[make].profiles).flatMap(one => one.pages)
  const found = LIKELIER.flatMap(encoding => known.filter(page => page.encoding === encoding))
  return found.filter(({ number }, at) => found.findIndex(page => page.number === number) === at)
}

/** The make that a printer names when it is asked, or null. */
export const makeOf = (answers: readonly (string | null)[]): Make | null =>
  MAKES.find(make => answers.some(answer => answer !== null && KNOWN[make].answers?.test(answer))) ?? null

const FONT_A_DOTS = 12

/** The shipped profile that a printer of this make starts from: that of its width, where there is one. */
export function startingProfile(make: Make, columns: number | undefined): EscposProfile {
  const [usual, ...others] = shipped(KNOWN[make].profiles)
  if (!usual) throw new Error(`no profile to start from: ${make}`)
  if (columns === undefined) return usual
  const sameWidth = [usual, ...others].find(one => one.columns === columns)
  return sameWidth ?? { ...usual, columns, dots: columns * FONT_A_DOTS }
}

/** What may print the euro sign in a page: its own place, or those that makers put it at. */
export const euroBytes = ({ encoding }: CodePage): number[] => EURO[encoding] ?? []

const EURO: Partial<Record<CodePage['encoding'], number[]>> = {
  win1251: [0x88],
  cp808: [0xfd],
  cp866: [0xf2, 0xfd],
}
