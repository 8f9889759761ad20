import { desc, eq, isNull, sql } from 'drizzle-orm'
import { kioskEvents, kiosks } from '../../db/schema/kiosks.ts'
import { departments } from '../../db/schema/town.ts'
import { authorise } from '../authority.ts'
import type { Ctx } from '../context.ts'
import type { KioskAlarm } from './watch-kiosks.ts'

const MOST = 200

/** What is wrong at the devices now and, with `all`, what was before; the newest first. */
export async function listAlarms(
  ctx: Ctx,
  { all = false, number = null }: { all?: boolean; number?: number | null } = {},
): Promise<KioskAlarm[]> {
  authorise(ctx, 'kiosks.see')
  const { id, kind, facts, raisedAt, endedAt } = kioskEvents
  return ctx.db
    .select({
      ...{ id, kind, facts, raisedAt, endedAt },
      kiosk: kiosks.number,
      place: kiosks.place,
      hall: sql<
        KioskAlarm['hall']
      >`json_build_object('bg', ${departments.nameBg}, 'en', ${departments.nameEn})`,
    })
    .from(kioskEvents)
    .innerJoin(kiosks, eq(kiosks.id, kioskEvents.kioskId))
    .innerJoin(departments, eq(departments.id, kiosks.departmentId))
    .where(
      sql`${all ? sql`true` : isNull(endedAt)} and ${number === null ? sql`true` : eq(kiosks.number, number)}`,
    )
    .orderBy(desc(raisedAt), kiosks.number)
    .limit(MOST)
}
