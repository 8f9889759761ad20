import { type SQL, sql } from 'drizzle-orm'
import { arrayText } from '../../db/columns.ts'
import { refusal } from '../../rules/refusal.ts'
import type { Period } from '../../rules/reports/periods.ts'
import type {
  PlaceLooked,
  QuestionAsked,
  Satisfaction,
  SatisfactionBy,
  SumRow,
} from '../../rules/reports/satisfaction-facts.ts'
import { earlierOf, laterOf, openHoursIn, servedInHalls, workingDaysIn } from '../../rules/satisfaction.ts'
import type { Department } from '../../rules/structure.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { allDepartments } from '../departments/lookup.ts'
import {
  type Asking,
  allAskings,
  allPlaces,
  allQuestions,
  GROUPED,
  type Place,
  placeNumbered,
  placesOfHall,
} from './lookup.ts'

/** `question` is a number or an id, null the one that most places ask now; `hall` a code, `kiosk` a number. */
export type SatisfactionAsked = {
  period: Period
  by: SatisfactionBy
  question: string | null
  hall: string | null
  kiosk: number | null
}

/**
 * What citizens answered to one question in a period, from the sums by hour that the database keeps. Refuses a question, a hall or a
 * device that is not there.
 */
export async function seeSatisfaction(ctx: Ctx, asked: SatisfactionAsked): Promise<Satisfaction> {
  authorise(ctx, 'satisfaction.see')
  const { db } = ctx
  const [all, askings, worded, calendar, departments] = await Promise.all([
    allPlaces(db),
    allAskings(ctx),
    allQuestions(db),
    calendarOf(db),
    allDepartments(db),
  ])
  const questions = worded.map(question => ({ ...question, asked: daysAsked(question.id, askings) }))
  const { places, only } = placesLooked(departments, all, asked)
  const question = questionLooked(questions, askings, asked.question)
  const { period, by } = asked
  const { hours } = ctx.town
  const days = isOfPlaces(by) ? workingDaysIn(period, calendar) : []
  const spans = (id: string) =>
    askings.filter(one => one.kioskId === id && one.questionId === question?.id).map(({ span }) => span)
  const [rows, reasons, served] = question
    ? await Promise.all([
        sumsOf(ctx, question, asked, only ? places : null),
        reasonsOf(ctx, question, asked, only ? places : null),
        asked.kiosk === null && isOfPlaces(by) ? servedOf(ctx, question, period) : [],
      ])
    : [[], [], []]
  const halls = new Set(all.map(({ hall }) => hall.id))
  return {
    period,
    by,
    question,
    questions,
    places: places.map(
      (place): PlaceLooked => ({
        ...place,
        openHours: openHoursIn(spans(place.id), days, hours),
      }),
    ),
    hasPlaces: all.length > 0,
    only,
    rows,
    reasons,
    served: asked.kiosk === null ? servedInHalls(served, departments, halls) : null,
    hours: { from: hours.from.hour, until: hours.until.minute > 0 ? hours.until.hour + 1 : hours.until.hour },
  }
}

/** Places are looked at with the hours in which they were open and with whom they served. */
const isOfPlaces = (by: SatisfactionBy): by is 'all' | 'hall' | 'kiosk' =>
  by === 'all' || by === 'hall' || by === 'kiosk'

function daysAsked(id: string, askings: readonly Asking[]): QuestionAsked['asked'] {
  const own = askings.filter(({ questionId }) => questionId === id)
  const [first, ...rest] = own.map(({ span }) => ({
    from: span.from.toPlainDate(),
    until: span.until.toPlainDate(),
  }))
  if (!first) return null
  const from = rest.reduce((day, span) => earlierOf(day, span.from), first.from)
  const until = rest.reduce((day, span) => laterOf(day, span.until), first.until)
  return { from, until: own.some(({ isNow }) => isNow) ? null : until }
}

/** The one that was named, else the one that most places ask now, else the newest. */
function questionLooked(
  questions: readonly QuestionAsked[],
  askings: readonly Asking[],
  named: string | null,
): QuestionAsked | null {
  if (named !== null) {
    const found = questions.find(({ id, number }) => id === named || String(number) === named)
    if (!found) throw refusal('satisfaction.question_unknown', { text: named })
    return found
  }
  const placesNow = ({ id }: QuestionAsked) =>
    askings.filter(({ questionId, isNow }) => isNow && questionId === id).length
  return questions.toSorted((a, b) => placesNow(b) - placesNow(a))[0] ?? null
}

function placesLooked(
  departments: readonly Department[],
  all: readonly Place[],
  { hall: code, kiosk }: SatisfactionAsked,
): { places: readonly Place[]; only: Satisfaction['only'] } {
  if (kiosk !== null) return { places: [placeNumbered(all, kiosk)], only: { kiosk } }
  if (code === null) return { places: all, only: null }
  const { hall, found } = placesOfHall(departments, all, code)
  return { places: found, only: { hall: hall.name } }
}

/** The presses of one question in a period; at these places alone, or at all. */
const ofQuestion = ({ id }: QuestionAsked, { from, to }: Period, places: readonly Place[] | null): SQL =>
  sql`question_id = ${id} and day between ${from.toString()}::date and ${to.toString()}::date
    ${places ? sql`and kiosk_id = any (${arrayText(places.map(place => place.id))}::uuid[])` : sql``}`

type SummedUp = { key: string } & Record<'f1' | 'f2' | 'f3' | 'f4' | 'f5', string> &
  Partial<Record<'tests' | 'closed' | 'bursts' | 'repeats', string>>

/** What was left out is summed up only for the page that tells of it: over many rows each sum is felt. */
async function sumsOf(
  ctx: Ctx,
  question: QuestionAsked,
  { by, period }: SatisfactionAsked,
  places: readonly Place[] | null,
): Promise<SumRow[]> {
  const key = isOfPlaces(by) || by === 'reason' ? GROUPED.kiosk : GROUPED[by]
  const left =
    by === 'all'
      ? sql`, sum(tests) as tests, sum(closed) as closed, sum(bursts) as bursts, sum(repeats) as repeats`
      : sql``
  const found = await ctx.db.execute<SummedUp>(sql`
    select g.part::text as key, g.* from (
      select ${key} as part, sum(face1) as f1, sum(face2) as f2, sum(face3) as f3, sum(face4) as f4, sum(face5) as f5 ${left}
      from kiosk_hours where ${ofQuestion(question, period, places)} group by 1) g order by g.part`)
  return found.map(({ tests = 0, closed = 0, bursts = 0, repeats = 0, ...row }) => ({
    key: row.key,
    counts: [row.f1, row.f2, row.f3, row.f4, row.f5].slice(0, question.faces).map(Number),
    left: { test: Number(tests), closed: Number(closed), burst: Number(bursts), repeat: Number(repeats) },
  }))
}

async function reasonsOf(
  ctx: Ctx,
  question: QuestionAsked,
  { by, period }: SatisfactionAsked,
  places: readonly Place[] | null,
): Promise<Satisfaction['reasons']> {
  if (by !== 'reason') return []
  const found = await ctx.db.execute<{ code: string; times: string }>(sql`
    select reason as code, sum(times) as times from kiosk_reasons where ${ofQuestion(question, period, places)} group by 1`)
  return found.map(({ code, times }) => ({ code, times: Number(times) }))
}

/** Served from the first to the last day of the period on which the question was asked. */
async function servedOf(ctx: Ctx, { asked }: QuestionAsked, period: Period) {
  if (!asked) return []
  const from = laterOf(period.from, asked.from)
  const until = asked.until ? earlierOf(period.to, asked.until) : period.to
  const found = await ctx.db.execute<{ department_id: string | null; times: string }>(sql`
    select department_id, payments + requests as times from served_in_halls(${from.toString()}::date, ${until.toString()}::date)`)
  return found.map(row => ({ departmentId: row.department_id, times: Number(row.times) }))
}
