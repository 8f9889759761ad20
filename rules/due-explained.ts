import { showDay } from './dates.ts'
import { AFTER_HOURS_ARTICLE, type Due, type DueReason, type Term } from './deadlines.ts'
import type { Lang } from './languages.ts'

/** The words of `explainDue`, in one language; days come as they are shown. */
export type DeadlineTexts = {
  /** `7 дни`, `1 месец`; nothing is `веднага`. */
  amount: (amount: number, unit: Term['unit']) => string
  term: (amount: string, from: string, article: string) => string
  before: (amount: string, end: string, article: string) => string
  afterHours: (arrived: string, from: string, article: string) => string
  fixed: (day: string) => string
  forwarded: (day: string) => string
  monthEnd: (day: string, missing: number) => string
  extended: (amount: string, article: string) => string
  suspended: (from: string, until: string) => string
  standsStill: (from: string) => string
  weekend: (day: string, dayOfWeek: number) => string
  dayOff: (day: string, because: string) => string
  officeClosed: (day: string, time: string) => string
  at: (day: string, time: string) => string
}

/**
 * Why a term ends when it does, on one line: `30.11.2026: 7 дни от 22.11 (чл. 57, ал. 2 АПК), 29.11 е неделя`. A day of the
 * year in which it ends is shown without it.
 */
export function explainDue(due: Due, texts: DeadlineTexts, lang: Lang): string {
  const short = (day: Temporal.PlainDate): string => {
    const whole = showDay(day, lang)
    return lang === 'bg' && day.year === due.on.year ? whole.slice(0, 5) : whole
  }
  const on = showDay(due.on, lang)
  const end = due.at ? texts.at(on, due.at.toString({ smallestUnit: 'minute' })) : on
  return `${end}: ${due.why.map(reason => said(reason, short, texts, lang)).join(', ')}`
}

function said(
  reason: DueReason,
  short: (day: Temporal.PlainDate) => string,
  texts: DeadlineTexts,
  lang: Lang,
): string {
  switch (reason.kind) {
    case 'after_hours':
      return texts.afterHours(short(reason.arrived), short(reason.from), AFTER_HOURS_ARTICLE)
    case 'fixed':
      return texts.fixed(short(reason.on))
    case 'forwarded':
      return texts.forwarded(short(reason.on))
    case 'term': {
      const { amount, unit, article } = reason.term
      return texts.term(texts.amount(amount, unit), short(reason.from), article)
    }
    case 'before': {
      const { amount, unit, article } = reason.term
      return texts.before(texts.amount(amount, unit), short(reason.end), article)
    }
    case 'month_end':
      return texts.monthEnd(short(reason.day), reason.missing)
    case 'extended':
      return texts.extended(texts.amount(reason.by.amount, reason.by.unit), reason.by.article)
    case 'suspended':
      return reason.until
        ? texts.suspended(short(reason.from), short(reason.until))
        : texts.standsStill(short(reason.from))
    case 'day_off':
      return reason.because
        ? texts.dayOff(short(reason.day), reason.because[lang])
        : texts.weekend(short(reason.day), reason.day.dayOfWeek)
    case 'office_closed':
      return texts.officeClosed(short(reason.day), reason.at.toString({ smallestUnit: 'minute' }))
  }
}
