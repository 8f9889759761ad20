import stringWidth from 'string-width'
import type { Lang } from '../../rules/languages.ts'
import { plainText } from '../../rules/plain-text.ts'
import { type Column, type Row, showCell, type Table } from '../../rules/reports/table.ts'

const GAP = '  '
const NARROWEST = 12

/**
 * A table for people: at most `width` columns where the texts allow it, numbers to the right. What may be spared is left out
 * before the longest texts are cut.
 */
export function tableText(table: Table, lang: Lang, width = Number.POSITIVE_INFINITY): string {
  const whole = textOf(table, lang, Number.POSITIVE_INFINITY)
  const widest = Math.max(...whole.split('\n').map(line => stringWidth(line)))
  if (widest <= width) return whole
  return textOf({ ...table, columns: table.columns.filter(column => !column.spare) }, lang, width)
}

function textOf(table: Table, lang: Lang, width: number): string {
  const rows = [...table.rows, ...(table.totals ? [table.totals] : [])].map(row => cellsOf(table, row, lang))
  const widths = fitted(
    table.columns,
    table.columns.map((column, at) =>
      Math.max(stringWidth(column.title), ...rows.map(row => stringWidth(row[at] ?? ''))),
    ),
    width,
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0, table.columns[at]?.kind ?? 'text'))
      .join(GAP)
      .trimEnd()
  const rule = '-'.repeat(
    Math.max(
      0,
      widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length),
    ),
  )
  const head = [table.title, ...table.subtitle].filter(Boolean)
  const body = rows.slice(0, table.rows.length).map(line)
  return [
    ...head,
    ...(head.length > 0 ? [''] : []),
    line(table.columns.map(column => column.title)),
    rule,
    ...body,
    ...(table.totals ? [rule, line(rows.at(-1) ?? [])] : []),
    ...(table.foot?.length ? ['', ...table.foot] : []),
  ].join('\n')
}

const cellsOf = (table: Table, row: Row, lang: Lang): string[] =>
  table.columns.map(column => plainText(showCell(row[column.key] ?? null, column.kind, lang)))

/** Takes the surplus from the widest text columns, down to NARROWEST. */
function fitted(columns: readonly Column[], widths: readonly number[], most: number): number[] {
  const fit = [...widths]
  const total = () => fit.reduce((sum, one) => sum + one + GAP.length, -GAP.length)
  while (total() > most) {
    let widest = -1
    for (const [at, column] of columns.entries())
      if (column.kind === 'text' && (fit[at] ?? 0) > Math.max(NARROWEST, fit[widest] ?? 0)) widest = at
    if (widest < 0) break
    fit[widest] = (fit[widest] ?? 0) - 1
  }
  return fit
}

function padded(text: string, width: number, kind: Column['kind']): string {
  const cut = stringWidth(text) > width ? shortened(text, width) : text
  const free = ' '.repeat(Math.max(0, width - stringWidth(cut)))
  return kind === 'text' ? cut + free : free + cut
}

function shortened(text: string, width: number): string {
  let kept = ''
  for (const letter of text) {
    if (stringWidth(kept + letter) > width - 1) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}
