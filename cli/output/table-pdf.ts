import type { Lang } from '../../rules/languages.ts'
import { plainText } from '../../rules/plain-text.ts'
import { type Column, type Row, showCell, type Table } from '../../rules/reports/table.ts'
import { type Ink, PdfPages } from './pdf-pages.ts'

export type TablePdfFacts = {
  lang: Lang
  madeAt: Temporal.Instant
  foot: (page: number, of: number) => string
  /** Said where there are no rows. */
  empty: string
  /** The letters grow smaller before a second page is begun. */
  onePage?: boolean
}

const TITLE: Ink = { size: 14, bold: true }
const ABOUT: Ink = { size: 8.5, grey: true }
const SIZES = [9, 8, 7, 6]
const GAP = 8
const ROW_SPACE = 2.5
const BETWEEN = 14
const ABOVE_FOOT = 10
/** Lines that the header and the first row of a table need. */
const ROWS_TOGETHER = 6
/** A text column narrower than this is no longer read as words. */
const NARROWEST_TEXT = 11
/** So many of the longest texts of a column are measured. */
const MEASURED = 40

type Laid = { landscape: boolean; size: number; widths: number[] }

/**
 * A table on A4: title, what it is about, columns aligned as on the screen, long texts on several lines, the header again on
 * each page, the totals last. It lies across where upright it would not fit, and the letters grow smaller before a number is cut.
 */
export const tablePdf = (table: Table, facts: TablePdfFacts): Promise<Buffer> => tablesPdf([table], facts)

/** Several tables, one below the other; all lie across where one of them must. The title of the first is that of the file. */
export async function tablesPdf(tables: readonly Table[], facts: TablePdfFacts): Promise<Buffer> {
  const landscape = tables.some(table => layOut(table, facts, [false, true], SIZES).landscape)
  const tries = facts.onePage ? SIZES.map((_, at) => SIZES.slice(at)) : [SIZES]
  for (const sizes of tries) {
    const pages = openPages(tables[0]?.title ?? '', facts, landscape)
    for (const [at, table] of tables.entries()) {
      if (at > 0) pages.y += BETWEEN
      writeTable({ table, pages, laid: layOut(table, facts, [landscape], sizes), facts })
    }
    if (pages.count === 1 || sizes === tries.at(-1)) return pages.finished()
  }
  throw new RangeError('no sizes of letters')
}

/** A table on an upright page that is being written; its header never stands alone at the foot. */
export function putTable(pages: PdfPages, table: Table, facts: TablePdfFacts): void {
  const laid = layOut(table, facts, [false], SIZES)
  if (!pages.hasRoom(ROWS_TOGETHER * PdfPages.lineHeight({ size: laid.size }))) pages.nextPage()
  writeTable({ table, pages, laid, facts })
}

function writeTable(sheet: SheetOf): void {
  const { table, laid, facts } = sheet
  writeHead(sheet)
  writeRow(sheet, headerOf(table), true)
  for (const row of table.rows) writeRow(sheet, cellsOf(table, row, facts.lang), false)
  if (table.rows.length === 0) writeLines(sheet, facts.empty, { size: laid.size, grey: true })
  if (table.totals) writeRow(sheet, cellsOf(table, table.totals, facts.lang), true)
  for (const line of table.foot ?? []) {
    sheet.pages.y += ABOVE_FOOT
    writeLines(sheet, line, { size: laid.size })
  }
}

type SheetOf = { table: Table; pages: PdfPages; laid: Laid; facts: TablePdfFacts }

const openPages = (title: string, { lang, madeAt, foot }: TablePdfFacts, landscape: boolean): PdfPages =>
  new PdfPages({ title, lang, madeAt, foot, sheet: { size: 'A4', landscape } })

const headerOf = (table: Table): string[] => table.columns.map(column => column.title)

const cellsOf = (table: Table, row: Row, lang: Lang): string[] =>
  table.columns.map(column => plainText(showCell(row[column.key] ?? null, column.kind, lang)))

function writeHead({ table, pages }: SheetOf): void {
  for (const line of table.title === '' ? [] : pages.wrap(table.title, TITLE, pages.width)) {
    pages.write(line, TITLE, { x: 0, width: pages.width })
    pages.y += PdfPages.lineHeight(TITLE)
  }
  for (const line of table.subtitle.flatMap(text => pages.wrap(text, ABOUT, pages.width))) {
    pages.write(line, ABOUT, { x: 0, width: pages.width })
    pages.y += PdfPages.lineHeight(ABOUT)
  }
  pages.y += PdfPages.lineHeight(ABOUT)
}

function writeLines({ pages }: SheetOf, text: string, ink: Ink): void {
  for (const line of pages.wrap(text, ink, pages.width)) {
    pages.y += ROW_SPACE
    pages.write(line, ink, { x: 0, width: pages.width })
    pages.y += PdfPages.lineHeight(ink) + ROW_SPACE
  }
}

/** A row, on the next page under the header again where this one has no room for it; a rule below. */
function writeRow(sheet: SheetOf, cells: readonly string[], bold: boolean): void {
  const { pages, laid, table } = sheet
  const ink = { size: laid.size, bold }
  const wrapped = cells.map((cell, at) => pages.wrap(cell, ink, (laid.widths[at] ?? 0) + 0.01))
  const lines = Math.max(1, ...wrapped.map(cell => cell.length))
  const height = lines * PdfPages.lineHeight(ink) + 2 * ROW_SPACE
  if (!pages.hasRoom(height)) {
    pages.nextPage()
    writeRow(sheet, headerOf(table), true)
  }
  let x = 0
  for (const [at, cell] of wrapped.entries()) {
    const width = laid.widths[at] ?? 0
    const place = isText(table.columns[at]) ? 'left' : 'right'
    for (const [line, text] of cell.entries())
      pages.write(text, ink, { x, width, place }, pages.y + ROW_SPACE + line * PdfPages.lineHeight(ink))
    x += width + GAP
  }
  pages.y += height
  pages.rule(bold ? 0.8 : 0.4, !bold)
}

const isText = (column: Column | undefined): boolean => column?.kind === 'text'

/** Each way in turn, from large letters to small ones; the smallest of the last way takes whatever comes. */
function layOut(
  table: Table,
  facts: TablePdfFacts,
  ways: readonly boolean[],
  sizes: readonly number[],
): Laid {
  const all = [
    headerOf(table),
    ...[...table.rows, ...(table.totals ? [table.totals] : [])].map(row => cellsOf(table, row, facts.lang)),
  ]
  const longest = table.columns.map((_, at) =>
    [...new Set(all.map(cells => cells[at] ?? ''))]
      .toSorted((a, b) => b.length - a.length)
      .slice(0, MEASURED),
  )
  for (const landscape of ways) {
    const pages = openPages(table.title, facts, landscape)
    for (const size of sizes) {
      const widths = widthsOf(table.columns, longest, pages, size)
      const fits = widths.reduce((sum, one) => sum + one + GAP, -GAP) <= pages.width + 0.01
      if (fits || (landscape === ways.at(-1) && size === sizes.at(-1))) return { landscape, size, widths }
    }
  }
  throw new RangeError('no layout')
}

/** Numbers take what they need; texts share the rest: the widest gives way first, and takes what is left over. */
function widthsOf(
  columns: readonly Column[],
  longest: readonly string[][],
  pages: PdfPages,
  size: number,
): number[] {
  const ink = { size, bold: true }
  const widths = longest.map(texts => Math.max(...texts.map(text => pages.widthOf(text, ink))))
  const room = pages.width - GAP * (columns.length - 1)
  const least = NARROWEST_TEXT * size
  for (;;) {
    const surplus = widths.reduce((sum, one) => sum + one, 0) - room
    if (surplus <= 0) return widened(columns, widths, -surplus)
    const [widest, second] = columns
      .flatMap((column, at) =>
        isText(column) && (widths[at] ?? 0) > least ? [{ at, width: widths[at] ?? 0 }] : [],
      )
      .toSorted((a, b) => b.width - a.width)
    if (!widest) return widths
    const floor = Math.max(
      least,
      second && second.width < widest.width - 1 ? second.width : widest.width - 10,
    )
    widths[widest.at] = Math.max(floor, widest.width - surplus)
  }
}

function widened(columns: readonly Column[], widths: readonly number[], free: number): number[] {
  const texts = columns.flatMap((column, at) => (isText(column) ? [widths[at] ?? 0] : []))
  const widest = widths.findIndex((width, at) => isText(columns[at]) && width === Math.max(...texts))
  return widths.map((width, at) => (at === widest ? width + free : width))
}
