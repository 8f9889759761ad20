import { keptFiles } from '../../db/backup.ts'
import { faultOfFile, filesFolder } from '../../db/file-store.ts'
import { databaseError, openDatabase } from '../../db/open.ts'
import { showSize } from '../../rules/files.ts'
import type { Door } from '../door.ts'
import type { Finding, Look } from './finding.ts'

/** So many of the files that are gone are named. */
const MOST_NAMED = 5

/** That every file of the tables lies in the folder of files, of its size; what is in it, a backup and whoever opens it compare. */
export async function checkFiles(door: Door, { town, login }: Look): Promise<Finding[]> {
  const { doctor: words } = door.words
  const { sql, close } = openDatabase(town.place, login, 'gishe doctor', 1)
  const folder = filesFolder()
  try {
    const files = await keptFiles(sql)
    const wrong: string[] = []
    for (const file of files) if (await faultOfFile(folder, file, { read: false })) wrong.push(file.sha256)
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return [
      {
        what: words.files,
        found: words.filesFound(folder, files.length, showSize(bytes)),
        advice: wrong.length === 0 ? null : words.filesLost(wrong.length, wrong.slice(0, MOST_NAMED)),
      },
    ]
  } catch (error) {
    // Whoever asks may be of a post that sees no documents, and the schema may be an older one: the database tells of that.
    const code = databaseError(error)?.code
    if (code === '42501' || code === '42P01') return []
    throw error
  } finally {
    await close()
  }
}
