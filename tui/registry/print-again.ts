import { printSlip } from '../../office/documents/print-slip.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import type { AtDesk } from '../door.ts'

/** The slip or the label of a document: the first one, or a numbered duplicate of what came out before; said in a sentence. */
export async function printAgain(
  id: string,
  documentId: string,
  kind: 'slip' | 'label',
  desk: AtDesk,
): Promise<string> {
  const { registry: texts } = desk.door.texts.screens
  const { jobId, isNew } = await printSlip(desk.session.ctx(), { id, documentId, kind })
  if (isNew) return kind === 'label' ? texts.labelled : texts.slipped
  const { copy } = await printCopy(desk.session.ctx(), { id, jobId })
  return texts.duplicated(copy)
}
