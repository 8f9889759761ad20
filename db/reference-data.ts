import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { DatabaseFault } from './fault.ts'

/** The rows of a file in data/, by header; an empty cell is an empty text. */
export function referenceData<Column extends string>(file: string): Record<Column, string>[] {
  const root = dirname(import.meta.dirname)
  const path = join(root, 'data', file)
  if (!existsSync(path)) throw new DatabaseFault('binaries_missing', { path: `data/${file}` })
  return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
}

/** Texts of the files of a folder in data/, by name. */
export function referenceTexts(folder: string): { name: string; text: string }[] {
  const path = join(dirname(import.meta.dirname), 'data', folder)
  if (!existsSync(path)) throw new DatabaseFault('binaries_missing', { path: `data/${folder}` })
  return readdirSync(path)
    .sort()
    .map(name => ({ name, text: readFileSync(join(path, name), 'utf8') }))
}
