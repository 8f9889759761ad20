import { papers as bg } from '../locales/bg/papers.ts'
import { requests as bgRequests, type RequestsTexts } from '../locales/bg/requests.ts'
import { papers as en } from '../locales/en/papers.ts'
import { requests as enRequests } from '../locales/en/requests.ts'
import type { Lang } from '../rules/languages.ts'
import type { PaperTexts } from '../rules/papers/texts.ts'

/** The words of papers: a paper is written in its operation's transaction, so its words are the office's, not a door's. */
export const paperTexts = (lang: Lang): PaperTexts => (lang === 'bg' ? bg : en)

/** What the office itself writes of a request: subjects of notices and refusals, the general phase. */
export const requestTexts = (lang: Lang): RequestsTexts => (lang === 'bg' ? bgRequests : enRequests)
