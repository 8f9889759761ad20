import { z } from 'zod'
import { filesFolder, verifiedPath } from '../../db/file-store.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction } from '../transaction.ts'
import { filesOf, standingOf } from './lookup.ts'

const OpenFile = z.object({
  documentId: idInput,
  /** The ordinal of the file in its document, or its name. */
  file: z.string().trim(),
})
export type OpenFile = z.input<typeof OpenFile>

export type FileOpened = { path: string; name: string; bytes: number; media: string; sha256: string }

/**
 * Where a file of a document lies, after what is in it was compared with its hash; who looked is in the logbook. Refuses a document
 * that is not theirs to see, a file that it has not, and one that is gone or is not what was attached.
 */
export async function openFile(ctx: Ctx, raw: OpenFile): Promise<FileOpened> {
  authorise(ctx, 'documents.see')
  const { documentId, file } = parseInput(OpenFile, raw)
  const [standing, known] = await Promise.all([standingOf(ctx.db, documentId), filesOf(ctx.db, documentId)])
  const found = known.find(one => String(one.ordinal) === file) ?? known.find(one => one.name === file)
  if (!found) throw refusal('file.none_such', { text: file })
  const path = await verifiedPath(filesFolder(), found)
  await inTransaction(ctx, tx =>
    writeLogbook(tx, ctx, 'documents.see', {
      subjectId: documentId,
      facts: { number: standing.number, file: found.name },
    }),
  )
  const { name, bytes, mediaType, sha256 } = found
  return { path, name, bytes, media: mediaType, sha256 }
}
