import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

export type NoSaleFacts = {
  town: PaperTown
  desk: { number: number; name: string }
  cashier: string
  openedAt: Temporal.Instant
  reason: string
}

/** The drawer is opened without a sale: who, when and why stays on paper. */
export function noSalePaper(facts: NoSaleFacts, texts: PaperTexts, lang: Lang): Paper {
  const { noSale } = texts
  const at = showMoment(facts.openedAt, lang)
  return {
    kind: 'no-sale',
    title: `${noSale.title}, ${at}`,
    blocks: [
      ...(facts.town.training ? [] : [{ drawer: true as const }]),
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: noSale.title, align: 'center', bold: true },
      { text: at, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: texts.heading.cashier, right: facts.cashier },
      { text: noSale.reason(facts.reason) },
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}
