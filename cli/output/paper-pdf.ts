import { CODE_128_QUIET, code128Of } from '../../rules/codes/code-128.ts'
import { QR_QUIET, type QrMatrix, qrOf } from '../../rules/codes/qr.ts'
import type { Lang } from '../../rules/languages.ts'
import type { Block, Paper } from '../../rules/papers/paper.ts'
import { type Ink, PdfPages, type Place, type Sheet } from './pdf-pages.ts'

export type PaperPdfFacts = {
  lang: Lang
  madeAt: Temporal.Instant
  sheet: Sheet
  foot: (page: number, of: number) => string
}

const SIZE = 9.5
const LARGE = 13
const GAP = 12
const SPACE = 4
/** Light room above and below a code. */
const AROUND = 10

/** Papers on sheets of A4 or A5 instead of a roll, each beginning on a page of its own. The drawer stays shut. */
export async function papersPdf(papers: readonly Paper[], facts: PaperPdfFacts): Promise<Buffer> {
  const pages = new PdfPages({ ...facts, title: papers[0]?.title ?? '' })
  for (const [at, paper] of papers.entries()) {
    if (at > 0) pages.nextPage()
    for (const block of paper.blocks) writeBlock(pages, block)
  }
  return pages.finished()
}

function writeBlock(pages: PdfPages, block: Block): void {
  if ('feed' in block) feed(pages, block.feed * PdfPages.lineHeight({ size: SIZE }))
  if ('rule' in block) writeRule(pages, block.rule)
  if ('left' in block) writePair(pages, block.left, block.right, inkOf(block))
  if ('code128' in block) writeBarcode(pages, block.code128)
  if ('qr' in block) writeQr(pages, block.qr)
  if ('text' in block) writeText(pages, block.text, block.align ?? 'left', inkOf(block))
}

const inkOf = ({ large, bold }: { large?: boolean; bold?: boolean }): Ink => ({
  size: large ? LARGE : SIZE,
  bold: bold === true,
})

/** Millimetres as points. */
const mm = (length: number): number => (length * 72) / 25.4

const BAR_WIDTHS = [mm(0.375), mm(0.25), mm(0.19)]
const BAR_HEIGHT = mm(12)
const QR_CELL = mm(0.6)

/** Bars as wide as the page has room for and a scanner reads; else the text alone, which stands below them in any case. */
function writeBarcode(pages: PdfPages, text: string): void {
  const bars = code128Of(text)
  const room = (width: number): boolean => ((bars?.length ?? 0) + 2 * CODE_128_QUIET) * width <= pages.width
  const width = BAR_WIDTHS.find(room)
  if (bars && width !== undefined) drawCells(pages, [bars], { width, height: BAR_HEIGHT })
  writeText(pages, text, 'center', { size: SIZE })
}

function writeQr(pages: PdfPages, text: string): void {
  const matrix = qrOf(text)
  const side = Math.min(QR_CELL, pages.width / ((matrix?.length ?? 0) + 2 * QR_QUIET))
  if (matrix) drawCells(pages, matrix, { width: side, height: side })
  else writeText(pages, text, 'center', { size: SIZE })
}

/** Never broken between two pages. */
function drawCells(pages: PdfPages, rows: QrMatrix, cell: { width: number; height: number }): void {
  const height = rows.length * cell.height
  if (!pages.hasRoom(height + 2 * AROUND)) pages.nextPage()
  pages.y += AROUND
  pages.cells(rows, cell)
  pages.y += height + AROUND
}

function writeRule(pages: PdfPages, rule: '-' | '='): void {
  feed(pages, SPACE)
  pages.rule(rule === '=' ? 1 : 0.4)
  feed(pages, SPACE)
}

/** Empty room never begins a page. */
function feed(pages: PdfPages, height: number): void {
  if (pages.hasRoom(height)) pages.y += height
  else pages.nextPage()
}

/** Spaces at the beginning indent the whole paragraph. */
function writeText(pages: PdfPages, text: string, place: Place, ink: Ink): void {
  const indent = (/^ */.exec(text)?.[0].length ?? 0) * (ink.size / 2)
  const room = { x: indent, width: pages.width - indent, place }
  for (const line of pages.wrap(text, ink, room.width))
    writeLine(pages, ink, () => pages.write(line, ink, room))
}

/** The right part stands at the end of the last line of the left one; what is too wide for both goes below. */
function writePair(pages: PdfPages, left: string, right: string, ink: Ink): void {
  const whole = { x: 0, width: pages.width }
  const rightLines = pages.wrap(right, ink, pages.width * 0.7)
  const rightWidth = Math.max(...rightLines.map(line => pages.widthOf(line, ink)))
  const lines = pages.wrap(left, ink, pages.width - rightWidth - GAP)
  for (const [at, line] of lines.entries()) {
    const beside = at === lines.length - 1 ? rightLines[0] : undefined
    writeLine(pages, ink, () => {
      pages.write(line, ink, whole)
      if (beside !== undefined) pages.write(beside, ink, { ...whole, place: 'right' })
    })
  }
  for (const line of rightLines.slice(1))
    writeLine(pages, ink, () => pages.write(line, ink, { ...whole, place: 'right' }))
}

function writeLine(pages: PdfPages, ink: Ink, write: () => void): void {
  const height = PdfPages.lineHeight(ink)
  if (!pages.hasRoom(height)) pages.nextPage()
  write()
  pages.y += height
}
