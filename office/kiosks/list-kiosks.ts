import { type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import type { KioskBox, KioskFacts } from '../../rules/kiosk-watch.ts'
import type { Alarm, KioskFault } from '../../rules/kiosks.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'

/** How a place and its device do. What only a device can tell is null before it told. */
export type KioskStatus = {
  number: number
  hall: Record<Lang, string>
  hallCode: string
  place: string
  isClosed: boolean
  /** A device signs for this place. */
  isEnrolled: boolean
  lastWordAt: Temporal.Instant | null
  /** Presses of this day of the town's clock. */
  today: { counted: number; leftOut: number }
  question: Record<Lang, string> | null
  device: KioskDevice | null
  /** What is wrong now, the oldest first. */
  alarms: { kind: Alarm; facts: Record<string, unknown>; raisedAt: Temporal.Instant }[]
}

export type KioskDevice = {
  id: string
  /** Presses that wait in it. */
  outbox: number | null
  /** Its clock less ours, in milliseconds. */
  skewMs: number | null
  program: string | null
  /** It works by what it was told last; null before it told, or where it was not told yet. */
  isUpToDate: boolean | null
  faults: KioskFault[]
  boxes: KioskBox[]
}

export type Kiosks = { asOf: Temporal.Instant; kiosks: KioskStatus[] }

/** All places where devices stand, by number; with `closed` also those where none stands any more. One round trip. */
export async function listKiosks(ctx: Ctx, closed = false): Promise<Kiosks> {
  authorise(ctx, 'kiosks.see')
  const rows = await ctx.db.execute<StatusRow>(
    statusesOf(ctx.today, closed ? sql`true` : sql`k.closed_at is null`),
  )
  return { asOf: ctx.now, kiosks: rows.map(statusOfRow) }
}

const statusOfRow = (row: StatusRow): KioskStatus => ({
  number: row.number,
  hall: { bg: row.hall_bg, en: row.hall_en },
  hallCode: row.hall_code,
  place: row.place,
  isClosed: row.is_closed,
  isEnrolled: row.is_enrolled,
  lastWordAt: row.last_word_at ? instantOf(row.last_word_at) : null,
  today: { counted: row.counted, leftOut: row.left_out },
  question: row.question_bg && row.question_en ? { bg: row.question_bg, en: row.question_en } : null,
  device: row.device_id ? deviceOfRow(row, row.device_id) : null,
  alarms: (row.alarms ?? []).map(({ kind, facts, raised_at }) => ({
    kind,
    facts,
    raisedAt: instantOf(raised_at),
  })),
})

const deviceOfRow = ({ facts, ...row }: StatusRow, id: string): KioskDevice => ({
  id,
  outbox: row.outbox,
  skewMs: row.skew_ms === null ? null : Number(row.skew_ms),
  program: row.program,
  isUpToDate:
    row.configuration && facts?.told ? row.configuration === facts.told && !row.changed_since : null,
  faults: facts?.faults ?? [],
  boxes: facts?.boxes ?? [],
})

type StatusRow = {
  number: number
  hall_bg: string
  hall_en: string
  hall_code: string
  place: string
  is_closed: boolean
  is_enrolled: boolean
  device_id: string | null
  last_word_at: string | null
  skew_ms: string | null
  outbox: number | null
  program: string | null
  configuration: string | null
  changed_since: boolean | null
  facts: KioskFacts | null
  question_bg: string | null
  question_en: string | null
  counted: number
  left_out: number
  alarms: { kind: Alarm; facts: Record<string, unknown>; raised_at: string }[] | null
}

/** One row for each place; where two devices were enrolled for it, the one that spoke last. */
const statusesOf = (today: Temporal.PlainDate, which: SQL): SQL => sql`
  with day as (
    select kiosk_id, sum(face1 + face2 + face3 + face4 + face5)::int as counted, sum(tests + closed + bursts + repeats)::int as left_out
    from kiosk_hours where day = ${today.toString()}::date group by kiosk_id),
  open as (
    select kiosk_id, json_agg(json_build_object('kind', kind, 'facts', facts, 'raised_at', raised_at) order by raised_at) as alarms
    from kiosk_events where ended_at is null group by kiosk_id),
  keyed as (select kiosk_id, max(enrolled_at) as enrolled_at from kiosk_keys where revoked_at is null group by kiosk_id),
  state as (select distinct on (kiosk_id) * from kiosk_states order by kiosk_id, last_word_at desc),
  asked as (
    select distinct on (a.kiosk_id) a.kiosk_id, a.asked_from, q.text_bg, q.text_en
    from kiosk_asks a join kiosk_questions q on q.id = a.question_id order by a.kiosk_id, a.asked_from desc)
  select k.number, d.name_bg as hall_bg, d.name_en as hall_en, d.code as hall_code, k.place, k.closed_at is not null as is_closed,
    keyed.kiosk_id is not null as is_enrolled, s.device_id, s.last_word_at, s.skew_ms, s.outbox, s.program, s.configuration, s.facts,
    asked.text_bg as question_bg, asked.text_en as question_en,
    greatest(asked.asked_from, (select max(set_at) from kiosk_rules)) > s.last_word_at as changed_since,
    coalesce(day.counted, 0) as counted, coalesce(day.left_out, 0) as left_out, open.alarms
  from kiosks k join departments d on d.id = k.department_id
    left join keyed on keyed.kiosk_id = k.id left join state s on s.kiosk_id = k.id left join asked on asked.kiosk_id = k.id
    left join day on day.kiosk_id = k.id left join open on open.kiosk_id = k.id
  where ${which} order by k.number`
