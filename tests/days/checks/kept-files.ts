import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { pathOf } from '../../../db/file-store.ts'

/** What of the files is not as the tables have it: gone, of another size, of other content; null where all is right. */
export async function brokenFile(sql: postgres.Sql, home: string): Promise<string | null> {
  const rows = await sql<{ sha256: string; bytes: number; attached: number }[]>`
    select sha256, bytes, (select count(*) from document_files d where d.sha256 = f.sha256)::int as attached from files f`
  for (const { sha256, bytes, attached } of rows) {
    if (attached === 0) return `file ${sha256} belongs to no document`
    const kept = contentAt(pathOf(join(home, 'files'), sha256))
    if (kept === null) return `file ${sha256} is gone`
    const hash = createHash('sha256').update(kept).digest('hex')
    if (kept.length !== bytes || hash !== sha256) return `file ${sha256} holds something else`
  }
  return null
}

function contentAt(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
