import { plainText } from '../plain-text.ts'
import type { Block, Paper } from './paper.ts'

/**
 * One printed line, at most as wide as the paper (a `large` letter takes two columns), the kick of the drawer, or a picture
 * that each device draws in its own way.
 */
export type PaperLine = TextLine | PaperPicture | { drawer: true }

export type TextLine = { text: string; bold: boolean; large: boolean }

export type PaperPicture = { code128: string } | { qr: string } | { logo: true }

/** How the paper writes the euro: the sign where the code page of the printer has it. Replaced before the layout. */
export type EuroSign = '€' | 'EUR'

/**
 * Lays a paper out in columns of one letter each. Text wraps at spaces, never at a no-break space; a word longer than the
 * paper is broken; spaces at its beginning indent the whole paragraph. Large text with a word that would be broken is
 * printed at normal size. Control characters are left out, whoever wrote the paper into the database.
 */
export const linesOf = (paper: Paper, columns: number, euro: EuroSign = '€'): PaperLine[] =>
  paper.blocks.flatMap(block => linesOfBlock(block, columns, euro))

/** The paper as plain text, for a preview: all of it at normal size, codes in words, without the drawer. */
export const textOf = (paper: Paper, columns: number): string =>
  linesOf(atNormalSize(paper), columns)
    .flatMap(line => ('text' in line ? [line.text] : 'drawer' in line ? [] : pictureInWords(line, columns)))
    .join('\n')

/** The same paper for where all letters are of one size. */
export const atNormalSize = (paper: Paper): Paper => ({
  ...paper,
  blocks: paper.blocks.map(block => ('large' in block ? { ...block, large: false } : block)),
})

/** What stands in the place of a picture where only letters can be printed: what a reader of the code would read. */
export function pictureInWords(picture: PaperPicture, columns: number): string[] {
  if ('logo' in picture) return []
  const said = 'qr' in picture ? `[QR: ${picture.qr}]` : `|| ${picture.code128} ||`
  return wrap(plainText(said), columns).map(line => align(line, 'center', columns))
}

function linesOfBlock(block: Block, columns: number, euro: EuroSign): PaperLine[] {
  if ('drawer' in block) return [{ drawer: true }]
  if ('code128' in block || 'qr' in block || 'logo' in block) return [block]
  if ('rule' in block) return [{ text: block.rule.repeat(columns), bold: false, large: false }]
  if ('feed' in block)
    return Array.from({ length: block.feed }, () => ({ text: '', bold: false, large: false }))
  const write = (text: string): string => plainText(text).replaceAll('€', euro).replaceAll('…', '...')
  const bold = block.bold === true
  const half = Math.floor(columns / 2)
  const unbroken =
    'left' in block ? [...wordsOf(write(block.left)), write(block.right)] : wordsOf(write(block.text))
  const large = block.large === true && unbroken.every(word => widthOf(word) <= half)
  const room = large ? half : columns
  const texts =
    'left' in block
      ? pair(write(block.left), write(block.right), room)
      : wrap(write(block.text), room).map(text => align(text, block.align ?? 'left', room))
  return texts.map(text => ({ text: text.replaceAll('\u00a0', ' '), bold, large }))
}

/**
 * The left part hangs: its second and further lines are indented by two, so that the next pair is seen to begin. Where the
 * right part finds no room beside the last words, the last of them goes down with it.
 */
function pair(left: string, right: string, room: number): string[] {
  const lines = wrap(left, room, 2)
  const last = lines.pop() ?? ''
  const joined = beside(last, right, room)
  if (joined !== null) return [...lines, joined]
  const lastWord = /^(.*\S) (\S+)$/.exec(last)
  const lowered = lastWord && beside(`  ${lastWord[2]}`, right, room)
  if (lowered) return [...lines, lastWord[1] ?? '', lowered]
  return [...lines, last, ...wrap(right, room).map(piece => align(piece, 'right', room))]
}

/** Both on one line with at least one space between them, or null. */
function beside(left: string, right: string, room: number): string | null {
  const gap = room - widthOf(left) - widthOf(right)
  return gap >= 1 ? left + ' '.repeat(gap) + right : null
}

/** Lines of at most `room` letters, at least one; `hang` is added to the indent after the first. A long word eats its indent. */
function wrap(text: string, room: number, hang = 0): string[] {
  const first = Math.min(/^ */.exec(text)?.[0].length ?? 0, Math.floor(room / 4))
  const lines: string[] = []
  for (const word of wordsOf(text).flatMap(word => piecesOf(word, room))) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= room) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      const indent = last === undefined ? first : first + hang
      lines.push(' '.repeat(Math.min(indent, room - widthOf(word))) + word)
    }
  }
  return lines.length > 0 ? lines : ['']
}

function align(text: string, to: 'left' | 'center' | 'right', room: number): string {
  const free = room - widthOf(text)
  return ' '.repeat(to === 'left' ? 0 : to === 'right' ? free : Math.floor(free / 2)) + text
}

const wordsOf = (text: string): string[] => text.split(/ +/).filter(Boolean)

/** Papers hold letters, digits and signs that each print in one cell; after NFC there are no combining marks. */
const widthOf = (text: string): number => [...text].length

function piecesOf(word: string, room: number): string[] {
  const letters = [...word]
  const pieces: string[] = []
  for (let at = 0; at < letters.length; at += room) pieces.push(letters.slice(at, at + room).join(''))
  return pieces
}
