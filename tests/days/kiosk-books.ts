import type postgres from 'postgres'
import type { Pressed } from './citizens.ts'
import type { DeviceAtWork } from './kiosk-town.ts'

/** A press as the town has it. */
export type Booked = {
  seq: number
  face: number
  reason: string | null
  origin: string
  /** By the device's clock, which in a simulated hour is everybody's. */
  ms: number
}

export async function bookedAt(sql: postgres.Sql, deviceId: string): Promise<Booked[]> {
  return sql<Booked[]>`
    select seq::int, face::int, reason, origin, (extract(epoch from device_at) * 1000)::float8 as ms
      from kiosk_presses where device_id = ${deviceId} order by seq`
}

/** What is otherwise than the citizens of a device know it: each press lies between its own moment and that of the next one. */
export function unlike(pressed: readonly Pressed[], booked: readonly Booked[]): string[] {
  const [first] = pressed
  const early = booked.filter(row => !first || row.ms < first.ms)
  const wrong = pressed.flatMap((one, at) => {
    const until = pressed[at + 1]?.ms ?? Number.POSITIVE_INFINITY
    const rows = booked.filter(row => row.ms >= one.ms && row.ms < until)
    return whyWrong(one, rows).map(why => `${why}: ${JSON.stringify({ ...one, rows })}`)
  })
  return [
    ...early.map(row => `never pressed: ${JSON.stringify(row)}`),
    ...wrong,
    ...booked.filter((row, at) => row.seq !== at + 1).map(row => `a gap before ${row.seq}`),
  ]
}

function whyWrong(one: Pressed, rows: readonly Booked[]): string[] {
  const [row] = rows
  if (rows.length > 1) return ['more than once']
  if (!row) return one.isThanked ? ['thanked for and lost'] : []
  const isSame = row.face === one.face && row.origin === one.origin
  return [
    ...(isSame ? [] : ['another press']),
    ...(one.reason !== null && row.reason !== one.reason ? ['its reason is lost'] : []),
  ]
}

/** Hours and reasons whose sums are not those of their presses. */
export async function wrongSums(sql: postgres.Sql): Promise<unknown[]> {
  const hours = sql`
    with told as (
        select a.question_id, p.kiosk_id, (p.pressed_at at time zone 'Europe/Sofia')::date as day,
          extract(hour from p.pressed_at at time zone 'Europe/Sofia')::int as hour, coalesce(p.mark, p.face::text) as what, count(*)
        from kiosk_presses p join kiosk_asks a on a.id = p.ask_id group by 1, 2, 3, 4, 5),
      summed as (
        select h.question_id, h.kiosk_id, h.day, h.hour::int, of.what, of.count::bigint from kiosk_hours h, lateral (values
          ('1', h.face1), ('2', h.face2), ('3', h.face3), ('4', h.face4), ('5', h.face5),
          ('test', h.tests), ('closed', h.closed), ('burst', h.bursts), ('repeat', h.repeats)) of (what, count)
        where of.count > 0)
    (table told except table summed) union all (table summed except table told)`
  const reasons = sql`
    with told as (
        select a.question_id, p.kiosk_id, (p.pressed_at at time zone 'Europe/Sofia')::date as day, p.face, p.reason, count(*)
        from kiosk_presses p join kiosk_asks a on a.id = p.ask_id
        where p.reason is not null and p.mark is null group by 1, 2, 3, 4, 5),
      summed as (select question_id, kiosk_id, day, face, reason, times::bigint from kiosk_reasons)
    (table told except table summed) union all (table summed except table told)`
  return (await Promise.all([hours, reasons])).flat()
}

/** The devices that have not yet said, after a moment, that nothing waits in them. */
export async function stillSending(
  sql: postgres.Sql,
  devices: readonly DeviceAtWork[],
  since: Temporal.Instant,
): Promise<string[]> {
  const done = await sql<{ id: string }[]>`
    select device_id as id from kiosk_states where outbox = 0 and last_word_at > ${since.toString()}::timestamptz`
  const ids = new Set(done.map(({ id }) => id))
  return devices.map(({ id }) => id).filter(id => !ids.has(id))
}
