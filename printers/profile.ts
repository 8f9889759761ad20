import { z } from 'zod'
import { plainText } from '../rules/plain-text.ts'
import type { ProfileProblem } from '../rules/printing.ts'

/** Code pages with all Bulgarian letters, as iconv-lite names them. */
export const ENCODINGS = ['cp866', 'cp808', 'cp1125', 'cp855', 'mik', 'win1251'] as const

const named = {
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u),
  /** Letters across the paper, in the font that is used. */
  columns: z.int().min(20).max(132),
  /** Where the facts come from. */
  source: z.string().max(300).transform(plainText),
}

const byte = z.int().min(0).max(255)

/** `number` as this make counts it in ESC t. */
const page = z.strictObject({ encoding: z.enum(ENCODINGS), number: byte })
export type CodePage = z.infer<typeof page>

const milliseconds = z.int().min(20).max(510)

/**
 * A receipt printer. What has a default was learned later than the rest: files and databases of towns may lack it, and what
 * stands for it then works with every make.
 */
const EscposProfile = z.strictObject({
  ...named,
  driver: z.literal('escpos'),
  /** A has letters of 12 dots, B of 9. */
  font: z.enum(['A', 'B']).default('A'),
  /** Dots across the paper: 576 on 80 mm, 384 on 58 mm, for most makes. */
  dots: z.int().min(160).max(1_024),
  /** The page that papers are printed in. */
  page,
  /** All pages with Cyrillic that the make is known to have, for whoever looks for the right one. */
  pages: z.array(page).max(20).default([]),
  /** The byte that prints €, or the three letters where the page has no sign or nobody proved it. */
  euro: z.union([z.literal('EUR'), z.strictObject({ byte: z.int().min(0x80).max(255) })]),
  cutter: z.enum(['partial', 'full', 'none']),
  /** Lines fed so that the last one passes the blade or the tear bar. */
  feedLines: z.int().min(0).max(12),
  /** How long the pulse is, and the pause after it: a shorter pause may burn the coil of a drawer that is stuck. */
  drawer: z
    .strictObject({
      pin: z.literal([2, 5]),
      on_ms: milliseconds,
      off_ms: milliseconds.min(100),
    })
    .nullable(),
  /** 'dle-eot': answers DLE EOT at any time and GS r 1 after what came before it was printed. */
  status: z.enum(['dle-eot', 'none']),
  /** Tells by itself when its state changes (GS a). */
  pushes: z.boolean().default(false),
  /** Says back a number that was sent after a paper, when all before it is printed. */
  processId: z.boolean().default(false),
  /** Chinese firmware starts in GBK mode and prints hanzi for Cyrillic until FS . cancels it. */
  cancelKanji: z.boolean(),
  /** 'raster': drawn here, dot by dot; every make prints it, with more bytes. */
  code128: z.enum(['native', 'raster']).default('raster'),
  qr: z.enum(['native', 'raster']).default('raster'),
  /** Whether it keeps a picture that is sent once and printed by its name. */
  logo: z.enum(['nv-graphics', 'none']).default('none'),
})
export type EscposProfile = z.infer<typeof EscposProfile>

const TextProfile = z.strictObject({ ...named, driver: z.literal('text') })
export type TextProfile = z.infer<typeof TextProfile>

/** A fiscal device; its driver knows all but the width of the paper. */
const FiscalProfile = z.strictObject({ ...named, driver: z.enum(['datecs', 'datecs-x']) })
export type FiscalProfile = z.infer<typeof FiscalProfile>
/** A service that drives fiscal devices of many makes; it draws its documents itself. */
const ErpnetProfile = z.strictObject({ ...named, driver: z.literal('erpnet-fp') })
export type ErpnetProfile = z.infer<typeof ErpnetProfile>

/**
 * What is known about a family of printers. Code page numbers are not portable between makes, so the office picks a profile
 * by what its test page shows, or brings its own.
 */
const Profile = z.discriminatedUnion('driver', [EscposProfile, TextProfile, FiscalProfile, ErpnetProfile])
export type Profile = z.infer<typeof Profile>

/** A profile as somebody wrote it, with what it lacks filled in; or all that is wrong with it. */
export function readProfile(written: unknown): { profile: Profile } | { problems: ProfileProblem[] } {
  const read = Profile.safeParse(written, { reportInput: true })
  return read.success
    ? { profile: read.data }
    : { problems: read.error.issues.flatMap(issue => problemsOf(issue)) }
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue, within: PropertyKey[] = []): ProfileProblem[] {
  const path = [...within, ...issue.path]
  const field = path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: [...path, key].join('.'), problem: 'unknown' }))
  if (issue.code === 'invalid_union') {
    const inside = issue.errors
      .flat()
      .filter(part => part.path.length > 0 || part.code === 'unrecognized_keys')
    if (inside.length > 0) return inside.flatMap(part => problemsOf(part, path))
  }
  if (isMissing(issue)) return [{ field, problem: 'missing' }]
  return [{ field, problem: 'not_allowed', allowed: allowedBy(issue) }]
}

/** Of a profile without a driver the whole profile is the input. */
const isMissing = ({ code, input }: Issue): boolean =>
  input === undefined ||
  (code === 'invalid_union' && typeof input === 'object' && input !== null && !('driver' in input))

const orOf = (values: string[]): string => values.join(' | ')

function allowedBy(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return `≥ ${issue.minimum}`
    case 'too_big':
      return `≤ ${issue.maximum}`
    case 'invalid_value':
      return orOf(issue.values.map(value => JSON.stringify(value)))
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected
    case 'invalid_union':
      return 'options' in issue
        ? orOf((issue.options as unknown[]).map(option => JSON.stringify(option)))
        : orOf(issue.errors.flatMap(([first]) => (first ? [allowedBy(first)] : [])))
    default:
      return '"a-z 0-9 . _ -"'
  }
}

const KINDS: Record<string, string> = {
  number: '0, 1, 2 …',
  int: '0, 1, 2 …',
  string: '"…"',
  boolean: 'true | false',
  object: '{ … }',
  array: '[ … ]',
}
