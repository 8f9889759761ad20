import { breakLine, printer as ThermalPrinter, types } from 'node-thermal-printer'
import { linesOf, type PaperPicture, type TextLine } from '../../../rules/papers/lines.ts'
import type { Paper } from '../../../rules/papers/paper.ts'
import type { EscposProfile } from '../../profile.ts'
import {
  cancelKanji,
  codePage,
  cut,
  drawerPulse,
  feed,
  font,
  initialise,
  internationalSet,
  size,
} from './commands.ts'
import { encode, spell } from './encode.ts'
import { logoBytes, pictureBytes } from './pictures.ts'
import { MOST_PICTURE_BYTES } from './raster.ts'

/** The bytes of one paper, from a fresh start to the cut. Spelled before it is laid out: spelling may change lengths. */
export function escposBytes(paper: Paper, profile: EscposProfile): Uint8Array {
  const builder = byteBuilder(profile)
  for (const bytes of beginning(profile)) builder.add(bytes)
  if (paper.newLogo && profile.logo === 'nv-graphics') builder.add(toBuffer(logoBytes(paper.newLogo)))
  let style: Style = { bold: false, large: false }
  for (const line of linesOf(spelled(paper, profile), profile.columns)) {
    if ('drawer' in line) {
      if (profile.drawer) builder.add(toBuffer(drawerPulse(profile.drawer)))
      continue
    }
    const picture = 'text' in line ? null : pictureBytes(line, profile)
    if (picture) builder.add(toBuffer(picture))
    for (const drawn of 'text' in line ? [line] : wordsOf(line, profile, picture !== null)) {
      addLine(builder, drawn, style, profile)
      style = drawn
    }
  }
  for (const bytes of ending(profile)) builder.add(bytes)
  const bytes = builder.getBuffer()
  builder.clear()
  return bytes ?? new Uint8Array()
}

type Style = Pick<TextLine, 'bold' | 'large'>

/** Below bars what they say; in the place of a picture that cannot be, what it says as large as it fits. */
function wordsOf(picture: PaperPicture, profile: EscposProfile, isDrawn: boolean): TextLine[] {
  if ('logo' in picture || ('qr' in picture && isDrawn)) return []
  const text = spell('qr' in picture ? picture.qr : picture.code128, profile)
  const block = { text, align: 'center', bold: !isDrawn, large: !isDrawn } as const
  return linesOf({ kind: 'label', title: '', blocks: [block] }, profile.columns).filter(
    line => 'text' in line,
  )
}

function addLine(builder: ThermalPrinter, line: TextLine, before: Style, profile: EscposProfile) {
  if (line.bold !== before.bold) builder.bold(line.bold)
  if (line.large !== before.large) builder.add(toBuffer(size(line.large)))
  builder.add(toBuffer(encode(line.text, profile)))
  builder.newLine()
}

/**
 * The package only collects bytes here: no interface, no character set, no folding. It is never given text, because it
 * would change the code page by itself; nor asked to cut, size or open the drawer, because it does these wrong.
 */
const byteBuilder = (profile: EscposProfile): ThermalPrinter =>
  new ThermalPrinter({ type: types.EPSON, interface: '', width: profile.columns, breakLine: breakLine.NONE })

const beginning = (profile: EscposProfile): Buffer[] =>
  [
    initialise(),
    ...(profile.cancelKanji ? [cancelKanji()] : []),
    internationalSet(),
    codePage(profile.page.number),
    ...(profile.font === 'B' ? [font('B')] : []),
  ].map(toBuffer)

/**
 * What keeps the piece of a torn paper apart from the next one: a picture that was broken off is filled with empty dots, for
 * it would take the next paper for its own; then all is printed to its end and cut off. A printer that drew none lets them be.
 */
export const endOfTornPaper = (profile: EscposProfile): Uint8Array =>
  Buffer.concat([new Uint8Array(MOST_PICTURE_BYTES), feed(1), ...ending(profile)])

function ending({ cutter, feedLines }: EscposProfile): Buffer[] {
  const feeding = feedLines > 0 ? [feed(feedLines)] : []
  return [...feeding, ...(cutter === 'none' ? [] : [cut(cutter)])].map(toBuffer)
}

function spelled(paper: Paper, profile: EscposProfile): Paper {
  const write = (text: string): string => spell(text, profile)
  return {
    ...paper,
    blocks: paper.blocks.map(block => {
      if ('text' in block) return { ...block, text: write(block.text) }
      if ('left' in block) return { ...block, left: write(block.left), right: write(block.right) }
      return block
    }),
  }
}

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)
