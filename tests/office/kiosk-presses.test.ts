import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantOf } from '../../db/columns.ts'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { closeKiosk } from '../../office/kiosks/close-kiosk.ts'
import { enrolDevice } from '../../office/kiosks/enrol-device.ts'
import { hearKiosk } from '../../office/kiosks/hear-kiosk.ts'
import { makeCode } from '../../office/kiosks/make-code.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { askAt, type Device, enrolledDevice, hubOf, openAt, pressOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('presses of devices on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let device: Device
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    device = await enrolledDevice(admin, hub)
  })
  afterAll(async () => {
    await hub.close()
    await town.close()
  })

  let signed = Date.now()
  const now = () => Date.now()
  const send = (
    presses: ReturnType<typeof pressOf>[],
    more: { sentMs?: number; signedMs?: number; by?: Device } = {},
  ) => {
    const { deviceId, keyId, kioskId } = more.by ?? device
    signed += 1
    const ctx = hub.ctx()
    return takePresses(ctx, {
      deviceId,
      keyId,
      kioskId,
      signedMs: more.signedMs ?? signed,
      sentMs: more.sentMs ?? ctx.now.epochMilliseconds,
      presses,
    })
  }
  const msOf = (at: string) => instantOf(at).epochMilliseconds
  const kept = (by = device) =>
    town.sql`select * from kiosk_presses where device_id = ${by.deviceId} order by seq`
  const hours = (by = device) =>
    town.sql`select to_char(day, 'YYYY-MM-DD') as day, hour, face1, face5, tests, closed, bursts, repeats from kiosk_hours
      where kiosk_id = ${by.kioskId} order by day, hour`

  test('a press sent twice is kept once, and the sums of its hour are those of the rows', async () => {
    const batch = [
      pressOf(device, 1),
      pressOf(device, 2, { face: 1, reason: 'waiting' }),
      pressOf(device, 3, { mark: 'repeat' }),
    ]
    expect(await send(batch)).toEqual({ keptUpTo: 3, added: 3 })
    expect(await send(batch)).toEqual({ keptUpTo: 3, added: 0 })
    expect(await send([...batch.slice(2), pressOf(device, 4)])).toEqual({ keptUpTo: 4, added: 1 })
    expect((await kept()).map(row => [Number(row['seq']), row['face'], row['reason'], row['mark']])).toEqual([
      [1, 5, null, null],
      [2, 1, 'waiting', null],
      [3, 5, null, 'repeat'],
      [4, 5, null, null],
    ])
    expect([...(await hours())]).toEqual([
      { day: '2026-11-18', hour: 9, face1: 1, face5: 2, tests: 0, closed: 0, bursts: 0, repeats: 1 },
    ])
    const [reason] =
      await town.sql`select face, reason, times from kiosk_reasons where kiosk_id = ${device.kioskId}`
    expect(reason).toEqual({ face: 1, reason: 'waiting', times: 1 })
  })

  test('what is pressed at night, on a day off or by a technician is kept and not counted', async () => {
    const other = await enrolledDevice(admin, hub)
    const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Sofia]`).epochMilliseconds
    await send(
      [
        pressOf(other, 1, { atMs: at('2026-11-18T07:59:59') }),
        pressOf(other, 2, { atMs: at('2026-11-18T08:00') }),
        pressOf(other, 3, { atMs: at('2026-11-18T17:00') }),
        pressOf(other, 4, { atMs: at('2026-11-21T10:00') }),
        pressOf(other, 5, { atMs: at('2026-11-18T23:00'), mark: 'test' }),
        pressOf(other, 6, { atMs: at('2026-03-03T10:00') }),
      ],
      { by: other },
    )
    expect((await kept(other)).map(row => row['mark'])).toEqual([
      'closed',
      null,
      'closed',
      'closed',
      'test',
      'closed',
    ])
    expect(
      (await hours(other)).map(({ hour, face5, closed, tests }) => [hour, face5, closed, tests]),
    ).toEqual([
      [10, 0, 1, 0],
      [7, 0, 1, 0],
      [8, 1, 0, 0],
      [17, 0, 1, 0],
      [23, 0, 0, 1],
      [10, 0, 1, 0],
    ])
  })

  test('a clock that is a year off is seen through: the press is at its time, and the skew is noted', async () => {
    const other = await enrolledDevice(admin, hub)
    const year = 365 * 86_400_000
    await send(
      [
        pressOf(other, 1, { atMs: openAt(1) - year }),
        pressOf(other, 2, { atMs: now() - year - 5_000, ageMs: 90_000 }),
      ],
      {
        by: other,
        sentMs: now() - year,
      },
    )
    const [first, second] = await kept(other)
    expect(Math.abs(msOf(first?.['pressed_at']) - openAt(1))).toBeLessThan(60_000)
    expect(Math.abs(msOf(second?.['pressed_at']) - (now() - 90_000))).toBeLessThan(60_000)
    expect(Math.round(Number(first?.['skew_ms']) / 86_400_000)).toBe(-365)
    expect(msOf(first?.['device_at'])).toBe(openAt(1) - year)
  })

  test('a number taken by another press is refused, all of its batch with it, and somebody is told', async () => {
    const clone = pressOf(device, 2, { face: 3, atMs: openAt(77) })
    expect(await refused(send([clone, pressOf(device, 50)]), 'kiosk.doubled')).toEqual({ seq: 2 })
    expect((await kept()).map(row => Number(row['seq']))).toEqual([1, 2, 3, 4])
    const events =
      await town.sql`select kind, facts->'seq' as seq from kiosk_events where kiosk_id = ${device.kioskId}`
    expect([...events]).toEqual([{ kind: 'doubled', seq: 2 }])
  })

  test('what was signed before is a replay, also of a heartbeat', async () => {
    await refused(send([pressOf(device, 5)], { signedMs: 1 }), 'kiosk.replayed')
    signed += 10
    const word = {
      ...device,
      signedMs: signed,
      skewMs: 3,
      outbox: 2,
      program: 'tests',
      configuration: null,
      facts: {},
    }
    expect(await hearKiosk(hub.ctx(), word)).toMatchObject({ keptUpTo: 4 })
    await refused(hearKiosk(hub.ctx(), word), 'kiosk.replayed')
  })

  test('a hub whose clock was a year ahead for a while hears its devices again when it is right', async () => {
    const other = await enrolledDevice(admin, hub)
    const year = 365 * 86_400_000
    await send([pressOf(other, 1)], { by: other, signedMs: now() + year })
    const signedMs = now()
    expect(await send([pressOf(other, 2)], { by: other, signedMs })).toEqual({ keptUpTo: 2, added: 1 })
    await refused(send([pressOf(other, 3)], { by: other, signedMs }), 'kiosk.replayed')
  })

  test('a press for a question that the device was never given is refused', async () => {
    const other = await enrolledDevice(admin, hub)
    await refused(send([pressOf(other, 9)]), 'kiosk.ask_unknown')
    await refused(send([pressOf(device, 9, { askId: randomUUIDv7() })]), 'kiosk.ask_unknown')
  })

  test('a code enrols one device, once; asked again by the same device it is the same enrolment', async () => {
    const kioskId = randomUUIDv7()
    const { code, number } = await addKiosk(admin.ctx(), { kioskId, hall: 'momchilovtsi', place: 'Фоайе' })
    const mine = {
      deviceId: randomUUIDv7(),
      keyId: randomUUIDv7(),
      key: randomBytes(32).toString('base64url'),
      program: '1',
    }
    expect(await refused(enrolDevice(hub.ctx(), { ...mine, code }), 'kiosk.asks_nothing')).toEqual({ number })
    await askAt(admin, [number])
    const typed = `${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `
    const told = await enrolDevice(hub.ctx(), { ...mine, code: typed })
    expect(told).toMatchObject({
      kiosk: number,
      hall: { en: expect.stringContaining('Momchilovtsi') },
      faces: 5,
    })
    expect(await enrolDevice(hub.ctx(), { ...mine, code })).toEqual(told)
    const thief = { ...mine, keyId: randomUUIDv7(), deviceId: randomUUIDv7() }
    await refused(enrolDevice(hub.ctx(), { ...thief, code }), 'kiosk.code_wrong')
    await refused(enrolDevice(hub.ctx(), { ...thief, code: 'AAAAA22222' }), 'kiosk.code_wrong')
  })

  test('a revoked key sends nothing more; enrolled anew, the device goes on with its numbers', async () => {
    const other = await enrolledDevice(admin, hub)
    await send([pressOf(other, 1)], { by: other })
    await revokeKiosk(admin.ctx(), { number: other.number, reason: 'откраднато устройство' })
    await refused(send([pressOf(other, 2)], { by: other }), 'kiosk.revoked')
    await refused(revokeKiosk(admin.ctx(), { number: other.number, reason: 'пак' }), 'kiosk.not_enrolled')
    const { code } = await makeCode(admin.ctx(), { number: other.number })
    const keyId = randomUUIDv7()
    await enrolDevice(hub.ctx(), { ...other, code, keyId, program: '1' })
    expect(await send([pressOf(other, 2)], { by: { ...other, keyId } })).toEqual({ keptUpTo: 2, added: 1 })
    expect((await kept(other)).length).toBe(2)
  })

  test('a code of a place that was closed, or of a key that was revoked, opens nothing', async () => {
    const { code, number } = await addKiosk(admin.ctx(), {
      kioskId: randomUUIDv7(),
      hall: 'cao',
      place: 'Свалено',
    })
    await askAt(admin, [number])
    await closeKiosk(admin.ctx(), { number })
    await refused(enrolDevice(hub.ctx(), { ...device, code, program: '1' }), 'kiosk.code_wrong')
    const stolen = await enrolledDevice(admin, hub)
    const { code: its } = await makeCode(admin.ctx(), { number: stolen.number })
    const mine = { ...stolen, deviceId: randomUUIDv7(), keyId: randomUUIDv7(), code: its, program: '1' }
    await enrolDevice(hub.ctx(), mine)
    await revokeKiosk(admin.ctx(), { number: stolen.number, reason: 'откраднато' })
    await refused(enrolDevice(hub.ctx(), mine), 'kiosk.code_wrong')
  })

  test('the role of the hub adds presses and reads what devices are told, and nothing else', async () => {
    const as = async (statement: string) =>
      hub.database.sql.unsafe(statement).then(
        () => 'done',
        error => error.code,
      )
    for (const statement of [
      'select * from parties',
      'select * from payments',
      'select * from documents',
      'select * from staff',
      'select * from logbook',
      'select * from kiosk_hours',
      'update kiosk_presses set face = 1',
      'delete from kiosk_presses',
      'update kiosk_keys set revoked_at = null',
      'insert into kiosk_hours select * from kiosk_hours',
      'insert into kiosk_codes select * from kiosk_codes',
      'insert into kiosk_asks select * from kiosk_asks',
    ])
      expect(await as(statement), statement).toBe('42501')
    expect(
      await as(
        `insert into kiosk_keys (id, device_id, kiosk_id, key, code_hash) select gen_random_uuid(), device_id, kiosk_id, key, 'made up' from kiosk_keys limit 1`,
      ),
    ).toBe('GS001')
    expect(await as(`update kiosk_states set signed_ms = signed_ms - 1 where highest_seq > 0`)).toBe('GS002')
  })
})
