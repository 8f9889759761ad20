import stringWidth from 'string-width'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import type { Lang } from '../../rules/languages.ts'
import { plainText } from '../../rules/plain-text.ts'
import {
  type Cell,
  type CellKind,
  type Column,
  type Row,
  showCell,
  type Table,
} from '../../rules/reports/table.ts'

type Line = (CellObject | null)[]

/** A spreadsheet with a sheet for each table: titles above, the heads of columns stay while one scrolls, numbers are numbers. */
export const tablesXlsx = (tables: readonly Table[], lang: Lang): Promise<Buffer> => {
  const names = sheetNames(tables)
  return writeExcelFile(
    tables.map((table, at) => ({ sheet: names[at] ?? '', ...sheetOf(table, lang) })),
  ).toBuffer()
}

function sheetOf(table: Table, lang: Lang) {
  const kinds = new Map(table.columns.map(column => [column.key, kindOf(column, table.rows)]))
  const line = (row: Row, more: CellObject = {}): Line =>
    table.columns.map(({ key, kind }) => cellOf(row[key] ?? null, kinds.get(key) ?? kind, more))
  const above = [table.title, ...table.subtitle].filter(Boolean)
  const head: Line[] = [
    ...above.map((text, at): Line => [{ value: text, type: String, ...(at === 0 ? BOLD : {}) }]),
    ...(above.length > 0 ? [[]] : []),
    table.columns.map(({ title, kind }) => ({
      value: title,
      type: String,
      ...BOLD,
      bottomBorderStyle: 'thin',
      align: kind === 'text' ? 'left' : 'right',
    })),
  ]
  return {
    data: [
      ...head,
      ...table.rows.map(row => line(row)),
      ...(table.totals ? [line(table.totals, { ...BOLD, topBorderStyle: 'thin' })] : []),
      ...(table.foot?.length ? [[], ...table.foot.map((text): Line => [{ value: text, type: String }])] : []),
    ],
    columns: table.columns.map(column => ({ width: widthOf(column, table, lang) })),
    stickyRowsCount: head.length,
  }
}

const BOLD = { fontWeight: 'bold' } as const

/** Days are told as text in a table and are days in a spreadsheet, where all of a column are. */
type SheetKind = CellKind | 'day'

const DAY = /^(?:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)|(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4}))$/

function kindOf({ key, kind }: Column, rows: readonly Row[]): SheetKind {
  const cells = rows.map(row => row[key] ?? null).filter(cell => cell !== null && cell !== '')
  const areDays = kind === 'text' && cells.length > 0 && cells.every(cell => DAY.test(String(cell)))
  return areDays ? 'day' : kind
}

const FORMATS: Record<Exclude<SheetKind, 'text'>, string> = {
  count: '#,##0',
  money: '#,##0.00',
  percent: '0.0',
  days: '0.0',
  duration: '[m]:ss',
  day: 'dd.mm.yyyy',
}

const DAY_MS = 86_400_000

function cellOf(cell: Cell, kind: SheetKind, more: CellObject): CellObject | null {
  if (cell === null || cell === '') return Object.keys(more).length > 0 ? { ...more } : null
  const value = kind === 'text' ? null : numberOf(cell, kind)
  if (kind === 'text' || value === null) return { value: plainText(String(cell)), type: String, ...more }
  return { value, type: Number, format: FORMATS[kind], ...more }
}

/** What a spreadsheet keeps: euro, percents, days since 1899-12-30, parts of a day; null where the cell is words all the same. */
function numberOf(cell: NonNullable<Cell>, kind: Exclude<SheetKind, 'text'>): number | null {
  if (typeof cell === 'bigint') return Number(cell) / 100
  if (kind === 'day') return typeof cell === 'string' ? serialOf(cell) : null
  if (typeof cell === 'string') return null
  if (kind === 'duration') return cell / DAY_MS
  return kind === 'percent' || kind === 'days' ? cell / 10 : cell
}

const FIRST_DAY = Temporal.PlainDate.from('1899-12-30')

function serialOf(text: string): number | null {
  const { year, month, day } = DAY.exec(text)?.groups ?? {}
  if (!year || !month || !day) return null
  return FIRST_DAY.until(Temporal.PlainDate.from(`${year}-${month}-${day}`), { largestUnit: 'days' }).days
}

const NARROWEST = 8
const WIDEST = 60

function widthOf({ key, kind, title }: Column, { rows, totals }: Table, lang: Lang): number {
  const shown = [...rows, ...(totals ? [totals] : [])].map(row => showCell(row[key] ?? null, kind, lang))
  return Math.min(WIDEST, Math.max(NARROWEST, ...[title, ...shown].map(text => stringWidth(text) + 2)))
}

const MOST_NAME = 31

/** What stands on the tabs: at most 31 signs, none of them forbidden, no two alike. */
function sheetNames(tables: readonly Table[]): string[] {
  const names: string[] = []
  for (const { title, subtitle, name } of tables) {
    const plain = (title || subtitle[0] || name).replace(/[[\]:*?/\\]/g, ' ').trim()
    const isTaken = (text: string) => names.some(one => one.toLowerCase() === text.toLowerCase())
    let unique = plain.slice(0, MOST_NAME)
    for (let at = 2; isTaken(unique); at += 1) unique = `${plain.slice(0, MOST_NAME - 3)} ${at}`
    names.push(unique)
  }
  return names
}
