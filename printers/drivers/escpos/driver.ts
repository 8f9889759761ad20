import { breakLine, printer as ThermalPrinter, types } from 'node-thermal-printer'
import { linesOf, type PaperPicture, pictureInWords, type TextLine } from '../../../rules/papers/lines.ts'
import type { Paper } from '../../../rules/papers/paper.ts'
import type { EscposProfile } from '../../profile.ts'
import {
  cancelKanji,
  codePage,
  cut,
  drawerPulse,
  feed,
  initialise,
  internationalSet,
  size,
} from './commands.ts'
import { encode, spell } from './encode.ts'

/** The bytes of one paper, from a fresh start to the cut. Spelled before it is laid out: spelling may change lengths. */
export function escposBytes(paper: Paper, profile: EscposProfile): Uint8Array {
  const builder = byteBuilder(profile)
  for (const bytes of beginning(profile)) builder.add(bytes)
  let style = { bold: false, large: false }
  for (const line of linesOf(spelled(paper, profile), profile.columns)) {
    if ('drawer' in line) {
      if (profile.drawer) builder.add(toBuffer(drawerPulse(profile.drawer)))
      continue
    }
    for (const drawn of 'text' in line ? [line] : inLetters(line, profile)) {
      addLine(builder, drawn, style, profile)
      style = drawn
    }
  }
  for (const bytes of ending(profile)) builder.add(bytes)
  const bytes = builder.getBuffer()
  builder.clear()
  return bytes ?? new Uint8Array()
}

const inLetters = (picture: PaperPicture, profile: EscposProfile): TextLine[] =>
  pictureInWords(picture, profile.columns).map(text => ({
    text: spell(text, profile),
    bold: false,
    large: false,
  }))

function addLine(
  builder: ThermalPrinter,
  line: TextLine,
  before: Pick<TextLine, 'bold' | 'large'>,
  profile: EscposProfile,
) {
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
  ].map(toBuffer)

/** What keeps the piece of a torn paper apart from the next one: printed to its end and cut off. */
export const endOfTornPaper = (profile: EscposProfile): Uint8Array =>
  Buffer.concat([feed(1), ...ending(profile)])

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
