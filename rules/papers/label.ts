import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { demoBanner, type PaperTown } from './heading.ts'
import type { Paper } from './paper.ts'
import type { SlipFacts } from './slip.ts'
import type { PaperTexts } from './texts.ts'

export type LabelFacts = Pick<SlipFacts, 'number' | 'registeredAt' | 'accessCode' | 'barcode'> & {
  town: PaperTown
}

/** A sticker for the document itself: instead of the stamp with the incoming number, with a code for a scanner. */
export function labelPaper(facts: LabelFacts, texts: PaperTexts, lang: Lang): Paper {
  const { label, heading } = texts
  return {
    kind: 'label',
    title: `${label.title} ${facts.number}`,
    blocks: [
      ...demoBanner(facts.town, heading),
      { text: heading.municipality(facts.town.name[lang]), align: 'center', bold: true },
      { text: facts.number, align: 'center', bold: true, large: true },
      { text: showMoment(facts.registeredAt, lang), align: 'center' },
      { code128: facts.barcode },
      { text: label.accessCode(facts.accessCode), align: 'center' },
    ],
  }
}
