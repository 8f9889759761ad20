import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import { makeSatisfactionReport } from '../../office/satisfaction/make-report.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { isWorkingDay, LAW_CALENDAR } from '../../rules/calendar.ts'
import { ZONE } from '../../rules/dates.ts'
import type { Face } from '../../rules/kiosks.ts'
import type { Row } from '../../rules/reports/table.ts'
import { askAt, type Device, enrolledDevice, hubOf, pressOf } from '../support/hub.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const HALLS = ['cao', 'cao', 'taxes', 'momchilovtsi'] as const
const BATCHES = 6
const EACH = 40

/** The same numbers in every run: what failed fails again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

describe.each(newest)('sums of presses on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let devices: Device[]
  let questionId: string
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    devices = []
    for (const hall of HALLS) devices.push(await enrolledDevice(admin, hub, hall))
    const numbers = devices.map(({ number }) => number)
    questionId = (await askAt(admin, numbers, 'Лесно ли беше?', 4)).questionId
    const asks = await town.sql<{ id: string; kiosk_id: string }[]>`
      select id, kiosk_id from kiosk_asks where question_id = ${questionId}`
    for (const { id, kiosk_id } of asks) fourFaced.set(kiosk_id, id)
  })
  afterAll(async () => {
    await hub.close()
    await town.close()
  })
  const fourFaced = new Map<string, string>()

  /** What the sums should be, counted press by press; nothing is left over on either side. */
  const differences = () => town.sql`
    with own as (select a.question_id, p.kiosk_id, p.face, p.mark, p.reason, p.pressed_at at time zone 'Europe/Sofia' as at
        from kiosk_presses p join kiosk_asks a on a.id = p.ask_id),
      hours as (select question_id, kiosk_id, at::date as day, extract(hour from at)::smallint as hour, case mark when 'test' then 6 when 'closed' then 7
        when 'burst' then 8 when 'repeat' then 9 else face end as what, count(*)::int as times from own group by 1, 2, 3, 4, 5),
      summed as (select question_id, kiosk_id, day, hour, v.what, v.times from kiosk_hours cross join lateral (values (1, face1), (2, face2), (3, face3),
        (4, face4), (5, face5), (6, tests), (7, closed), (8, bursts), (9, repeats)) v(what, times) where v.times <> 0),
      given as (select question_id, kiosk_id, at::date as day, face, reason, count(*)::int as times from own
        where mark is null and reason is not null group by 1, 2, 3, 4, 5),
      reasons as (select question_id, kiosk_id, day, face, reason, times from kiosk_reasons)
    select 'hours' as of from ((table hours except table summed) union all (table summed except table hours)) h
    union all select 'reasons' from ((table given except table reasons) union all (table reasons except table given)) r`

  /** Around both changes of the clock, a holiday, a weekend and this midnight. */
  const DAYS = [
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2026-03-27',
    '2026-03-30',
    '2026-05-06',
    '2026-11-18',
  ]
  const randomPress = (device: Device, seq: number, roll: (sides: number) => number) => {
    const isOld = roll(2) === 0
    const face = (roll(isOld ? 5 : 4) + 1) as Face
    const day = Temporal.PlainDate.from(DAYS[roll(DAYS.length)] ?? '')
    const plainTime = Temporal.PlainTime.from('00:00').add({
      minutes: roll(6) === 0 ? roll(1440) : 480 + roll(540),
    })
    const askId = isOld ? device.configuration.askId : (fourFaced.get(device.kioskId) ?? '')
    return pressOf(device, seq, {
      askId,
      face,
      reason: face < 3 && roll(2) === 0 ? ((['waiting', 'attitude'] as const)[roll(2)] ?? null) : null,
      mark: roll(8) === 0 ? ((['test', 'burst', 'repeat'] as const)[roll(3)] ?? null) : null,
      atMs: day.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds,
    })
  }

  test('many devices at one moment, each batch twice and in any order: every sum is that of its presses', async () => {
    const roll = dice(20_261_122)
    const signed = new Map<string, number>()
    const sendAll = (device: Device, batches: ReturnType<typeof pressOf>[][]) =>
      batches.reduce(async (before, presses) => {
        await before
        const signedMs = (signed.get(device.deviceId) ?? 0) + 1
        signed.set(device.deviceId, signedMs)
        const { keyId, deviceId, kioskId } = device
        const ctx = hub.ctx()
        await takePresses(ctx, {
          keyId,
          deviceId,
          kioskId,
          signedMs,
          sentMs: ctx.now.epochMilliseconds,
          presses,
        })
      }, Promise.resolve())
    const batchesOf = (device: Device) =>
      Array.from({ length: BATCHES }, (_, batch) =>
        Array.from({ length: EACH }, (_, at) => randomPress(device, batch * EACH + at + 1, roll)),
      )
    await Promise.all(
      devices.map(device => {
        const batches = batchesOf(device)
        return sendAll(device, [...batches.toReversed(), ...batches])
      }),
    )
    const [{ n = 0 } = {}] = await town.sql<{ n: number }[]>`select count(*)::int as n from kiosk_presses`
    expect(n).toBe(HALLS.length * BATCHES * EACH)
    expect([...(await differences())]).toEqual([])
  })

  test('what is undone is not summed up, nor what is there already; what the owner copies in is', async () => {
    const device = devices[0]
    if (!device) throw new Error('no device')
    const row = (seq: number) =>
      `('${device.deviceId}', ${seq}, '${device.kioskId}', '${device.configuration.askId}', 5, 'keys', '2026-11-18 09:00+02', now(), 0)`
    const into =
      'insert into kiosk_presses (device_id, seq, kiosk_id, ask_id, face, origin, pressed_at, device_at, skew_ms)'
    const line = hub.database.sql
    await line.begin(async sql => {
      await sql
        .savepoint(async inner => {
          await inner.unsafe(`${into} values ${row(9_001)}`)
          throw new Error('undone')
        })
        .catch(() => undefined)
      await sql.unsafe(`${into} values ${row(9_002)}, ${row(9_003)}`)
      await sql.unsafe(`${into} values ${row(9_003)}, ${row(9_004)} on conflict do nothing`)
    })
    await line
      .begin(async sql => {
        await sql.unsafe(`${into} values ${row(9_005)}`)
        throw new Error('undone')
      })
      .catch(() => undefined)
    const copy =
      await town.sql`copy kiosk_presses (device_id, seq, kiosk_id, ask_id, face, origin, pressed_at, device_at, skew_ms) from stdin`.writable()
    await new Promise<void>((resolve, reject) => {
      copy.on('finish', resolve).on('error', reject)
      copy.end(
        `${device.deviceId}\t9010\t${device.kioskId}\t${device.configuration.askId}\t1\tkeys\t2026-11-18 10:00+02\t2026-11-18 10:00+02\t0\n`,
      )
    })
    const kept =
      await town.sql`select seq::int from kiosk_presses where device_id = ${device.deviceId} and seq > 9000 order by 1`
    expect(kept.map(({ seq }) => seq)).toEqual([9_002, 9_003, 9_004, 9_010])
    expect([...(await differences())]).toEqual([])
  })

  test('every view of the statistics shows what was pressed, over changes of the clock and holidays', async () => {
    const year = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2026-12-31') }
    const raw = await town.sql<
      {
        day: string
        hour: number
        kiosk: number
        hall: string
        face: number
        mark: string | null
        times: number
      }[]
    >`
      select to_char(p.pressed_at at time zone 'Europe/Sofia', 'YYYY-MM-DD') as day, extract(hour from p.pressed_at at time zone 'Europe/Sofia')::int as hour,
        k.number as kiosk, d.code as hall, p.face, p.mark, count(*)::int as times
      from kiosk_presses p join kiosk_asks a on a.id = p.ask_id join kiosks k on k.id = p.kiosk_id join departments d on d.id = k.department_id
      where a.question_id = ${questionId} group by 1, 2, 3, 4, 5, 6`
    const counted = raw.filter(({ mark }) => mark === null)
    for (const { day } of counted)
      expect(isWorkingDay(LAW_CALENDAR, Temporal.PlainDate.from(day)), day).toBe(true)
    const by = (keyOf: (row: (typeof raw)[number]) => string) => {
      const sums = new Map<string, number>()
      for (const row of counted) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.times)
      return Object.fromEntries([...sums].toSorted())
    }
    const tableOf = async (
      view: 'hall' | 'kiosk' | 'hour' | 'week' | 'weekday',
      key: (row: Row) => string,
    ) => {
      const asked = {
        period: year,
        question: questionId,
        hall: null,
        kiosk: null,
        isDrawn: false,
        heatOf: 'index',
      } as const
      const { tables } = await makeSatisfactionReport(admin.ctx(), { ...asked, by: view })
      const rows = (tables[0]?.rows ?? []).filter(row => Number(row['answers']) > 0)
      return Object.fromEntries(rows.map(row => [key(row), row['answers']] as const).toSorted())
    }
    const weekOf = (day: string) => {
      const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day)
      return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
    }
    expect(await tableOf('hall', row => String(row['code']))).toEqual(by(({ hall }) => hall))
    expect(await tableOf('kiosk', row => String(row['number']))).toEqual(by(({ kiosk }) => String(kiosk)))
    expect(await tableOf('week', row => String(row['week']))).toEqual(by(({ day }) => weekOf(day)))
    const hours = await tableOf('hour', row => String(Number.parseInt(String(row['hour']), 10)))
    expect(hours).toEqual(by(({ hour }) => String(hour)))
  })
})
