import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { kioskHours, kioskKeys } from '../../db/schema/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import { listAlarms } from './list-alarms.ts'
import { type KioskStatus, listKiosks } from './list-kiosks.ts'
import { kioskNumbered } from './lookup.ts'
import type { KioskAlarm } from './watch-kiosks.ts'

/** The counted presses of an hour by face, the worst first, and what was left out. */
export type HourSeen = { hour: number; faces: number[]; leftOut: number }

export type KioskSeen = {
  asOf: Temporal.Instant
  status: KioskStatus
  hours: HourSeen[]
  /** What is wrong and what was, the newest first. */
  alarms: KioskAlarm[]
  /** The keys of the place, the newest first. */
  keys: {
    deviceId: string
    enrolledAt: Temporal.Instant
    revokedAt: Temporal.Instant | null
    reason: string | null
  }[]
}

/** One place with its device: how it does, today by hour, its alarms and keys. Refuses a place that is not there. */
export async function seeKiosk(ctx: Ctx, number: number): Promise<KioskSeen> {
  authorise(ctx, 'kiosks.see')
  const place = await kioskNumbered(ctx.db, number)
  const [{ asOf, kiosks }, hours, alarms, keys] = await Promise.all([
    listKiosks(ctx, true),
    hoursOf(ctx, place.id),
    listAlarms(ctx, { all: true, number }),
    keysOf(ctx, place.id),
  ])
  const status = kiosks.find(one => one.number === number)
  if (!status) throw refusal('kiosk.unknown', { number })
  return { asOf, status, hours, alarms, keys }
}

function hoursOf({ db, today }: Ctx, kioskId: string): Promise<HourSeen[]> {
  const { hour, face1, face2, face3, face4, face5, tests, closed, bursts, repeats } = kioskHours
  return db
    .select({
      hour,
      faces: sql<
        number[]
      >`json_build_array(sum(${face1}), sum(${face2}), sum(${face3}), sum(${face4}), sum(${face5}))`,
      leftOut: sql<number>`sum(${tests} + ${closed} + ${bursts} + ${repeats})::int`,
    })
    .from(kioskHours)
    .where(and(eq(kioskHours.kioskId, kioskId), eq(kioskHours.day, today)))
    .groupBy(hour)
    .orderBy(asc(hour))
}

const keysOf = ({ db }: Ctx, kioskId: string): Promise<KioskSeen['keys']> =>
  db
    .select({
      deviceId: kioskKeys.deviceId,
      enrolledAt: kioskKeys.enrolledAt,
      revokedAt: kioskKeys.revokedAt,
      reason: kioskKeys.revokeReason,
    })
    .from(kioskKeys)
    .where(eq(kioskKeys.kioskId, kioskId))
    .orderBy(desc(kioskKeys.enrolledAt))
