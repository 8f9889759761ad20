import { z } from 'zod'
import type { CorrectedField } from '../../rules/documents.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import {
  correctionsOf,
  type DocumentEntry,
  type DocumentRow,
  dispatchesOf,
  entryOf,
  filesOf,
  rowsWithIds,
} from './lookup.ts'

export type Correction = Awaited<ReturnType<typeof correctionsOf>>[number]
export type AttachedFile = Awaited<ReturnType<typeof filesOf>>[number]
export type Dispatch = Awaited<ReturnType<typeof dispatchesOf>>[number]

/** A document as it was registered, with what was corrected since, its files and how it went out. */
export type DocumentShown = {
  row: DocumentRow
  entry: DocumentEntry
  /** What a field says now, where it was corrected. */
  now: Partial<Record<CorrectedField, string | null>>
  corrections: Correction[]
  files: AttachedFile[]
  dispatches: Dispatch[]
}

const ShowDocument = z.object({ documentId: idInput })

/** All of a document, in one round trip. Refuses one that is not there or not theirs to see. */
export async function showDocument(ctx: Ctx, raw: z.input<typeof ShowDocument>): Promise<DocumentShown> {
  authorise(ctx, 'documents.see')
  const { documentId } = parseInput(ShowDocument, raw)
  const [entry, [row], corrections, files, dispatches] = await Promise.all([
    entryOf(ctx.db, documentId, ctx.lang),
    rowsWithIds(ctx.db, ctx, [documentId]),
    correctionsOf(ctx.db, documentId),
    filesOf(ctx.db, documentId),
    dispatchesOf(ctx.db, documentId),
  ])
  if (!row) throw new Error('a document has an entry and no row')
  const now = Object.fromEntries(corrections.map(one => [one.field, one.after]))
  return { row, entry, now, corrections, files, dispatches }
}
