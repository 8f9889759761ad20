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
  /** Lines below the table: what it leaves out, who signs. */
  foot?: string[]
}

/** Text stands at the left, everything else is a number and stands at the right. */
export type Column = {
  key: string
  title: string
  kind: CellKind
  /** Left out first where there is little room to read it on. */
  spare?: boolean
}
export type CellKind = 'text' | 'count' | 'money' | 'percent' | 'duration' | 'days'
export type Row = Record<string, Cell>
/**
 * `money` cells are cents, `count` cells whole numbers, `percent` cells tenths of a percent, `days` cells tenths of a day, `duration`
 * cells milliseconds, `text` cells text.
 */
export type Cell = string | number | Cents | null

/** A cell as people read it: amounts without a sign of currency, `12,5` for a percent or days, `1:07` for a duration; empty is nothing. */
export function showCell(cell: Cell, kind: CellKind, lang: Lang): string {
  if (cell === null) return ''
  if (typeof cell === 'bigint') return showCents(cell, lang)
  if (typeof cell === 'number' && (kind === 'percent' || kind === 'days')) return showTenths(cell, lang)
  if (typeof cell === 'number' && kind === 'duration') return showDuration(cell)
  return String(cell)
}

function showTenths(tenths: number, lang: Lang): string {
  const size = Math.abs(tenths)
  return `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)}${lang === 'bg' ? ',' : '.'}${size % 10}`
}

/** Minutes and whole seconds: `0:42`, `61:05`. */
function showDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
