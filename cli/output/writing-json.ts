import type { Part, Writing } from '../../rules/reports/writing.ts'
import { tableJson } from './table-json.ts'

/** A report for programs: its parts in their order, each what it is. */
export const writingJson = ({ title, about, parts }: Writing): Record<string, unknown> => ({
  title,
  about,
  parts: parts.map((part: Part) => ('table' in part ? { table: tableJson(part.table) } : part)),
})
