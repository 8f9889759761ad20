import { eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { filesFolder, type StoredFile, storeFile, sweepPartials } from '../../db/file-store.ts'
import { documentFiles, files } from '../../db/schema/documents.ts'
import { whyAnnulled } from '../../rules/records.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { writeLogbook } from '../logbook.ts'
import { inTransaction, oneAtATime, type Tx } from '../transaction.ts'
import { filesOf, standingOf } from './lookup.ts'

export const FILE_ROLES = ['scan', 'attachment', 'draft', 'result'] as const

const AttachFile = z.object({
  documentId: idInput,
  /** Where the file lies on this machine. */
  path: z.string().min(1).max(4096),
  /** What it is called from now on; without it, as it is called there. */
  name: z.string().max(400).nullable().default(null),
  role: z.enum(FILE_ROLES).default('attachment'),
  /** Whoever scanned the paper says that the image matches it (чл. 134 НОДА). */
  isAttested: z.boolean().default(false),
})
export type AttachFile = z.input<typeof AttachFile>

export type FileAttached = StoredFile & { ordinal: number; number: string }

/**
 * Attaches a file to a document: kept once in the folder of files, then written down; a file of the same content that the document
 * has already is given back. Refuses what the store refuses (empty, too large, of another type), an annulled document, and a file
 * that is there under another name.
 */
export async function attachFile(ctx: Ctx, raw: AttachFile): Promise<FileAttached> {
  authorise(ctx, 'documents.attach')
  const { documentId, path, name, role, isAttested } = parseInput(AttachFile, raw)
  const standing = await standingOf(ctx.db, documentId)
  refuseIf(whyAnnulled(standing.number, standing.annulled))
  await sweepPartials(filesFolder(), ctx.now)
  const stored = await storeFile(filesFolder(), path, name ?? path)
  return inTransaction(ctx, async tx => {
    await oneAtATime(tx, documentId)
    const known = (await filesOf(tx, documentId)).find(file => file.sha256 === stored.sha256)
    if (known && known.name !== stored.name)
      throw refusal('file.attached', { name: stored.name, as: known.name })
    if (known) return { ...stored, ordinal: known.ordinal, number: standing.number }
    const ordinal = (await lastOrdinal(tx, documentId)) + 1
    const { sha256, bytes, media } = stored
    await keepFile(tx, { sha256, bytes, mediaType: media, storedBy: ctx.who.id })
    await Promise.all([
      tx.insert(documentFiles).values({
        documentId,
        ordinal,
        sha256,
        name: stored.name,
        role,
        isAttested,
        attachedBy: ctx.who.id,
      }),
      writeLogbook(tx, ctx, 'documents.attach', {
        subjectId: documentId,
        facts: { number: standing.number, file: stored.name, sha256, bytes, role, attested: isAttested },
      }),
    ])
    return { ...stored, ordinal, number: standing.number }
  })
}

/** Whoever brought the same content first is in the table; it may be of a document that is not theirs to see. */
const keepFile = async (tx: Tx, file: typeof files.$inferInsert) => {
  await tx.insert(files).values(file).onConflictDoNothing()
}

async function lastOrdinal(tx: Tx, documentId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(documentFiles.ordinal) })
    .from(documentFiles)
    .where(eq(documentFiles.documentId, documentId))
  return row?.last ?? 0
}
