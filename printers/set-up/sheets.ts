import {
  cancelKanji,
  codePage,
  cut,
  drawerPulse,
  feed,
  initialise,
  internationalSet,
} from '../drivers/escpos/commands.ts'
import { encode, spell } from '../drivers/escpos/encode.ts'
import type { CodePage, EscposProfile } from '../profile.ts'

/** The letters that tell the Bulgarian pages apart: CP866 and MIK share А–Я and а–п. */
const TELLTALE = 'Ъъ рстуфхцчшщьюя №'

const PAGE_NAMES: Record<CodePage['encoding'], string> = {
  cp866: 'CP866',
  cp808: 'CP808',
  cp1125: 'CP1125',
  cp855: 'CP855',
  win1251: 'WPC1251',
  mik: 'MIK',
}

/** Past the tear bar and the blade of any printer. */
const PAST_THE_BAR = 6

const LF = Uint8Array.of(0x0a)

const ascii = (text: string): Uint8Array => Buffer.from(`${text}\n`, 'ascii')

/** What a person calls a page. */
export const pageName = ({ encoding }: CodePage): string => PAGE_NAMES[encoding]

/** From a fresh start; `cancelKanji` harms no printer but is left out where a make does not know it. */
const sheet = (profile: Pick<EscposProfile, 'cancelKanji'>, ...parts: Uint8Array[]): Uint8Array =>
  Buffer.concat([
    initialise(),
    ...(profile.cancelKanji ? [cancelKanji()] : []),
    internationalSet(),
    ...parts,
    feed(PAST_THE_BAR),
  ])

/** A line that is read only at the right speed. What came garbled before it is ended first. */
export const speedSheet = (baud: number): Uint8Array =>
  Buffer.concat([LF, initialise(), ascii(`${baud} ${baud} ${baud}`), feed(1)])

/** One Bulgarian line for each page, which begins with the number to be typed. */
export const pageSheet = (pages: readonly CodePage[], profile: EscposProfile): Uint8Array =>
  sheet(
    profile,
    ...pages.flatMap(page => {
      const letters = { page, euro: 'EUR' } as const
      const text = `n=${page.number} ${pageName(page)}: ${TELLTALE}`
      return [codePage(page.number), encode(spell(text, letters), letters), LF]
    }),
  )

/** One line for each byte that may be the euro sign, numbered from 1. */
export const euroSheet = (page: CodePage, bytes: readonly number[], profile: EscposProfile): Uint8Array =>
  sheet(
    profile,
    codePage(page.number),
    ...bytes.map((byte, at) => Buffer.concat([Buffer.from(`${at + 1}: 12,50 `), Uint8Array.of(byte), LF])),
  )

export const WIDTHS = [30, 32, 35, 40, 42, 44, 46, 48, 52, 56, 64] as const

/** For each width one line exactly so wide, which ends with its number: what does not fit falls to the next line. */
export const widthSheet = (profile: EscposProfile): Uint8Array =>
  sheet(profile, ...WIDTHS.map(width => ascii(`${width}`.padStart(width, '-'))))

/** A last line, fed as far as the profile says, and the cut. */
export function cutSheet({ page, cutter, feedLines, ...rest }: EscposProfile): Uint8Array {
  const letters = { page, euro: rest.euro }
  const last = encode(spell('--- край --- край --- край ---', letters), letters)
  return Buffer.concat([
    sheet(rest, codePage(page.number)),
    last,
    LF,
    ...(feedLines > 0 ? [feed(feedLines)] : []),
    cut(cutter === 'none' ? 'partial' : cutter),
  ])
}

/** The kick of a drawer at this pin. */
export const drawerSheet = ({ drawer }: EscposProfile, pin: 2 | 5): Uint8Array =>
  Buffer.concat([initialise(), drawerPulse({ ...(drawer ?? { on_ms: 50, off_ms: 500 }), pin })])
