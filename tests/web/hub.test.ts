import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setHours } from '../../office/calendar/set-hours.ts'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { makeHub } from '../../office/kiosks/make-hub.ts'
import { type Hub, openHub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { createApp, type HubApp } from '../../web/app.ts'
import {
  CLOCK_WINDOW_MS,
  Configuration,
  Enrolled,
  Heard,
  Kept,
  MOST_BYTES,
  MOST_PRESSES,
  PATHS,
  Refused,
} from '../../web/contract.ts'
import { LIMITS } from '../../web/limits.ts'
import { askAt, type Device, enrolledDevice, hubOf, pressOf } from '../support/hub.ts'
import {
  type Asking,
  asking,
  enrolmentOf,
  from,
  heartbeatOf,
  pressesOf,
  refusedBy,
} from '../support/hub-requests.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the hub on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let app: HubApp
  let device: Device
  const bugs: unknown[] = []
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    app = appWith()
    device = await enrolledDevice(admin, hub)
  })
  afterAll(async () => {
    expect(bugs).toEqual([])
    await hub.close()
    await town.close()
  })

  const appWith = (more: Partial<Parameters<typeof createApp>[0]> = {}) =>
    createApp({ ctx: hub.ctx, onBug: error => bugs.push(error), ...more })
  const answered = async ({ path, init }: Asking) => {
    const response = await app.request(path, init)
    expect(response.status, await response.clone().text()).toBe(200)
    return response.json()
  }
  const kept = async (by = device) => {
    const rows = await town.sql`select seq from kiosk_presses where device_id = ${by.deviceId} order by seq`
    return rows.map(row => Number(row['seq']))
  }

  test('a device enrols, is told what to ask, sends presses and gives word, all as the contract says', async () => {
    const { code, number } = await addKiosk(admin.ctx(), {
      kioskId: randomUUIDv7(),
      hall: 'cao',
      place: 'Гише 3',
    })
    expect(await refusedBy(app, enrolmentOf(code))).toEqual([409, 'no_question'])
    await askAt(admin, [number])
    const mine = { deviceId: randomUUIDv7(), keyId: randomUUIDv7(), key: 'k'.repeat(43) }
    const enrolled = Enrolled.parse(await answered(enrolmentOf(code, mine)))
    expect(Math.abs(enrolled.hubMs - Date.now())).toBeLessThan(CLOCK_WINDOW_MS)
    const { configuration } = enrolled
    const by = { ...mine, kioskId: '', number, configuration }
    expect(Configuration.parse(await answered(asking(by, PATHS.configuration, undefined)))).toEqual(
      configuration,
    )
    const batch = [pressOf(by, 1), pressOf(by, 2, { face: 2, reason: 'waiting', origin: 'box' })]
    expect(Kept.parse(await answered(pressesOf(by, batch)))).toEqual({ keptUpTo: 2 })
    expect(Kept.parse(await answered(pressesOf(by, batch)))).toEqual({ keptUpTo: 2 })
    const heard = Heard.parse(
      await answered(heartbeatOf(by, { outbox: 3, lastSeq: 5, faults: ['disk_full'], program: '9.9' })),
    )
    expect(heard).toMatchObject({ configuration: configuration.version, keptUpTo: 2 })
    const [state] =
      await town.sql`select outbox::int, program, facts from kiosk_states where device_id = ${mine.deviceId}`
    expect(state).toMatchObject({
      outbox: 3,
      program: '9.9',
      facts: { lastSeq: 5, faults: ['disk_full'], boxes: [], told: configuration.version },
    })
  })

  test.each([
    ['no header at all', { headers: { authorization: '' } }],
    ['a header of something else', { headers: { authorization: 'Bearer 7' } }],
    ['a key that was never enrolled', { key: { id: randomUUIDv7() } }],
    ['a stolen id of a key without the key', { key: { key: 'B'.repeat(43) } }],
    ['another body than the one that was signed', { signedBody: '{}' }],
  ])('%s is unsigned, and nothing is kept', async (_, bent) => {
    expect(await refusedBy(app, pressesOf(device, [pressOf(device, 900)], bent))).toEqual([401, 'unsigned'])
    expect(await kept()).toEqual([])
  })

  test('a signature for one path is none for another, nor for another method', async () => {
    const { init } = asking(device, PATHS.configuration, undefined)
    expect(
      await refusedBy(app, { path: PATHS.heartbeat, init: { ...init, method: 'POST', body: '' } }),
    ).toEqual([401, 'unsigned'])
  })

  test('a clock a year off is told what time it is, and signs again by that', async () => {
    const year = 365 * 86_400_000
    const wrong = pressesOf(device, [pressOf(device, 1)], { timeMs: Date.now() - year })
    const response = await app.request(wrong.path, wrong.init)
    expect(response.status).toBe(401)
    const { refused, hubMs } = Refused.parse(await response.json())
    expect(refused).toBe('clock')
    expect(
      await refusedBy(app, heartbeatOf(device, {}, { timeMs: hubMs + CLOCK_WINDOW_MS + 5_000 })),
    ).toEqual([401, 'clock'])
    expect(await answered(pressesOf(device, [pressOf(device, 1)]))).toEqual({ keptUpTo: 1 })
  })

  test('what was listened to and sent again is refused, whatever was asked', async () => {
    for (const overheard of [
      pressesOf(device, [pressOf(device, 2)]),
      heartbeatOf(device),
      asking(device, PATHS.configuration, undefined),
    ]) {
      await answered(overheard)
      expect(await refusedBy(app, overheard)).toEqual([409, 'replayed'])
    }
    expect(await kept()).toEqual([1, 2])
  })

  test('two devices that send as one: the second is refused with all of its batch', async () => {
    const clone = [pressOf(device, 2, { face: 1 }), pressOf(device, 3)]
    expect(await refusedBy(app, pressesOf(device, clone))).toEqual([409, 'doubled'])
    expect(await kept()).toEqual([1, 2])
  })

  test('a revoked key is told so at once where something is written, and within seconds elsewhere', async () => {
    const stolen = await enrolledDevice(admin, hub)
    await answered(heartbeatOf(stolen))
    await revokeKiosk(admin.ctx(), { number: stolen.number, reason: 'откраднато' })
    expect(await refusedBy(app, pressesOf(stolen, [pressOf(stolen, 1)]))).toEqual([403, 'revoked'])
    const anew = appWith()
    expect(await refusedBy(anew, asking(stolen, PATHS.configuration, undefined))).toEqual([403, 'revoked'])
    expect(await refusedBy(anew, heartbeatOf(stolen, {}, { key: { key: 'C'.repeat(43) } }))).toEqual([
      401,
      'unsigned',
    ])
    expect(await kept(stolen)).toEqual([])
  })

  test.each<[string, (by: Device) => unknown]>([
    ['no JSON', () => '{"sentMs": 1, "presses": ['],
    ['bytes that are no text', () => '\ud800'],
    ['a hundred thousand brackets', () => '['.repeat(100_000)],
    ['no presses', () => ({ sentMs: 1, presses: [] })],
    [
      'a word that the contract does not have',
      by => ({ sentMs: 1, presses: [{ ...pressOf(by, 5), name: 'Иван' }] }),
    ],
    [
      'a face that nobody drew',
      by => ({ sentMs: 1, presses: [pressOf(by, 5), { ...pressOf(by, 6), face: 6 }] }),
    ],
    ['a fifth face of a question with four', by => ({ sentMs: 1, presses: [pressOf(by, 5, { face: 5 })] })],
    [
      'a question that was never asked there',
      by => ({
        sentMs: 1,
        presses: [pressOf(by, 5, { face: 4 }), pressOf(by, 6, { face: 4, askId: randomUUIDv7() })],
      }),
    ],
    [
      'more presses than are taken at once',
      by => ({
        sentMs: 1,
        presses: Array.from({ length: MOST_PRESSES + 1 }, (_, at) => pressOf(by, at + 5, { face: 4 })),
      }),
    ],
    [
      'an age of three hundred thousand years',
      by => ({ sentMs: 1, presses: [pressOf(by, 5, { face: 4, ageMs: Number.MAX_SAFE_INTEGER })] }),
    ],
  ])('%s is malformed, and nothing of it is kept', async (_, contentOf) => {
    four ??= await enrolledDevice(admin, hub, 'cao', 4)
    expect(await refusedBy(app, asking(four, PATHS.presses, contentOf(four)))).toEqual([400, 'malformed'])
    expect(await kept(four)).toEqual([])
  })
  let four: Device | undefined

  test('a body that says it is no JSON is malformed, also of an enrolment; so is a path that is not there', async () => {
    const plain = { headers: { 'content-type': 'text/plain' } }
    expect(await refusedBy(app, pressesOf(device, [pressOf(device, 9)], plain))).toEqual([400, 'malformed'])
    expect(await refusedBy(app, enrolmentOf('AAAAA22222', { key: 'short' }))).toEqual([400, 'malformed'])
    expect(await refusedBy(app, heartbeatOf(device, { outbox: 2 ** 31 }))).toEqual([400, 'malformed'])
    expect(await refusedBy(app, { path: '/kiosk/other', init: {} })).toEqual([404, 'malformed'])
  })

  test('a body larger than is taken is refused, whether it says so or not', async () => {
    const large = 'x'.repeat(MOST_BYTES + 1)
    expect(await refusedBy(app, asking(device, PATHS.presses, large))).toEqual([413, 'too_large'])
    const says = { headers: { 'content-length': `${MOST_BYTES + 1}` } }
    expect(await refusedBy(app, asking(device, PATHS.presses, '{}', says))).toEqual([413, 'too_large'])
    expect(await refusedBy(app, { path: PATHS.enrol, init: { method: 'POST', body: large } })).toEqual([
      413,
      'too_large',
    ])
  })

  test('wrong codes of one network are few, whichever of its addresses they come from; a good code costs no try', async () => {
    const strict = appWith({ limits: { ...LIMITS, enrolments: { points: 2, seconds: 60 } } })
    const { code, number } = await addKiosk(admin.ctx(), {
      kioskId: randomUUIDv7(),
      hall: 'cao',
      place: 'Гише 4',
    })
    await askAt(admin, [number])
    const mine = { deviceId: randomUUIDv7(), keyId: randomUUIDv7() }
    const trying = (asked: string, address: string, content = {}) => {
      const { path, init } = enrolmentOf(asked, content)
      return strict.request(path, init, from(address))
    }
    const near = ['2001:db8:1:2::7', '2001:db8:1:2:ffff::1', '2001:db8:1:2::9']
    for (let turn = 0; turn < 3; turn++)
      expect((await trying(code, '2001:db8:1:2::7', mine)).status).toBe(200)
    const told = await Promise.all(near.map(async address => (await trying('AAAAA22222', address)).status))
    expect(told).toEqual([403, 403, 429])
    const over = await trying(code, '2001:db8:1:2::8', mine)
    expect(Refused.parse(await over.json()).refused).toBe('too_often')
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(50)
    expect((await trying(code, '2001:db8:1:3::7', mine)).status).toBe(200)
    expect((await trying(code, '198.51.100.7', mine)).status).toBe(200)
  })

  test('a device that floods, an address that floods and one that guesses are held back, each by itself', async () => {
    const one = { points: 1, seconds: 60 }
    const flooded = appWith({ limits: { ...LIMITS, device: one } })
    const other = await enrolledDevice(admin, hub)
    expect((await flooded.request(PATHS.heartbeat, heartbeatOf(device).init)).status).toBe(200)
    expect(await refusedBy(flooded, heartbeatOf(device))).toEqual([429, 'too_often'])
    expect((await flooded.request(PATHS.heartbeat, heartbeatOf(other).init)).status).toBe(200)

    const crowded = appWith({ limits: { ...LIMITS, address: one } })
    const heard = (address: string) =>
      crowded.request(PATHS.heartbeat, heartbeatOf(device).init, from(address))
    expect((await heard('::ffff:192.0.2.1')).status).toBe(200)
    expect((await heard('192.0.2.1')).status).toBe(429)
    expect((await heard('192.0.2.2')).status).toBe(200)
    for (let turn = 0; turn < 3; turn++) expect((await heard('127.0.0.1')).status).toBe(200)

    const guessed = appWith({ limits: { ...LIMITS, unsigned: one }, isProxied: true })
    const via = { headers: { 'x-forwarded-for': '203.0.113.9, 192.0.2.3' } }
    await guessed.request(PATHS.heartbeat, heartbeatOf(device, {}, via).init)
    const guess = () => heartbeatOf(device, {}, { ...via, key: { id: randomUUIDv7() } })
    expect(await refusedBy(guessed, guess())).toEqual([401, 'unsigned'])
    expect(await refusedBy(guessed, guess())).toEqual([429, 'too_often'])
    const noKey = heartbeatOf(device, {}, { key: { id: '-'.repeat(36) } })
    expect(await refusedBy(app, noKey)).toEqual([401, 'unsigned'])
    expect((await guessed.request(PATHS.heartbeat, heartbeatOf(device, {}, via).init)).status).toBe(200)
  })

  test('the numbers are for this machine, and say what came and what was refused', async () => {
    const asked = (env?: object, headers = {}) => app.request('/metrics', { headers }, env)
    expect((await asked(from('192.0.2.7'))).status).toBe(404)
    expect((await asked(from('127.0.0.1'), { 'x-forwarded-for': '192.0.2.7' })).status).toBe(404)
    const response = await asked(from('127.0.0.1'))
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    expect(text).toContain('gishe_hub_requests_total{route="/kiosk/presses",outcome="doubled"} 1')
    expect(text).toContain('gishe_hub_requests_total{route="other",outcome="not_found"} 1')
    expect(text).toMatch(/gishe_hub_presses_total\{fate="kept"\} \d/)
    expect(text).toContain('gishe_hub_presses_total{fate="passed_over"} 2')
    expect(text).toContain('gishe_hub_outbox_presses 3')
    expect(text).toContain('gishe_hub_devices{state="silent"} 0')
    expect(text).toContain('process_resident_memory_bytes')
    expect((await appWith({ areMetricsOpen: true }).request('/metrics', {}, from('192.0.2.7'))).status).toBe(
      200,
    )
  })

  test('somebody who is no hub opens no hub', async () => {
    const opening = openHub(town.place, { login: 'kasa1', password: DEMO_PASSWORD }, 1)
    expect(await refused(opening, 'kiosk.no_hub')).toEqual({ login: 'kasa1' })
  })

  test('a hub is made by whoever owns the town, once; a login that is taken is left alone', async () => {
    const own = { login: 'hub7', name: 'Хъб', password: 'drawn by the machine' }
    expect(await makeHub(town.db, own)).toBe(true)
    expect(await makeHub(town.db, { ...own, password: 'another one of it' })).toBe(false)
    expect(await makeHub(town.db, { ...own, login: 'kasa1' })).toBe(false)
    await refused(makeHub(town.db, { ...own, password: 'short' }), 'password.too_short')
    const opened = await openHub(town.place, own, 1)
    expect(opened.ctx().who).toMatchObject({ login: 'hub7', post: 'hub' })
    await opened.close()
  })

  test('hours that the town sets while the hub is at work are told to devices', async () => {
    const told = async () =>
      Configuration.parse(await answered(asking(device, PATHS.configuration, undefined))).hours
    const before = await told()
    const hours = { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('16:00') }
    await setHours(admin.ctx(), hours)
    await hub.renew()
    expect([before, await told()]).toEqual([
      { from: '08:00', until: '17:00' },
      { from: '09:00', until: '16:00' },
    ])
  })

  test('where the hub fails by itself a device is told to come again, and the bug is noted', async () => {
    const noted: unknown[] = []
    const broken = createApp({
      ctx: () => {
        throw new TypeError('a bug')
      },
      onBug: error => noted.push(error),
    })
    expect(await refusedBy(broken, enrolmentOf('AAAAA22222'))).toEqual([500, 'away'])
    expect(noted).toEqual([new TypeError('a bug')])
  })
})
