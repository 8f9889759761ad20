import type { PaperTown } from '../papers/heading.ts'
import type { ReportTexts } from './texts.ts'

/** First line under the title of every report of a practice or demo town: its numbers are nobody's. */
export const practiceOf = (
  { training, demo }: Pick<PaperTown, 'training' | 'demo'>,
  texts: ReportTexts,
): string[] => (training ? [texts.training] : demo ? [texts.demo] : [])
