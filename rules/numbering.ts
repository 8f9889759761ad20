import { showDay } from './dates.ts'
import { plainText } from './plain-text.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What a template of numbers may ask for between braces. */
export const SEGMENTS = [
  'seq',
  'sub',
  'case',
  'index',
  'letters',
  'theme',
  'department',
  'year',
  'yy',
  'day',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** A number of a document of its own, or of a reply inside a case that has its number already. */
export type NumberOf = 'document' | 'reply'

/** What is known of a document before its number is taken; an empty one leaves out the sign after it too. */
export type NumberFacts = {
  /** The ordinal of the register in the town's register of registers. */
  index: number
  /** The letters of the kind of document. */
  letters: string | null
  /** The index of the case in the nomenclature. */
  theme: string | null
  /** The code of the department that registers. */
  department: string | null
  /** The number of the case as shown, with or without its day. */
  caseNumber: string | null
  day: Temporal.PlainDate
}

/** So many signs a shown number has at most. */
export const MOST_SIGNS = 40
const MOST_PADDED = 9

type Piece = { literal: string } | { segment: Segment; padded: number }

/**
 * Why numbers cannot look like this, or null. A template is letters, digits and `-` `/` `.` `#` around segments in braces:
 * `{letters}-{index}-{seq:5}`, a reply's `{case}#{sub}`. The sequence is what makes a number one of its own (чл. 28 от Наредбата
 * за обмена на документи в администрацията): it must be there, once, and not run into other digits.
 */
export function whyNotTemplate(text: string, numberOf: NumberOf = 'document'): Refusal | null {
  if (text.trim() === '') return refusal('template.empty', {})
  const wrong = whyNotSpelt(text)
  if (wrong) return wrong
  const pieces = piecesOf(text.trim())
  return whyNotSegments(pieces, numberOf) ?? whyNotRead(pieces)
}

function whyNotSpelt(text: string): Refusal | null {
  const hidden = [...text].find(sign => plainText(sign) !== sign.normalize('NFC'))
  if (hidden !== undefined) return refusal('template.sign_wrong', { sign: codePoint(hidden) })
  const outside = text.replace(/\{[^{}]*\}/g, '')
  if (/[{}]/.test(outside)) return refusal('template.brace_open', {})
  const sign = /[^\p{L}\p{N}\-/.# ]/u.exec(outside)?.[0]
  if (sign !== undefined) return refusal('template.sign_wrong', { sign })
  for (const [whole, inner = ''] of text.matchAll(/\{([^{}]*)\}/g))
    if (!readSegment(inner)) return refusal('template.segment_unknown', { segment: whole })
  return null
}

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function whyNotSegments(pieces: readonly Piece[], numberOf: NumberOf): Refusal | null {
  const named = pieces.flatMap(piece => ('segment' in piece ? [piece.segment] : []))
  const twice = named.find((segment, at) => named.indexOf(segment) !== at)
  if (twice) return refusal('template.segment_twice', { segment: `{${twice}}` })
  if (numberOf === 'document') {
    const ofReplies = named.find(segment => segment === 'case' || segment === 'sub')
    if (ofReplies) return refusal('template.reply_only', { segment: `{${ofReplies}}` })
  }
  const counts = named.includes('seq') || (named.includes('case') && named.includes('sub'))
  return counts ? null : refusal('template.no_sequence', { numberOf })
}

/** Of digits that touch, nobody could say where the sequence begins. */
function whyNotRead(pieces: readonly Piece[]): Refusal | null {
  for (const [at, piece] of pieces.entries()) {
    if (!('segment' in piece) || (piece.segment !== 'seq' && piece.segment !== 'sub')) continue
    if (endsInDigit(pieces[at - 1]) || beginsWithDigit(pieces[at + 1]))
      return refusal('template.digits_touch', { segment: `{${piece.segment}}` })
  }
  const longest = pieces.reduce((sum, piece) => sum + longestOf(piece), 0)
  return longest > MOST_SIGNS ? refusal('template.too_long', { signs: longest, most: MOST_SIGNS }) : null
}

const endsInDigit = (piece: Piece | undefined): boolean =>
  piece !== undefined && ('literal' in piece ? /\d$/.test(piece.literal) : piece.segment !== 'letters')

const beginsWithDigit = (piece: Piece | undefined): boolean =>
  piece !== undefined && ('literal' in piece ? /^\d/.test(piece.literal) : piece.segment !== 'letters')

const LONGEST: Record<Segment, number> = {
  seq: 7,
  sub: 4,
  case: 29,
  index: 3,
  letters: 6,
  theme: 10,
  department: 10,
  year: 4,
  yy: 2,
  day: 10,
}

const longestOf = (piece: Piece): number =>
  'literal' in piece ? piece.literal.length : Math.max(LONGEST[piece.segment], piece.padded)

function piecesOf(template: string): Piece[] {
  return template.split(/(\{[^{}]*\})/).flatMap((part): Piece[] => {
    if (part === '') return []
    return [part.startsWith('{') ? (readSegment(part.slice(1, -1)) ?? { literal: part }) : { literal: part }]
  })
}

function readSegment(inner: string): { segment: Segment; padded: number } | null {
  const [, name, digits] = /^([a-z]+)(?::([1-9]))?$/.exec(inner) ?? []
  const segment = SEGMENTS.find(known => known === name)
  if (!segment || (digits !== undefined && segment !== 'seq')) return null
  return { segment, padded: digits === undefined ? 1 : Math.min(Number(digits), MOST_PADDED) }
}

/**
 * A number with all in it but what the database alone knows: the sequence stays `{n}` (`{nnnnn}`: at least so many digits), the
 * ordinal of a reply in its case `{s}`. The wall that takes the number fills them.
 */
export function numberForm(template: string, facts: NumberFacts): string {
  const pieces = piecesOf(template.trim()).map(piece =>
    'literal' in piece ? { ...piece } : { text: textOf(piece, facts) },
  )
  for (const [at, piece] of pieces.entries()) {
    if ('literal' in piece || piece.text !== '') continue
    const [before, after] = [pieces[at - 1], pieces[at + 1]]
    if (after && 'literal' in after) after.literal = after.literal.replace(/^[-/.# ]+/, '')
    else if (before && 'literal' in before) before.literal = before.literal.replace(/[-/.# ]+$/, '')
  }
  return pieces.map(piece => ('literal' in piece ? piece.literal : piece.text)).join('')
}

/** What stands between braces is the database's to fill: a code of the town's own never brings braces along. */
const bare = (text: string | null): string => (text ?? '').replace(/[{}]/g, '').trim()

function textOf({ segment, padded }: { segment: Segment; padded: number }, facts: NumberFacts): string {
  switch (segment) {
    case 'seq':
      return `{${'n'.repeat(padded)}}`
    case 'sub':
      return '{s}'
    case 'case':
      return bare(withoutDay(facts.caseNumber ?? ''))
    case 'index':
      return String(facts.index)
    case 'letters':
      return bare(facts.letters)
    case 'theme':
      return bare(facts.theme)
    case 'department':
      return bare(facts.department)
    case 'year':
      return String(facts.day.year)
    case 'yy':
      return String(facts.day.year % 100).padStart(2, '0')
    case 'day':
      return showDay(facts.day, 'bg')
  }
}

/** The number as it would look with this sequence and ordinal: what the database makes of the form. */
export const showNumber = (template: string, facts: NumberFacts, seq: number, sub: number): string =>
  numberForm(template, facts)
    .replace(/\{(n+)\}/, (_, places: string) => String(seq).padStart(places.length, '0'))
    .replace('{s}', String(sub))

/** The sequence in a number made by this template with these facts, or null where it is none of those. */
export function sequenceIn(template: string, facts: NumberFacts, shown: string): number | null {
  const pattern = numberForm(template, facts)
    .replace(/[\\^$.*+?()[\]|/-]/g, sign => `\\${sign}`)
    .replace(/\{n+\}/, '(?<seq>\\d+)')
    .replace('{s}', '\\d+')
  const seq = new RegExp(`^${pattern}$`).exec(shown)?.groups?.['seq']
  return seq === undefined ? null : Number(seq)
}

/** A number as the state exchange knows it: `<index of the register>-<sequence>-<ДД.ММ.ГГГГ>`. */
export type Uri = { index: number; seq: number; day: Temporal.PlainDate }

export const showUri = ({ index, seq, day }: Uri): string => `${index}-${seq}-${showDay(day, 'bg')}`

/** The unique identifier in a text (чл. 28, ал. 1 НОДА), leading noughts or not; null where it is none or its day is no day. */
export function readUri(text: string): Uri | null {
  const typed = plainText(text)
    .replace(/^\s*№/, '')
    .replace(/\s*г\.?\s*$/, '')
    .replace(/\s+/g, '')
    .replace(/[–—]/g, '-')
  const found = /^(\d{1,10})-(\d{1,9})[-/](\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (!found) return null
  const [index, seq, day, month, year] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (index === 0 || seq === 0) return null
  try {
    return { index, seq, day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) }
  } catch {
    return null
  }
}

/** A shown number without the day at its end: `94-00-12/04.11.2026` is `94-00-12`. */
export const withoutDay = (shown: string): string =>
  shown.trim().replace(/\s*[-/]\s*\d{2}\.\d{2}\.\d{4}$/, '')
