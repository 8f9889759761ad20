import { showDay } from '../dates.ts'
import type { Lang } from '../languages.ts'
import type { Period } from './periods.ts'
import { practiceOf } from './practice.ts'
import type { ReportTexts } from './texts.ts'

/** Whose report it is, made when and by whom, in the time of the town. */
export type ReportFacts = {
  town: { name: Record<Lang, string>; demo: boolean; training: boolean }
  madeAt: string
  madeBy: string
}

/** The lines under the title of what is as of now: `more` says what it is about. */
export const subtitleAsOf = (
  { town, madeAt, madeBy }: ReportFacts,
  texts: ReportTexts,
  lang: Lang,
  more: string[] = [],
): string[] => [
  ...practiceOf(town, texts),
  texts.municipality(town.name[lang]),
  ...more,
  texts.made(madeAt, madeBy),
]

/** The lines under every report's title; `more` stands below the period. */
export const subtitleOf = (
  period: Period,
  facts: ReportFacts,
  texts: ReportTexts,
  lang: Lang,
  more: string[] = [],
): string[] => subtitleAsOf(facts, texts, lang, [daysOf(period, texts, lang), ...more])

/** `за 22.11.2026 г.`, `от 01.11.2026 г. до 30.11.2026 г. включително`. */
export const daysOf = ({ from, to }: Period, texts: ReportTexts, lang: Lang): string =>
  from.equals(to) ? texts.day(showDay(from, lang)) : texts.period(showDay(from, lang), showDay(to, lang))
