import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hearKiosk } from '../../office/kiosks/hear-kiosk.ts'
import { listKiosks } from '../../office/kiosks/list-kiosks.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import { watchKiosks } from '../../office/kiosks/watch-kiosks.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type Device, enrolledDevice, hubOf, pressOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const WEDNESDAY = '2026-11-18'
const at = (time: string, day = WEDNESDAY) => Temporal.ZonedDateTime.from(`${day}T${time}[Europe/Sofia]`)

describe.each(newest)('devices under watch on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let first: Device
  let second: Device
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    first = await enrolledDevice(admin, hub)
    second = await enrolledDevice(admin, hub, 'momchilovtsi')
  })
  afterAll(async () => {
    await hub.close()
    await town.close()
  })

  let signed = Date.now()
  const hubAt = (moment: Temporal.ZonedDateTime) => ({
    ...hub.ctx(),
    now: moment.toInstant(),
    today: moment.toPlainDate(),
  })
  /** What a device says of itself at this moment. */
  const says = async (
    { deviceId, keyId, kioskId }: Device,
    moment: Temporal.ZonedDateTime,
    more: { skewMs?: number; facts?: Record<string, unknown> } = {},
  ) => {
    signed += 1
    const word = {
      keyId,
      deviceId,
      kioskId,
      signedMs: signed,
      skewMs: 0,
      outbox: 0,
      program: '1',
      configuration: null,
    }
    await hearKiosk(hubAt(moment), { facts: {}, ...word, ...more })
    await town.sql`update kiosk_states set last_word_at = ${moment.toInstant().toString()} where device_id = ${deviceId}`
  }
  const bothSay = (moment: Temporal.ZonedDateTime) => Promise.all([says(first, moment), says(second, moment)])
  const look = async (moment: Temporal.ZonedDateTime, listeningSince: Temporal.Instant | null = null) => {
    const { raised, ended } = await watchKiosks(hubAt(moment), listeningSince)
    const shown = ({ kind, kiosk }: (typeof raised)[number]) => `${kind} ${kiosk}`
    return { raised: raised.map(shown), ended: ended.map(shown) }
  }
  const nothing = { raised: [], ended: [] }

  test('a device that is silent in working hours is told of once, and once more when it speaks', async () => {
    await bothSay(at('09:00'))
    expect(await look(at('09:10'))).toEqual(nothing)
    await says(second, at('09:09'))
    const { raised } = await watchKiosks(hubAt(at('09:11')))
    expect(raised).toMatchObject([
      {
        kind: 'silent',
        kiosk: first.number,
        place: 'Партер, до гише 1',
        facts: { lastWordAt: '2026-11-18T07:00:00Z' },
      },
    ])
    expect(raised[0]).not.toHaveProperty('kioskId')
    expect(await look(at('09:12'))).toEqual(nothing)
    expect((await listKiosks(admin.ctx())).kiosks.map(kiosk => kiosk.alarms.map(({ kind }) => kind))).toEqual(
      [['silent'], []],
    )
    await bothSay(at('09:13'))
    expect(await look(at('09:13'))).toEqual({ raised: [], ended: [`silent ${first.number}`] })
  })

  test('a night, a day off and a hub that did not listen are no silence', async () => {
    await bothSay(at('16:59', '2026-11-17'))
    expect(await look(at('07:59'))).toEqual(nothing)
    expect(await look(at('08:05'))).toEqual(nothing)
    expect(await look(at('10:00', '2026-11-21'))).toEqual(nothing)
    expect(await look(at('10:00'), at('09:55').toInstant())).toEqual(nothing)
    expect((await look(at('08:11'))).raised).toEqual([`silent ${first.number}`, `silent ${second.number}`])
    await bothSay(at('08:12'))
    expect((await look(at('08:12'))).ended.length).toBe(2)
  })

  test('five of the two worst faces in half an hour are told of; what is not counted, is late or better is not among them', async () => {
    const press = (seq: number, time: string, more = {}) =>
      pressOf(first, seq, { face: 2, atMs: at(time).epochMilliseconds, ...more })
    const send = (presses: ReturnType<typeof pressOf>[]) => {
      signed += 1
      const sentMs = at('10:30').epochMilliseconds
      return takePresses(hubAt(at('10:30')), { ...first, signedMs: signed, sentMs, presses })
    }
    await bothSay(at('10:29'))
    await send([
      press(1, '09:30'),
      press(2, '10:01'),
      press(3, '10:02', { mark: 'repeat' }),
      press(4, '10:03', { face: 1 }),
      press(5, '10:04', { face: 3 }),
      press(6, '10:05'),
      press(7, '10:06', { mark: 'test' }),
      press(8, '10:07'),
    ])
    expect(await look(at('10:30'))).toEqual(nothing)
    await send([press(9, '10:29')])
    expect(await look(at('10:30'))).toEqual({ raised: [`negatives ${first.number}`], ended: [] })
    await bothSay(at('10:34'))
    expect(await look(at('10:34'))).toEqual(nothing)
    await bothSay(at('10:37'))
    expect(await look(at('10:37'))).toEqual({ raised: [], ended: [`negatives ${first.number}`] })
  })

  test('a wrong clock and a full disk are told of until they are right again', async () => {
    await says(second, at('11:00'), { skewMs: -31_536_000_000, facts: { faults: ['disk_full'] } })
    await says(first, at('11:00'), { skewMs: 120_000 })
    expect((await look(at('11:00'))).raised).toEqual([`clock ${second.number}`, `fault ${second.number}`])
    await says(second, at('11:01'), { facts: { faults: [] } })
    expect((await look(at('11:01'))).ended.sort()).toEqual([
      `clock ${second.number}`,
      `fault ${second.number}`,
    ])
  })

  test('two that send as one are told of for an hour', async () => {
    signed += 1
    const clone = pressOf(first, 1, { face: 5, atMs: at('10:29').epochMilliseconds })
    const sentMs = at('11:00').epochMilliseconds
    await refused(
      takePresses(hubAt(at('11:00')), { ...first, signedMs: signed, sentMs, presses: [clone] }),
      'kiosk.doubled',
    )
    await town.sql`update kiosk_events set raised_at = ${at('11:00').toInstant().toString()} where kind = 'doubled'`
    await bothSay(at('11:59'))
    expect(await look(at('11:59'))).toEqual(nothing)
    expect((await look(at('12:00'))).ended).toEqual([`doubled ${first.number}`])
  })

  test('two hubs that look at one moment raise one alarm; a revoked device is told of no more', async () => {
    const both = await Promise.all([watchKiosks(hubAt(at('13:00'))), watchKiosks(hubAt(at('13:00')))])
    expect(
      both
        .flatMap(({ raised }) => raised)
        .map(({ kiosk }) => kiosk)
        .sort(),
    ).toEqual([first.number, second.number])
    await revokeKiosk(admin.ctx(), { number: second.number, reason: 'свалено от стената' })
    expect((await look(at('13:01'))).ended).toEqual([`silent ${second.number}`])
  })

  test('a key that the hub does not know says nothing; only the hub watches', async () => {
    const { keyId } = first
    await refused(says({ ...second, keyId }, at('13:00')), 'kiosk.key_unknown')
    await refused(watchKiosks(admin.ctx()), 'authority.denied')
    await refused(listKiosks(hub.ctx()), 'authority.denied')
  })
})
