import type { Lang } from '../languages.ts'
import { type Column, type Row, showCell, type Table } from '../reports/table.ts'
import { demoBanner, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/**
 * A report on the roll of a desk's printer: each row its first texts and, at the right, its main number, the last amount that is
 * not only beside; what else there is to the row stands below it.
 */
export const reportPaper = (table: Table, town: PaperTown, texts: PaperTexts, lang: Lang): Paper =>
  reportsPaper([table], town, texts, lang)

/** Several tables on one paper, with the title of the first. */
export const reportsPaper = (
  tables: readonly Table[],
  town: PaperTown,
  texts: PaperTexts,
  lang: Lang,
): Paper => ({
  kind: 'report',
  title: tables[0]?.title ?? '',
  blocks: [...demoBanner(town, texts.heading), ...tables.flatMap(table => tableBlocks(table, lang))],
})

function tableBlocks(table: Table, lang: Lang): Block[] {
  const main = mainColumn(table.columns)
  const write = (row: Row): Block[] => rowBlocks(table, row, main, lang)
  return [
    ...(table.title === '' ? [] : [{ text: table.title, align: 'center' as const, bold: true }]),
    ...table.subtitle.map(text => ({ text, align: 'center' as const })),
    { rule: '=' },
    ...table.rows.flatMap(write),
    ...(table.totals ? [{ rule: '=' as const }, ...write(table.totals)] : []),
    { rule: '=' },
    ...(table.foot ?? []).map(text => ({ text })),
  ]
}

/** The amount of the row where it has one by that name, else its last number. */
function mainColumn(columns: readonly Column[]): Column | undefined {
  const numbers = columns.filter(column => column.kind !== 'text')
  return numbers.find(column => column.key === 'amount') ?? numbers.at(-1)
}

/** So many texts, a code and a name, stand in the row itself. */
const BESIDE = 2

function rowBlocks({ columns }: Table, row: Row, main: Column | undefined, lang: Lang): Block[] {
  const shown = (column: Column) => showCell(row[column.key] ?? null, column.kind, lang)
  const texts = columns.filter(column => column.kind === 'text').map(shown)
  const others = columns.filter(column => column.kind !== 'text' && column !== main && shown(column) !== '')
  const details = [
    ...texts.slice(BESIDE).filter(Boolean),
    ...others.map(column => `${column.title} ${shown(column)}`.replaceAll(' ', '\u00a0')),
  ]
  return [
    { left: texts.slice(0, BESIDE).filter(Boolean).join(' '), right: main ? shown(main) : '' },
    ...(details.length > 0 ? [{ text: `  ${details.join('; ')}` }] : []),
  ]
}
