import { annual as bg } from '../../locales/bg/annual.ts'
import { control as bgControl } from '../../locales/bg/control.ts'
import { reports as bgReports } from '../../locales/bg/reports.ts'
import { satisfaction as bgSatisfaction } from '../../locales/bg/satisfaction.ts'
import { annual as en } from '../../locales/en/annual.ts'
import { control as enControl } from '../../locales/en/control.ts'
import { reports as enReports } from '../../locales/en/reports.ts'
import { satisfaction as enSatisfaction } from '../../locales/en/satisfaction.ts'
import { showMoment } from '../../rules/dates.ts'
import { refuseIf } from '../../rules/refusal.ts'
import {
  type AnnualAbout,
  type AnnualFacts,
  annualReport,
  type QuestionOfYear,
} from '../../rules/reports/annual-satisfaction.ts'
import { type Period, quarterOf } from '../../rules/reports/periods.ts'
import type { Writing } from '../../rules/reports/writing.ts'
import { whyNotYear } from '../../rules/satisfaction-methods.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { countRequests } from '../control/count-requests.ts'
import { allPlaces, methodsOf, quartersOf } from './lookup.ts'
import { seeSatisfaction } from './see-satisfaction.ts'

/** The yearly report in the language of the session, and the figures and notes it is made of. Refuses a year ahead. */
export async function makeAnnualReport(
  ctx: Ctx,
  year: number,
): Promise<{ facts: AnnualFacts; writing: Writing }> {
  authorise(ctx, 'satisfaction.see')
  refuseIf(whyNotYear(year, ctx.today))
  const period = { from: new Temporal.PlainDate(year, 1, 1), to: new Temporal.PlainDate(year, 12, 31) }
  const [methods, places, quarters, services] = await Promise.all([
    methodsOf(ctx.db, year),
    allPlaces(ctx.db),
    quartersOf(ctx.db, year),
    countRequests(ctx, { period, whose: null, by: 'service' }),
  ])
  const questions = await Promise.all(
    [...quarters].map(([question, counts]) => questionOfYear(ctx, period, question, counts)),
  )
  const facts: AnnualFacts = {
    ...methods,
    today: ctx.today,
    hasPlaces: places.length > 0,
    questions: questions.toSorted((a, b) => numberOf(a) - numberOf(b)),
    services,
  }
  return { facts, writing: annualReport(facts, aboutOf(ctx)) }
}

const numberOf = ({ seen }: QuestionOfYear): number => seen.question?.number ?? 0

/** Quarters of this year that did not begin yet are left out. */
async function questionOfYear(
  ctx: Ctx,
  { from, to }: Period,
  question: string,
  counts: number[][],
): Promise<QuestionOfYear> {
  const isNow = ctx.today.year === from.year
  const asked = { period: { from, to: isNow ? ctx.today : to }, question, hall: null, kiosk: null }
  const [seen, reasons] = await Promise.all([
    seeSatisfaction(ctx, { ...asked, by: 'all' }),
    seeSatisfaction(ctx, { ...asked, by: 'reason' }),
  ])
  const faces = seen.question?.faces ?? 5
  const begun = isNow ? quarterOf(ctx.today) : 4
  return { seen, reasons, quarters: counts.slice(0, begun).map(quarter => quarter.slice(0, faces)) }
}

function aboutOf(ctx: Ctx): AnnualAbout {
  const { lang, now, town, who } = ctx
  const isBg = lang === 'bg'
  const common = {
    facts: { town, madeAt: showMoment(now, lang), madeBy: who.name },
    reports: isBg ? bgReports : enReports,
    lang,
  }
  return {
    ...common,
    words: isBg ? bg : en,
    satisfaction: {
      ...common,
      words: isBg ? bgSatisfaction : enSatisfaction,
      isDrawn: false,
      heatOf: 'index',
    },
    control: { ...common, words: isBg ? bgControl : enControl, unit: null },
  }
}
