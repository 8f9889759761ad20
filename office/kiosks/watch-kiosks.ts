import { randomUUIDv7 } from 'node:crypto'
import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { instantOf } from '../../db/columns.ts'
import { kioskEvents } from '../../db/schema/kiosks.ts'
import { ZONE } from '../../rules/dates.ts'
import { alarmsDue, isOver, openedAt, type Watched } from '../../rules/kiosk-watch.ts'
import { type Alarm, type KioskFault, WATCH, type Watch, WORST_FACES } from '../../rules/kiosks.ts'
import type { Lang } from '../../rules/languages.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { openHours } from './configuration.ts'

/** Something that somebody should know of at a place, and since when; `endedAt` once it is over. */
export type KioskAlarm = {
  id: string
  kind: Alarm
  kiosk: number
  hall: Record<Lang, string>
  place: string
  facts: Record<string, unknown>
  raisedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/**
 * Looks at all devices: raises what is wrong once, ends what is over, and answers with both, and with `doubled`: those that are open
 * because two devices sent as one, raised as it happened. The hub does it every half minute; two that look at the same moment raise one
 * alarm. Nobody is silent for the time in which the hub did not listen.
 */
export async function watchKiosks(
  ctx: Ctx,
  listeningSince: Temporal.Instant | null = null,
): Promise<Record<'raised' | 'ended' | 'doubled', KioskAlarm[]>> {
  authorise(ctx, 'kiosks.watch')
  return inTransaction(ctx, async tx => {
    const [calendar, rows] = await Promise.all([calendarOf(tx), tx.execute<Row>(placesWatched(ctx.now))])
    const opened = openedAt(ctx.now.toZonedDateTimeISO(ZONE), openHours(ctx, calendar))
    const heardSince = opened && listeningSince ? later(opened, listeningSince) : opened
    const due: Found[] = []
    const over: Found[] = []
    const doubled: Found[] = []
    for (const row of rows) {
      const watched = watchedOf(row)
      const watch = watchOf(row)
      const open = (row.open ?? []).map(one => alarmOf(row, { ...one, raisedAt: instantOf(one.raised_at) }))
      over.push(...open.filter(alarm => isOver(alarm, watched, watch, ctx.now)))
      doubled.push(...open.filter(alarm => alarm.kind === 'doubled' && !over.includes(alarm)))
      for (const [kind, facts] of alarmsDue(watched, watch, ctx.now, heardSince))
        if (!open.some(alarm => alarm.kind === kind))
          due.push(alarmOf(row, { id: randomUUIDv7(), kind, facts, raisedAt: ctx.now }))
    }
    const [raised, ended] = await Promise.all([raise(tx, due), end(tx, ctx.now, over)])
    return {
      raised: due.filter(({ id }) => raised.has(id)).map(told),
      ended: over.filter(({ id }) => ended.has(id)).map(alarm => ({ ...told(alarm), endedAt: ctx.now })),
      doubled: doubled.map(told),
    }
  })
}

type Found = KioskAlarm & { kioskId: string }
const told = ({ kioskId: _, ...alarm }: Found): KioskAlarm => alarm

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b)

async function raise(tx: Tx, due: Found[]): Promise<Set<string>> {
  if (due.length === 0) return new Set()
  const rows = due.map(({ id, kioskId, kind, facts, raisedAt }) => ({ id, kioskId, kind, facts, raisedAt }))
  const raised = await tx
    .insert(kioskEvents)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: kioskEvents.id })
  return new Set(raised.map(({ id }) => id))
}

async function end(tx: Tx, now: Temporal.Instant, over: Found[]): Promise<Set<string>> {
  if (over.length === 0) return new Set()
  const ids = over.map(({ id }) => id)
  const ended = await tx
    .update(kioskEvents)
    .set({ endedAt: now })
    .where(and(inArray(kioskEvents.id, ids), isNull(kioskEvents.endedAt)))
    .returning({ id: kioskEvents.id })
  return new Set(ended.map(({ id }) => id))
}

type Row = {
  id: string
  number: number
  hall_bg: string
  hall_en: string
  place: string
  is_standing: boolean
  last_word_at: string | null
  skew_ms: string | null
  faults: KioskFault[] | null
  negatives: number
  silent_minutes: number | null
  negatives_most: number | null
  negative_minutes: number | null
  open: { id: string; kind: Alarm; facts: Record<string, unknown>; raised_at: string }[] | null
}

/**
 * Each place with its device's newest word, the negatives of the rule's minutes and what is open already; a place that is closed or
 * has no device only where something is open. Presses are read by place and time: a few rows of each.
 */
const placesWatched = (now: Temporal.Instant): SQL => sql`
  with rules as (select silent_minutes, negatives, negative_minutes from kiosk_rules order by set_at desc limit 1),
  open as (
    select kiosk_id, json_agg(json_build_object('id', id, 'kind', kind, 'facts', facts, 'raised_at', raised_at)) as alarms
    from kiosk_events where ended_at is null group by kiosk_id),
  keyed as (select distinct kiosk_id from kiosk_keys where revoked_at is null),
  state as (select distinct on (kiosk_id) kiosk_id, last_word_at, skew_ms, facts from kiosk_states order by kiosk_id, last_word_at desc)
  select k.id, k.number, d.name_bg as hall_bg, d.name_en as hall_en, k.place,
    keyed.kiosk_id is not null and k.closed_at is null as is_standing,
    s.last_word_at, s.skew_ms, s.facts->'faults' as faults, coalesce(n.negatives, 0) as negatives,
    r.silent_minutes, r.negatives as negatives_most, r.negative_minutes, open.alarms as open
  from kiosks k join departments d on d.id = k.department_id
    left join keyed on keyed.kiosk_id = k.id left join state s on s.kiosk_id = k.id left join open on open.kiosk_id = k.id
    left join rules r on true
    left join lateral (
      select count(*)::int as negatives from kiosk_presses p
      where p.kiosk_id = k.id and p.mark is null and p.face <= ${WORST_FACES}
        and p.pressed_at > ${now.toString()}::timestamptz - make_interval(mins => coalesce(r.negative_minutes, ${WATCH.negativeMinutes}))
        and p.pressed_at <= ${now.toString()}::timestamptz) n on keyed.kiosk_id is not null
  where (keyed.kiosk_id is not null and k.closed_at is null) or open.kiosk_id is not null
  order by k.number`

const watchedOf = (row: Row): Watched => ({
  isStanding: row.is_standing,
  lastWordAt: row.last_word_at ? instantOf(row.last_word_at) : null,
  skewMs: row.skew_ms === null ? null : Number(row.skew_ms),
  faults: row.faults ?? [],
  negatives: row.negatives,
})

const watchOf = (row: Row): Watch => ({
  silentMinutes: row.silent_minutes ?? WATCH.silentMinutes,
  negatives: row.negatives_most ?? WATCH.negatives,
  negativeMinutes: row.negative_minutes ?? WATCH.negativeMinutes,
})

const alarmOf = (
  row: Row,
  { id, kind, facts, raisedAt }: Pick<KioskAlarm, 'id' | 'kind' | 'facts' | 'raisedAt'>,
): Found => ({
  id,
  kind,
  kioskId: row.id,
  kiosk: row.number,
  hall: { bg: row.hall_bg, en: row.hall_en },
  place: row.place,
  facts,
  raisedAt,
  endedAt: null,
})
