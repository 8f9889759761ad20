import { type Refusal, refusal } from '../refusal.ts'
import type { Block, Paper } from './paper.ts'
import type { DuplicateTexts } from './texts.ts'

/** Which copy it is, who printed it, and when in the time of the town. */
export type DuplicateFacts = { copy: number; who: string; at: string }

/** A paper that says at its top and at its bottom that it is a copy, which one, and by whom. No money moved: no drawer. */
export function duplicateOf(
  original: Paper,
  { copy, who, at }: DuplicateFacts,
  texts: DuplicateTexts,
): Paper {
  const mark: Block[] = [
    { rule: '=' },
    { text: texts.mark(copy), align: 'center', bold: true, large: true },
    { text: texts.madeBy(who, at), align: 'center' },
    { rule: '=' },
  ]
  return {
    ...original,
    title: `${original.title} (${texts.mark(copy)})`,
    duplicate: { copy, who, at },
    blocks: [...mark, ...original.blocks.filter(block => !('drawer' in block)), ...mark],
  }
}

/** Why no duplicate is made of a paper, or null: a test page has none, a fiscal one only by its device, and what has not come out is printed, not copied. */
export function whyNotCopied(job: { kind: string; title: string; state: string }): Refusal | null {
  const { kind, title, state } = job
  if (kind === 'test-page') return refusal('job.has_no_copies', { title })
  if (kind.startsWith('fiscal-')) return refusal('fiscal.no_copies', { title })
  return state === 'printed' ? null : refusal('job.still_owed', { title, state })
}
