import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { arrayText } from '../../db/columns.ts'
import {
  kioskAsks,
  kioskCodes,
  kioskEvents,
  kioskKeys,
  kioskQuestions,
  kioskStates,
  kiosks,
} from '../../db/schema/kiosks.ts'
import { departments } from '../../db/schema/town.ts'
import { isWorkingDay } from '../../rules/calendar.ts'
import { ZONE } from '../../rules/dates.ts'
import type { Faces, Reason } from '../../rules/kiosks.ts'
import type { Lang } from '../../rules/languages.ts'
import { calendarOf } from '../calendar/lookup.ts'
import { questionInText, readyQuestion } from '../kiosks/question-text.ts'
import type { Tx } from '../transaction.ts'

/** Hall, place, how many press there in an hour, how pleased they are (0 to 100), millivolts of its button box where it has one. */
const DEMO_KIOSKS: [hall: string, place: string, busy: number, pleased: number, millivolts: number | null][] =
  [
    ['cao', 'Партер, до гише 1', 3, 84, null],
    ['cao', 'Партер, до гише 3', 3, 82, 2_910],
    ['cao', 'Партер, до изхода', 4, 80, 2_750],
    ['cao', 'Чакалня', 1, 71, null],
    ['taxes', 'Каса партер', 4, 66, 2_480],
    ['taxes', 'Етаж 1, местни данъци', 3, 69, null],
    ['grao', 'Етаж 1, гражданско състояние', 2, 86, 3_020],
    ['tsu', 'Етаж 3, устройство на територията', 1, 58, null],
    ['property', 'Етаж 2, общинска собственост', 1, 74, null],
    ['momchilovtsi', 'Кметството', 1, 91, 2_190],
    ['smilyan', 'Кметството', 1, 89, null],
    ['shirokalaka', 'Кметството', 1, 88, 2_660],
  ]

const WEEKS = 6

/** Devices in the halls of a demo town, with invented presses of the last weeks: of one day always the same, so that lists and statistics are not empty. */
export async function inventKiosks(tx: Tx, madeBy: string, today: Temporal.PlainDate): Promise<void> {
  const codes = [...new Set(DEMO_KIOSKS.map(([hall]) => hall))]
  const [halls, calendar, [some]] = await Promise.all([
    tx
      .select({ id: departments.id, code: departments.code })
      .from(departments)
      .where(inArray(departments.code, codes)),
    calendarOf(tx),
    tx.select({ id: kiosks.id }).from(kiosks).limit(1),
  ])
  if (some || halls.length < codes.length) return
  const devices = DEMO_KIOSKS.map(([hall, place, busy, pleased, millivolts], at) => ({
    number: at + 1,
    departmentId: halls.find(({ code }) => code === hall)?.id ?? '',
    place,
    busy,
    pleased,
    millivolts,
    id: randomUUIDv7(),
    deviceId: randomUUIDv7(),
    askId: randomUUIDv7(),
    codeHash: createHash('sha256').update(randomBytes(16)).digest('hex'),
  }))
  const from = today.subtract({ weeks: WEEKS })
  const days = Array.from({ length: WEEKS * 7 + 1 }, (_, at) => from.add({ days: at })).filter(day =>
    isWorkingDay(calendar, day),
  )
  await place(tx, devices, madeBy, from)
  await press(tx, devices, days)
  await tellOf(tx, devices, days.at(-2) ?? from)
}

type Demo = {
  id: string
  number: number
  departmentId: string
  place: string
  busy: number
  pleased: number
  millivolts: number | null
  deviceId: string
  askId: string
  codeHash: string
}

async function place(tx: Tx, devices: readonly Demo[], madeBy: string, from: Temporal.PlainDate) {
  const askedFrom = from.toZonedDateTime(ZONE).toInstant()
  const questionId = randomUUIDv7()
  const question = questionInText(readyQuestion('satisfaction') ?? '', 'satisfaction') as Question
  const { text, faces, followUp, thanks } = question
  await Promise.all([
    tx.insert(kiosks).values(
      devices.map(({ id, number, departmentId, place }) => ({
        id,
        number,
        departmentId,
        place,
        addedAt: askedFrom,
      })),
    ),
    tx.insert(kioskQuestions).values({
      id: questionId,
      textBg: text.bg,
      textEn: text.en,
      faces,
      followUpBg: followUp.question.bg,
      followUpEn: followUp.question.en,
      followUpTo: followUp.upTo,
      reasons: followUp.reasons,
      thanksBg: thanks.bg,
      thanksEn: thanks.en,
      madeBy,
      madeAt: askedFrom,
    }),
    tx
      .insert(kioskCodes)
      .values(devices.map(({ id, codeHash }) => ({ codeHash, kioskId: id, madeBy, expiresAt: askedFrom }))),
    tx
      .insert(kioskAsks)
      .values(
        devices.map(({ id, askId }) => ({ id: askId, kioskId: id, questionId, askedBy: madeBy, askedFrom })),
      ),
    tx.insert(kioskKeys).values(
      devices.map(({ id, deviceId, codeHash }) => ({
        id: randomUUIDv7(),
        deviceId,
        kioskId: id,
        codeHash,
        key: randomBytes(32).toString('base64url'),
        enrolledAt: askedFrom,
      })),
    ),
    tx.insert(kioskStates).values(devices.map(stateOf)),
  ])
}

type Question = {
  text: Record<Lang, string>
  faces: Faces
  followUp: { question: Record<Lang, string>; upTo: number; reasons: Reason[] }
  thanks: Record<Lang, string>
}

const stateOf = ({ id, deviceId, number, millivolts }: Demo) => ({
  deviceId,
  kioskId: id,
  program: '0.1.0',
  outbox: 0,
  skewMs: number === 8 ? -187_000 : (number % 3) * 300,
  configuration: 'demo',
  facts: {
    told: 'demo',
    faults: [],
    boxes:
      millivolts === null
        ? []
        : [
            {
              id: number,
              millivolts,
              uptimeSeconds: 86_400,
              silentSeconds: 20 + number,
              lost: 0,
              garbled: 0,
            },
          ],
  },
})

/**
 * So many presses in each working hour of each day until now. What looks like chance is the hash of place, day, hour and turn: a face
 * by how pleased people are there, less at noon; a reason after most of the unhappy ones; a few repeats and a technician's tests.
 */
const press = (tx: Tx, devices: readonly Demo[], days: readonly Temporal.PlainDate[]) =>
  tx.execute(sql`
  insert into kiosk_presses (device_id, seq, kiosk_id, ask_id, face, reason, mark, origin, pressed_at, device_at, skew_ms)
  with device as (select * from jsonb_to_recordset(${JSON.stringify(devices)}::jsonb)
      as d("deviceId" uuid, id uuid, "askId" uuid, number int, busy int, pleased int)),
  chance as (
    select d.*, h.hour, ('x' || md5(d.number || '/' || (day - '2026-01-01'::date) || '/' || h.hour || '/' || turn))::bit(32)::bigint as drawn,
      (day + make_interval(hours => h.hour)) as began
    from device d cross join unnest(${arrayText(days.map(String))}::date[]) as day cross join generate_series(8, 16) as h(hour)
      cross join lateral generate_series(1, d.busy * (case when h.hour in (9, 10, 14) then 2 else 1 end)) as turn),
  pressed as (
    select c.*, (began + make_interval(secs => (drawn % 3571)::int)) at time zone 'Europe/Sofia' as at,
      drawn / 7 % 100 + (case when hour = 12 then 12 else 0 end) - pleased as displeased
    from chance c where drawn / 3 % 4 > 0),
  faced as (
    select p.*, case when displeased < -45 then 5 when displeased < 0 then 4 when displeased < 8 then 3 when displeased < 20 then 2 else 1 end as face
    from pressed p where at <= now())
  select "deviceId", row_number() over (partition by "deviceId" order by at, drawn), id, "askId", face,
    case when face <= 2 and drawn / 11 % 10 < 7
      then (array['waiting', 'waiting', 'waiting', 'attitude', 'information', 'returned', 'hall', 'other'])[1 + (drawn / 13 % 8)::int] end,
    case when drawn / 17 % 100 < 4 then 'repeat' when drawn / 17 % 100 = 50 then 'test' end,
    case when number % 2 = 0 then 'touch' else 'keys' end, at, at, 0
  from faced`)

/** As devices tell of themselves, and what happened to them: a clock that is wrong now, a silence that is over. */
async function tellOf(tx: Tx, devices: readonly Demo[], day: Temporal.PlainDate): Promise<void> {
  const at = (time: string) =>
    day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant()
  const [quiet, wrong] = [devices[9]?.id ?? '', devices[7]?.id ?? '']
  await Promise.all([
    tx.execute(sql`update kiosk_states s set highest_seq = p.seq
      from (select device_id, max(seq) as seq from kiosk_presses group by device_id) p where p.device_id = s.device_id`),
    tx.insert(kioskEvents).values([
      {
        id: randomUUIDv7(),
        kioskId: wrong,
        kind: 'clock',
        facts: { skewMs: -187_000 },
        raisedAt: at('13:41'),
      },
      {
        id: randomUUIDv7(),
        kioskId: quiet,
        kind: 'silent',
        facts: { lastWordAt: at('10:02').toString() },
        raisedAt: at('10:12'),
        endedAt: at('10:47'),
      },
    ]),
  ])
}
