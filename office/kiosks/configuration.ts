import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { kioskAsks, kioskQuestions, kioskRules, kiosks } from '../../db/schema/kiosks.ts'
import { departments } from '../../db/schema/town.ts'
import { type Calendar, isWorkingDay } from '../../rules/calendar.ts'
import { isWeekend } from '../../rules/holidays.ts'
import { type KioskConfiguration, PACE } from '../../rules/kiosks.ts'
import { refusal } from '../../rules/refusal.ts'
import { calendarOf } from '../calendar/lookup.ts'
import type { Ctx } from '../context.ts'
import type { Tx } from '../transaction.ts'
import { followUpOf } from './lookup.ts'

/** The days ahead that a device knows of while the hub is away. */
const DAYS_AHEAD = 400

/** All that the device of a place is told. Refuses a place that has no question yet. */
export async function configurationFor(
  db: Ctx['db'] | Tx,
  ctx: Ctx,
  kioskId: string,
): Promise<KioskConfiguration> {
  const [[place], [asked], [rules], calendar] = await Promise.all([
    db
      .select({
        number: kiosks.number,
        bg: departments.nameBg,
        en: departments.nameEn,
        version: versionOf(ctx, kioskId),
      })
      .from(kiosks)
      .innerJoin(departments, eq(departments.id, kiosks.departmentId))
      .where(eq(kiosks.id, kioskId)),
    db
      .select({ askId: kioskAsks.id, question: kioskQuestions })
      .from(kioskAsks)
      .innerJoin(kioskQuestions, eq(kioskQuestions.id, kioskAsks.questionId))
      .where(eq(kioskAsks.kioskId, kioskId))
      .orderBy(desc(kioskAsks.askedFrom))
      .limit(1),
    db
      .select({ pinHash: kioskRules.pinHash, pace: kioskRules.pace })
      .from(kioskRules)
      .orderBy(desc(kioskRules.setAt))
      .limit(1),
    calendarOf(db),
  ])
  if (!place?.version || !asked) throw refusal('kiosk.asks_nothing', { number: place?.number ?? 0 })
  const { question } = asked
  return {
    version: place.version,
    askId: asked.askId,
    kiosk: place.number,
    town: ctx.town.name,
    hall: { bg: place.bg, en: place.en },
    question: { bg: question.textBg, en: question.textEn },
    faces: question.faces,
    followUp: followUpOf(question.followUpBg, question.followUpEn, question.followUpTo, question.reasons),
    thanks: question.thanksBg && question.thanksEn ? { bg: question.thanksBg, en: question.thanksEn } : null,
    ...openHours(ctx, calendar),
    pin: rules?.pinHash ?? null,
    pace: { ...PACE, ...rules?.pace },
  }
}

/**
 * A fingerprint of all that goes into the configuration of a place, as one value of SQL; null where it has no question yet. Devices ask for
 * the whole when it is another one. It is another one each month too, for the days that a device knows ahead come to their end.
 */
export function versionOf(ctx: Ctx, kioskId: string): SQL<string | null> {
  const { from, until } = hoursOf(ctx)
  return sql`(select left(md5(concat_ws('|', k.number, d.name_bg, d.name_en, a.id, r.id, c.days, c.newest,
        ${from}::text, ${until}::text, ${ctx.today.toPlainYearMonth().toString()}::text)), 16)
      from kiosks k join departments d on d.id = k.department_id
      join lateral (select id from kiosk_asks where kiosk_id = k.id order by asked_from desc limit 1) a on true
      left join lateral (select id from kiosk_rules order by set_at desc limit 1) r on true
      cross join (select count(*) as days, max(set_at) as newest from calendar_days) c
      where k.id = ${kioskId})`
}

/** When the halls are open, as devices are told it. */
export function openHours(
  ctx: Pick<Ctx, 'town' | 'today'>,
  calendar: Calendar,
): Pick<KioskConfiguration, 'hours' | 'daysOff' | 'daysWorked'> {
  const unusual = Array.from({ length: DAYS_AHEAD }, (_, at) => ctx.today.add({ days: at - 30 })).filter(
    day => isWorkingDay(calendar, day) === isWeekend(day),
  )
  return {
    hours: hoursOf(ctx),
    daysOff: unusual.filter(day => !isWeekend(day)).map(String),
    daysWorked: unusual.filter(isWeekend).map(String),
  }
}

/** The hours of a working day as `08:00`. */
export function hoursOf({ town }: Pick<Ctx, 'town'>): KioskConfiguration['hours'] {
  const time = (at: Temporal.PlainTime) => at.toString().slice(0, 5)
  return { from: time(town.hours.from), until: time(town.hours.until) }
}
