import type { Lang } from '../languages.ts'
import { type Cents, showCents } from '../money.ts'

/** A report as a value; every renderer (screen, text, CSV, JSON, paper) prints the same Table. */
export type Table = {
  /** Stable English name for machines, e.g. `cash`. */
  name: string
  title: string
  /** Lines under the title: the town, the period, who and when. */
  subtitle: string[]
  columns: Column[]
  rows: Row[]
  /** Same keys as the rows; null where a total makes no sense. */
  totals: Row | null
}

export type Column = { key: string; title: string; kind: 'text' | 'count' | 'money' }
export type Row = Record<string, Cell>
/** `money` cells are cents, `count` cells whole numbers, `text` cells text. */
export type Cell = string | number | Cents | null

/** A cell as people read it: amounts without a sign of currency, an empty cell as nothing. */
export const showCell = (cell: Cell, lang: Lang): string =>
  cell === null ? '' : typeof cell === 'bigint' ? showCents(cell, lang) : String(cell)
