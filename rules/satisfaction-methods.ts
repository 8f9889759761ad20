import { type Refusal, refusal } from './refusal.ts'

/** The methods of чл. 24, ал. 2 НАО in its order: 1 surveys, 2 staff, 3 mystery client, 4 signals and praise, 5 media … 11 secondary data. */
export const METHODS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
export type Method = (typeof METHODS)[number]

/** The first five are obligatory (чл. 24 НАО); the others are the town's choice. */
const LAST_OBLIGATORY = 5
export const isObligatory = (method: Method): boolean => method <= LAST_OBLIGATORY

/** The devices in the halls serve this one, in part: whoever presses is not sampled. */
export const METHOD_OF_DEVICES: Method = 1
/** Signals, proposals, complaints and praise. */
export const METHOD_OF_SIGNALS: Method = 4

export const FIRST_YEAR = 2020

/** The report of a year is published until 1 April of the next one (чл. 24, ал. 8 НАО). */
export const reportDue = (year: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: year + 1, month: 4, day: 1 })

/** The year whose report is next: the one before, while its report may still be due. */
export const yearOfReport = (today: Temporal.PlainDate): number =>
  Temporal.PlainDate.compare(today, reportDue(today.year - 1)) <= 0 ? today.year - 1 : today.year

export const isMethod = (number: number): number is Method => METHODS.some(method => method === number)

/** Why there is no report of this year, or null: nothing is known of the years ahead. */
export const whyNotYear = (year: number, today: Temporal.PlainDate): Refusal | null =>
  year >= FIRST_YEAR && year <= today.year
    ? null
    : refusal('satisfaction.year_wrong', { year, first: FIRST_YEAR, last: today.year })

/** What a note says; of a method that was not carried out `conduct` is why not. */
export type MethodNote = {
  carriedOut: boolean
  conduct: string | null
  findings: string | null
  measures: string | null
}

/** A method of a year as it stands; null where nobody noted anything. */
export type MethodState = {
  method: Method
  isObligatory: boolean
  note: (MethodNote & { notedAt: Temporal.Instant; notedBy: string }) | null
}

export type YearOfMethods = { year: number; due: Temporal.PlainDate; methods: MethodState[] }

/** What a note leaves out that the report needs: how it was done and what was found, or why it was not; null where nothing. */
export function whyNotNote({ carriedOut, conduct, findings }: MethodNote): Refusal | null {
  if (!carriedOut) return conduct ? null : refusal('satisfaction.method_not_told', { missing: 'why' })
  if (!conduct) return refusal('satisfaction.method_not_told', { missing: 'conduct' })
  return findings ? null : refusal('satisfaction.method_not_told', { missing: 'findings' })
}

/** How many were carried out, and which obligatory ones were not. */
export const standingOf = (methods: readonly MethodState[]) => ({
  carriedOut: methods.filter(({ note }) => note?.carriedOut).length,
  missing: methods.filter(one => one.isObligatory && !one.note?.carriedOut).map(({ method }) => method),
})
