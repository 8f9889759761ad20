import { showDay, ZONE } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type MethodState, standingOf, type YearOfMethods } from '../satisfaction-methods.ts'
import type { AnnualTexts } from './annual-texts.ts'
import { type ReportFacts, subtitleAsOf } from './heading.ts'
import type { Table } from './table.ts'
import type { ReportTexts } from './texts.ts'

export type MethodsAbout = { facts: ReportFacts; reports: ReportTexts; words: AnnualTexts; lang: Lang }

export type MethodStanding = keyof AnnualTexts['list']['state']
export const standingOfMethod = ({ note }: MethodState): MethodStanding =>
  note === null ? 'not_noted' : note.carriedOut ? 'done' : 'not_done'

/** The eleven methods of a year: which are obligatory, what was done of each, who noted it when. */
export function methodsTable({ year, due, methods }: YearOfMethods, about: MethodsAbout): Table {
  const { words, lang } = about
  const { list } = words
  const column = (key: keyof AnnualTexts['list']['column'], spare = false) => ({
    key,
    title: list.column[key],
    kind: key === 'number' ? ('count' as const) : ('text' as const),
    ...(spare ? { spare } : {}),
  })
  return {
    name: 'satisfaction-methods',
    title: list.title(year),
    subtitle: subtitleAsOf(about.facts, about.reports, lang),
    columns: [
      column('number'),
      column('method'),
      column('obligatory'),
      column('state'),
      column('notedOn', true),
      column('notedBy', true),
    ],
    rows: methods.map(one => ({
      number: one.method,
      method: words.methods[one.method],
      obligatory: one.isObligatory ? list.obligatory : null,
      state: list.state[standingOfMethod(one)],
      notedOn: one.note && showDay(one.note.notedAt.toZonedDateTimeISO(ZONE).toPlainDate(), lang),
      notedBy: one.note?.notedBy ?? null,
    })),
    totals: null,
    foot: [standingLine(methods, words), list.due(showDay(due, lang))],
  }
}

/** How many were carried out, and the numbers of the obligatory ones that were not. */
export function standingLine(methods: readonly MethodState[], words: AnnualTexts): string {
  const { carriedOut, missing } = standingOf(methods)
  return words.standing(carriedOut, missing.join(', '))
}
