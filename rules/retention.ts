import type { Lang } from './languages.ts'
import { plainText } from './plain-text.ts'

/**
 * How long a case is kept (чл. 37 от Наредбата за архивите, ДВ 28/2024): `П` for ever and then to the state archive,
 * `П – в институцията`, or so many years, at whose end the expert commission may have to look (`ЕК`).
 */
export type Retention =
  | { retention: 'permanent' | 'permanent_here'; years: null; isExpert: boolean }
  | { retention: 'term'; years: number; isExpert: boolean }

/** The longest term of the ordinance. */
const MOST_YEARS = 130

/** A mark as people write it: `П`, `П-в институцията`, `5`, `10 г. ЕК`, `5ЕК`; null where it is none. */
export function readRetention(text: string): Retention | null {
  const typed = plainText(text).trim().toLocaleUpperCase('bg').replace(/\s+/g, ' ')
  if (typed === 'П' || typed === 'P') return { retention: 'permanent', years: null, isExpert: false }
  if (/^[ПP] ?[-–—] ?В ИНСТИТУЦИЯТА$/.test(typed) || typed === 'P-HERE')
    return { retention: 'permanent_here', years: null, isExpert: false }
  const [, digits, expert] = /^(\d{1,3}) ?(?:Г\.?|ГОД\.?|ГОДИНИ|Y)? ?[,–-]? ?(ЕК|EK)?$/.exec(typed) ?? []
  const years = Number(digits)
  if (digits === undefined || years < 1 || years > MOST_YEARS) return null
  return { retention: 'term', years, isExpert: expert !== undefined }
}

/** The mark as it stands in the nomenclature, or in words for somebody who reads English. */
export function showRetention({ retention, years, isExpert }: Retention, lang: Lang): string {
  if (retention === 'permanent') return lang === 'bg' ? 'П' : 'permanent'
  if (retention === 'permanent_here') return lang === 'bg' ? 'П – в институцията' : 'permanent, here'
  const term = lang === 'bg' ? `${years} г.` : `${years} y.`
  return isExpert ? `${term} ${lang === 'bg' ? 'ЕК' : 'EC'}` : term
}

/** The last day of keeping of a case closed on this day: the years count from the end of the year; null is for ever. */
export const keptUntil = ({ years }: Retention, closedOn: Temporal.PlainDate): Temporal.PlainDate | null =>
  years === null ? null : Temporal.PlainDate.from({ year: closedOn.year + years, month: 12, day: 31 })
