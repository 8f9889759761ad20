import type { Lang } from '../../rules/languages.ts'
import { plainText } from '../../rules/plain-text.ts'
import { type Column, type Row, showCell, type Table } from '../../rules/reports/table.ts'
import type { Part, Writing } from '../../rules/reports/writing.ts'

/** A report as Markdown, ready for a website; what people typed stays text. `empty` is said of a table without rows. */
export function writingMarkdown({ title, about, parts }: Writing, lang: Lang, empty: string): string {
  const blocks = [
    `# ${escaped(title)}`,
    about.map(escaped).join('  \n'),
    ...parts.flatMap(part => blocksOf(part, lang, empty)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function blocksOf(part: Part, lang: Lang, empty: string): string[] {
  if ('heading' in part) return [`${'#'.repeat(part.level)} ${escaped(part.heading)}`]
  if ('list' in part) return [part.list.map(line => `- ${paragraph(line)}`).join('\n')]
  if ('table' in part) return tableBlocks(part.table, lang, empty)
  return [part.strong ? `**${escaped(part.text)}**` : paragraph(part.text)]
}

function tableBlocks(table: Table, lang: Lang, empty: string): string[] {
  const { columns, rows, totals, title, foot = [] } = table
  const head = title === '' ? [] : [`**${escaped(title)}**`]
  if (rows.length === 0) return [...head, ...(foot.length > 0 ? foot : [empty]).map(escaped)]
  const lines = [
    lineOf(columns.map(column => escaped(column.title))),
    lineOf(columns.map(({ kind }) => (kind === 'text' ? '---' : '---:'))),
    ...[...rows, ...(totals ? [totals] : [])].map(row => lineOf(cellsOf(columns, row, lang))),
  ]
  return [...head, lines.join('\n'), ...foot.map(escaped)]
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cellsOf = (columns: readonly Column[], row: Row, lang: Lang): string[] =>
  columns.map(({ key, kind }) => escaped(showCell(row[key] ?? null, kind, lang)))

/** What Markdown or HTML would take for a mark of theirs. */
const escaped = (text: string): string => plainText(text).replace(/[\\`*_[\]<>|#&]/g, '\\$&')

/** The same where a line begins: what would begin a list or a heading there. */
const paragraph = (text: string): string =>
  escaped(text)
    .replace(/^[-+=~]/, '\\$&')
    .replace(/^(\d+)([.)] )/, '$1\\$2')
