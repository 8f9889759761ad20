import type { Door } from '../door.ts'
import { toJson } from './json.ts'
import { tablesXlsx } from './table-xlsx.ts'
import { writeWhole } from './write-whole.ts'

/** Writes the tables of the answer into a spreadsheet and says where it is. */
export async function writeTablesXlsx(door: Door, file: string): Promise<void> {
  writeWhole(door, file, await tablesXlsx(door.sheets, door.lang))
  if (door.options.json) door.answer(toJson({ xlsx: file }))
  else door.answer(door.words.pathWritten(file))
}
