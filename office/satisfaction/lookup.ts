import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { ZONE } from '../../rules/dates.ts'
import type { Reason } from '../../rules/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import type { QuestionAsked } from '../../rules/reports/satisfaction-facts.ts'
import type { Span } from '../../rules/satisfaction.ts'
import {
  isObligatory,
  METHODS,
  type MethodNote,
  type MethodState,
  reportDue,
  type YearOfMethods,
} from '../../rules/satisfaction-methods.ts'
import { type Department, isUnder } from '../../rules/structure.ts'
import type { Ctx } from '../context.ts'
import { followUpOf } from '../kiosks/lookup.ts'
import type { Tx } from '../transaction.ts'

export type Place = {
  id: string
  number: number
  place: string
  hall: { id: string; code: string; name: { bg: string; en: string } }
}

/** Every place of a device, closed ones too: what was pressed there stays. */
export async function allPlaces(db: Ctx['db']): Promise<Place[]> {
  const rows = await db.execute<{
    id: string
    number: number
    place: string
    hall_id: string
    code: string
    name_bg: string
    name_en: string
  }>(sql`select k.id, k.number, k.place, d.id as hall_id, d.code, d.name_bg, d.name_en
    from kiosks k join departments d on d.id = k.department_id order by k.number`)
  return rows.map(({ hall_id, code, name_bg, name_en, ...place }) => ({
    ...place,
    hall: { id: hall_id, code, name: { bg: name_bg, en: name_en } },
  }))
}

/** When which place asked which question; still asked where there is no end. */
export type Asking = { kioskId: string; questionId: string; span: Span; isNow: boolean }

/** All askings of all places, each until the next one or until the place was closed. */
export async function allAskings(ctx: Ctx): Promise<Asking[]> {
  const rows = await ctx.db.execute<{
    kiosk_id: string
    question_id: string
    asked_from: string
    until: string | null
  }>(sql`
    select a.kiosk_id, a.question_id, a.asked_from::text, coalesce(lead(a.asked_from) over (partition by a.kiosk_id order by a.asked_from), k.closed_at)::text as until
      from kiosk_asks a join kiosks k on k.id = a.kiosk_id`)
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(ZONE).toPlainDateTime()
  return rows.map(row => ({
    kioskId: row.kiosk_id,
    questionId: row.question_id,
    span: {
      from: local(instantOf(row.asked_from)),
      until: local(row.until === null ? ctx.now : instantOf(row.until)),
    },
    isNow: row.until === null,
  }))
}

type QuestionRow = {
  id: string
  text_bg: string
  text_en: string
  faces: number
  follow_up_bg: string | null
  follow_up_en: string | null
  follow_up_to: number | null
  reasons: Reason[]
}

/** Every question, the newest first, numbered in the order in which they were made. */
export async function allQuestions(db: Ctx['db']): Promise<Omit<QuestionAsked, 'asked'>[]> {
  const rows = await db.execute<QuestionRow>(sql`
    select id, text_bg, text_en, faces, follow_up_bg, follow_up_en, follow_up_to, reasons from kiosk_questions order by made_at, id`)
  return rows
    .map((row, at) => ({
      id: row.id,
      number: at + 1,
      text: { bg: row.text_bg, en: row.text_en },
      faces: row.faces,
      followUp: followUpOf(row.follow_up_bg, row.follow_up_en, row.follow_up_to, row.reasons),
    }))
    .toReversed()
}

/** The places of a hall and of all that is under it. Refuses a code that is not there, and one without any place. */
export function placesOfHall(departments: readonly Department[], places: readonly Place[], code: string) {
  const hall = departments.find(one => one.code === code.trim().toLowerCase())
  if (!hall) throw refusal('department.unknown', { text: code })
  const found = places.filter(place => isUnder(departments, place.hall.id, hall.id))
  if (found.length === 0) throw refusal('satisfaction.no_device', { name: hall.name.bg })
  return { hall, found }
}

/** The place of this number alone. Refuses one that is not there. */
export function placeNumbered(places: readonly Place[], number: number): Place {
  const found = places.find(place => place.number === number)
  if (!found) throw refusal('kiosk.unknown', { number })
  return found
}

/** Monday of some week long ago: days since then tell the weekday by whole numbers, which is quick over many rows. */
const weekday = sql`((day - date '2000-01-03') % 7)`

/** What sums are grouped by: a whole number or a day, made text when they are summed up. */
export const GROUPED: Record<'kiosk' | 'hour' | 'weekday' | 'week' | 'heat', SQL> = {
  kiosk: sql`kiosk_id`,
  hour: sql`hour`,
  weekday: sql`${weekday} + 1`,
  week: sql`day - ${weekday}`,
  heat: sql`(${weekday} + 1) * 100 + hour`,
}

/** The eleven methods of a year, each with its newest note. */
export async function methodsOf(db: Ctx['db'] | Tx, year: number): Promise<YearOfMethods> {
  const rows = await db.execute<{
    method: number
    carried_out: boolean
    conduct: string | null
    findings: string | null
    measures: string | null
    noted_at: string
    name: string
  }>(sql`
    select distinct on (m.method) m.method, m.carried_out, m.conduct, m.findings, m.measures, m.noted_at, s.name
      from satisfaction_methods m join staff s on s.id = m.noted_by where m.year = ${year}
      order by m.method, m.noted_at desc, m.id desc`)
  const methods = METHODS.map((method): MethodState => {
    const row = rows.find(one => one.method === method)
    const note: MethodNote | null = row
      ? { carriedOut: row.carried_out, conduct: row.conduct, findings: row.findings, measures: row.measures }
      : null
    return {
      method,
      isObligatory: isObligatory(method),
      note: row && note ? { ...note, notedAt: instantOf(row.noted_at), notedBy: row.name } : null,
    }
  })
  return { year, due: reportDue(year), methods }
}

/** The counted answers of a year to each question that has any, by quarter: five numbers each, the worst face first. */
export async function quartersOf(db: Ctx['db'], year: number): Promise<Map<string, number[][]>> {
  const rows = await db.execute<{ question_id: string; quarter: number } & Record<string, string>>(sql`
    select question_id, extract(quarter from day)::int as quarter, sum(face1) as f1, sum(face2) as f2, sum(face3) as f3,
      sum(face4) as f4, sum(face5) as f5
    from kiosk_hours where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
    group by 1, 2 having sum(face1 + face2 + face3 + face4 + face5) > 0`)
  const byQuestion = new Map<string, number[][]>()
  for (const { question_id, quarter, ...sums } of rows) {
    const quarters = byQuestion.get(question_id) ?? Array.from({ length: 4 }, () => [0, 0, 0, 0, 0])
    quarters[quarter - 1] = [1, 2, 3, 4, 5].map(face => Number(sums[`f${face}`]))
    byQuestion.set(question_id, quarters)
  }
  return byQuestion
}
