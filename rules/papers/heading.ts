import type { Lang } from '../languages.ts'
import type { Block } from './paper.ts'
import type { HeadingTexts } from './texts.ts'

/** The town of a paper; its name is the bare one: `Смолян`. */
export type PaperTown = { name: Record<Lang, string>; bulstat: string; demo: boolean; training: boolean }

/** Who issues the paper: the municipality and its ЕИК. A practice town says first that its papers are worth nothing. */
export const heading = (town: PaperTown, texts: HeadingTexts, lang: Lang): Block[] => [
  ...demoBanner(town, texts),
  { text: texts.municipality(town.name[lang]), align: 'center', bold: true, large: true },
  { text: texts.bulstat(town.bulstat), align: 'center' },
]

export const demoBanner = (town: PaperTown, texts: HeadingTexts): Block[] =>
  town.training ? banner(texts.training) : town.demo ? banner(texts.demo) : []

const banner = (text: string): Block[] => [
  { rule: '=' },
  { text, align: 'center', bold: true },
  { rule: '=' },
]
