import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { kioskEvents } from '../../db/schema/kiosks.ts'
import { type Calendar, isWorkingDay } from '../../rules/calendar.ts'
import { ZONE } from '../../rules/dates.ts'
import { isOutOfHours, type Mark, ORIGINS, pressedMsOf } from '../../rules/kiosks.ts'
import { Refusal, refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import { idInput, parseInput } from '../input.ts'
import { inTransaction, type Tx } from '../transaction.ts'
import { hoursOf } from './configuration.ts'
import { hearWord } from './word.ts'

const TakePresses = z.object({
  keyId: idInput,
  deviceId: idInput,
  kioskId: idInput,
  signedMs: z.int(),
  /** The device's clock when it sent. */
  sentMs: z.int(),
  presses: z
    .array(
      z.object({
        seq: z.int().min(1),
        askId: idInput,
        face: z.literal([1, 2, 3, 4, 5]),
        reason: z.string().nullable(),
        mark: z.enum(['test', 'burst', 'repeat']).nullable(),
        origin: z.enum(ORIGINS),
        atMs: z.int(),
        ageMs: z.int().min(0).nullable(),
      }),
    )
    .min(1),
})
export type TakePresses = z.input<typeof TakePresses>
type Given = z.output<typeof TakePresses>

/** Up to which number presses are kept, and how many of these were not kept before. */
export type PressesTaken = { keptUpTo: number; added: number }

/**
 * Keeps the presses of a device, all or none; one that is kept already is passed over. Answers up to which number they are kept.
 * Refuses a revoked key, a word heard before, a press for a question the device was never given, and a number that is taken by
 * another press: then two devices send as one, which is told of.
 */
export async function takePresses(ctx: Ctx, raw: TakePresses): Promise<PressesTaken> {
  authorise(ctx, 'presses.take')
  const input = parseInput(TakePresses, raw)
  const highest = Math.max(...input.presses.map(press => press.seq))
  try {
    return await inTransaction(ctx, async tx => {
      const told = sql`highest_seq = greatest(highest_seq, ${highest}), skew_ms = ${skewOf(ctx, input)}`
      const [calendar, { keptUpTo }] = await Promise.all([calendarOf(tx), hearWord(tx, input, told)])
      const rows = rowsOf(ctx, input, calendar)
      const [sent] = await tx.execute<{ known: string; added: string }>(insertion(input.deviceId, rows))
      if (Number(sent?.known) < rows.length) throw refusal('kiosk.ask_unknown', {})
      if (Number(sent?.added) < rows.length) await refuseDoubled(tx, input.deviceId, rows)
      return { keptUpTo, added: Number(sent?.added) }
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kiosk.doubled') await tellDoubled(ctx, input, error)
    throw error
  }
}

const skewOf = (ctx: Ctx, { sentMs }: Given): number => sentMs - ctx.now.epochMilliseconds

type Row = Omit<Given['presses'][number], 'mark' | 'ageMs'> & {
  mark: Mark | null
  pressedMs: number
  skewMs: number
}

/** Each press at its time by our clock; what was pressed while the halls were closed is marked so. */
function rowsOf(ctx: Ctx, input: Given, calendar: Calendar): Row[] {
  const skewMs = skewOf(ctx, input)
  const isClosed = closedByMinute(ctx, calendar)
  return input.presses.map(({ ageMs, mark, ...press }) => {
    const pressedMs = pressedMsOf({ atMs: press.atMs, ageMs }, ctx.now.epochMilliseconds, skewMs)
    return {
      ...press,
      mark: mark === 'test' ? mark : isClosed(pressedMs) ? 'closed' : mark,
      pressedMs,
      skewMs,
    }
  })
}

/** Weeks of presses come at once after a line was down: each minute is looked up once. */
function closedByMinute(ctx: Ctx, calendar: Calendar): (ms: number) => boolean {
  const known = new Map<number, boolean>()
  const hours = hoursOf(ctx)
  return ms => {
    const minute = Math.floor(ms / 60_000)
    const before = known.get(minute)
    if (before !== undefined) return before
    const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
      .toZonedDateTimeISO(ZONE)
      .toPlainDateTime()
    const closed = !isWorkingDay(calendar, at.toPlainDate()) || isOutOfHours(at, hours)
    known.set(minute, closed)
    return closed
  }
}

const given = (
  rows: Row[],
) => sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as g("seq" bigint, "askId" uuid, "face" smallint,
  "reason" text, "mark" text, "origin" text, "pressedMs" bigint, "atMs" bigint, "skewMs" bigint)`

/** A press belongs to the place whose question it answers: a device that was moved still sends what was pressed before. */
const insertion = (deviceId: string, rows: Row[]) => sql`
  with known as (select g.*, a.kiosk_id from ${given(rows)} join kiosk_asks a on a.id = g."askId"
      where a.kiosk_id in (select kiosk_id from kiosk_keys where device_id = ${deviceId})),
    added as (insert into kiosk_presses (device_id, seq, kiosk_id, ask_id, face, reason, mark, origin, pressed_at, device_at, skew_ms)
      select ${deviceId}::uuid, seq, kiosk_id, "askId", face, reason, mark, origin, to_timestamp("pressedMs" / 1000.0), to_timestamp("atMs" / 1000.0), "skewMs"
        from known order by seq
      on conflict (device_id, seq) do nothing returning seq)
  select (select count(*) from known) as known, (select count(*) from added) as added`

async function refuseDoubled(tx: Tx, deviceId: string, rows: Row[]): Promise<void> {
  const [other] = await tx.execute<{ seq: string }>(sql`
    select p.seq from ${given(rows)} join kiosk_presses p on p.device_id = ${deviceId} and p.seq = g.seq
      where (p.face, p.ask_id, p.device_at) is distinct from (g.face, g."askId", to_timestamp(g."atMs" / 1000.0)) order by p.seq limit 1`)
  if (other) throw refusal('kiosk.doubled', { seq: Number(other.seq) })
}

const tellDoubled = (ctx: Ctx, { kioskId, deviceId }: Given, { facts }: Refusal): Promise<unknown> =>
  inTransaction(ctx, tx =>
    tx
      .insert(kioskEvents)
      .values({ id: randomUUIDv7(), kioskId, kind: 'doubled', facts: { deviceId, ...facts } })
      .onConflictDoNothing(),
  )
