import type { Part, Writing } from '../../rules/reports/writing.ts'
import { type Ink, PdfPages } from './pdf-pages.ts'
import { putTable, type TablePdfFacts } from './table-pdf.ts'

const TITLE: Ink = { size: 16, bold: true }
const ABOUT: Ink = { size: 8.5, grey: true }
const BODY: Ink = { size: 10 }
const STRONG: Ink = { size: 10, bold: true }
const HEADING: Record<2 | 3, Ink> = { 2: { size: 13, bold: true }, 3: { size: 10.5, bold: true } }
const ABOVE_HEADING = { 2: 12, 3: 6 }
const BELOW = 5
const INDENT = 12
/** A heading never stands alone at the foot of a page: so many lines come with it. */
const LINES_WITH_HEADING = 3

/** A report on A4: headings, paragraphs, lists, and its tables as they stand elsewhere. */
export function writingPdf({ title, about, parts }: Writing, facts: TablePdfFacts): Promise<Buffer> {
  const { lang, madeAt, foot } = facts
  const pages = new PdfPages({ title, lang, madeAt, foot, sheet: { size: 'A4' } })
  writeLines(pages, title, TITLE)
  for (const line of about) writeLines(pages, line, ABOUT)
  pages.y += BELOW
  for (const part of parts) writePart(pages, part, facts)
  return pages.finished()
}

function writePart(pages: PdfPages, part: Part, facts: TablePdfFacts): void {
  if ('table' in part) {
    if (part.table.title !== '') writeHeading(pages, part.table.title, 3)
    putTable(pages, { ...part.table, title: '' }, facts)
  } else if ('heading' in part) writeHeading(pages, part.heading, part.level)
  else if ('list' in part) for (const line of part.list) writeItem(pages, line)
  else writeLines(pages, part.text, part.strong ? STRONG : BODY)
  pages.y += BELOW
}

function writeHeading(pages: PdfPages, text: string, level: 2 | 3): void {
  const ink = HEADING[level]
  const lines = pages.wrap(text, ink, pages.width).length
  pages.y += ABOVE_HEADING[level]
  const together = lines * PdfPages.lineHeight(ink) + LINES_WITH_HEADING * PdfPages.lineHeight(BODY)
  if (!pages.hasRoom(together)) pages.nextPage()
  writeLines(pages, text, ink)
}

function writeItem(pages: PdfPages, text: string): void {
  if (!pages.hasRoom(PdfPages.lineHeight(BODY))) pages.nextPage()
  pages.write('•', BODY, { x: 0, width: INDENT })
  writeLines(pages, text, BODY, INDENT)
}

function writeLines(pages: PdfPages, text: string, ink: Ink, x = 0): void {
  const width = pages.width - x
  for (const line of pages.wrap(text, ink, width)) {
    if (!pages.hasRoom(PdfPages.lineHeight(ink))) pages.nextPage()
    pages.write(line, ink, { x, width })
    pages.y += PdfPages.lineHeight(ink)
  }
}
