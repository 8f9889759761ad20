import { plainLines } from '../../rules/plain-text.ts'
import type { Table } from '../../rules/reports/table.ts'
import type { Door } from '../door.ts'
import { isTraining } from '../training.ts'
import { toJson } from './json.ts'
import { tableCsv } from './table-csv.ts'
import { tableJson } from './table-json.ts'
import { tableText } from './table-text.ts'

/** Answers with `text` for people or, with --json, with `json` on one line each run can parse; amounts are whole cents. */
export const answer = (door: Door, json: unknown, text: string): void =>
  door.answer(door.options.json ? toJson(json) : plainLines(text))

export function answerTable(door: Door, plain: Table, csv = false): void {
  const table = markedIn(door, plain)
  if (door.options.xlsx !== undefined) door.sheets.push(table)
  else if (door.options.json) door.answer(toJson(tableJson(table)))
  else if (csv) process.stdout.write(tableCsv(table))
  else door.answer(tableText(table, door.lang, process.stdout.columns))
}

/** Several tables: one below the other for people, a list of them with --json, one after the other as CSV. */
export function answerTables(door: Door, plain: readonly Table[], csv = false): void {
  const [first, ...rest] = plain
  if (!first) return
  const tables = [markedIn(door, first), ...rest]
  if (rest.length === 0) answerTable(door, first, csv)
  else if (door.options.xlsx !== undefined) door.sheets.push(...tables)
  else if (door.options.json) door.answer(toJson({ tables: tables.map(tableJson) }))
  else if (csv) process.stdout.write(tables.map(tableCsv).join('\r\n'))
  else door.answer(tables.map(table => tableText(table, door.lang, process.stdout.columns)).join('\n\n'))
}

/** A table of practice says so under its title, whatever it is a table of. */
function markedIn(door: Door, table: Table): Table {
  const mark = door.texts.reports.training
  if (!isTraining(door) || table.subtitle.includes(mark)) return table
  return { ...table, subtitle: [mark, ...table.subtitle] }
}
