import { papers as bg } from '../locales/bg/papers.ts'
import { papers as en } from '../locales/en/papers.ts'
import type { Lang } from '../rules/languages.ts'
import type { PaperTexts } from '../rules/papers/texts.ts'

/** The words of papers: a paper is written in its operation's transaction, so its words are the office's, not a door's. */
export const paperTexts = (lang: Lang): PaperTexts => (lang === 'bg' ? bg : en)
