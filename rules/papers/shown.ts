import { QR_QUIET, type QrMatrix, qrOf } from '../codes/qr.ts'
import { atNormalSize, linesOf, type PaperPicture, pictureInWords } from './lines.ts'
import type { Paper } from './paper.ts'

/**
 * The paper as a screen of so many columns and rows shows it: all of it at normal size; a QR code that fits is drawn, to be
 * read by a phone, and everything else that is no text stands in words.
 */
export const shownOf = (paper: Paper, columns: number, rows: number): string[] =>
  linesOf(atNormalSize(paper), columns).flatMap(line => {
    if ('text' in line) return [line.text]
    return 'drawer' in line ? [] : (drawn(line, columns, rows) ?? pictureInWords(line, columns))
  })

/** Whether this line of a shown paper is a row of a code, to be drawn in light letters on a dark ground whatever the theme. */
export const isCodeRow = (line: string): boolean => /^ *[█▀▄][█▀▄ ]*$/.test(line)

const LEAST_QUIET = 2

/** A cell holds two modules, one above the other. The border shrinks before the code is given up. */
function drawn(picture: PaperPicture, columns: number, rows: number): string[] | null {
  const matrix = 'qr' in picture ? qrOf(picture.qr, { isClean: true }) : null
  if (!matrix) return null
  const border = [QR_QUIET, LEAST_QUIET].find(quiet => {
    const side = matrix.length + 2 * quiet
    return side <= columns && Math.ceil(side / 2) <= rows
  })
  if (border === undefined) return null
  const indent = ' '.repeat(Math.floor((columns - matrix.length - 2 * border) / 2))
  return halfBlocks(matrix, border).map(row => indent + row)
}

/** Light modules are drawn, dark ones are the ground. What is below the last row is light. */
function halfBlocks(matrix: QrMatrix, border: number): string[] {
  const side = matrix.length + 2 * border
  const isLight = (x: number, y: number): boolean => matrix[y - border]?.[x - border] !== true
  return Array.from({ length: Math.ceil(side / 2) }, (_, row) =>
    Array.from({ length: side }, (_, x) => cell(isLight(x, 2 * row), isLight(x, 2 * row + 1))).join(''),
  )
}

const cell = (isUpperLight: boolean, isLowerLight: boolean): string =>
  isUpperLight ? (isLowerLight ? '█' : '▀') : isLowerLight ? '▄' : ' '
