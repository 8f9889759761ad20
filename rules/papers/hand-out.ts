import { showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { heading, type PaperTown } from './heading.ts'
import type { Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/** The result of a request in the hands of whoever takes it. */
export type HandOutFacts = {
  town: PaperTown
  /** Of the request, and of the document that is handed out. */
  number: string
  document: string | null
  service: string
  applicant: string
  takenBy: string
  identity: string | null
  handedAt: Temporal.Instant
  handedBy: string
}

/** What whoever takes a document at the desk signs: it stays in the case. */
export function handOutPaper(facts: HandOutFacts, texts: PaperTexts, lang: Lang): Paper {
  const { handOut } = texts
  const told: [string, string | null][] = [
    [handOut.request, facts.number],
    [handOut.document, facts.document],
    [handOut.applicant, facts.applicant],
    [handOut.takenBy, facts.takenBy],
    [handOut.identity, facts.identity],
    [handOut.handedBy, facts.handedBy],
  ]
  return {
    kind: 'hand-out',
    title: `${handOut.title} ${facts.number}`,
    blocks: [
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: handOut.title, align: 'center', bold: true },
      { text: showMoment(facts.handedAt, lang), align: 'center' },
      { rule: '=' },
      { text: facts.service },
      { rule: '-' },
      ...told.flatMap(([left, right]) => (right === null ? [] : [{ left, right }])),
      { rule: '-' },
      { feed: 2 },
      { text: handOut.signature, align: 'left' },
      { feed: 1 },
    ],
  }
}
