import { randomUUIDv7, scryptSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { askQuestion } from '../../office/kiosks/ask-question.ts'
import { changeKiosk } from '../../office/kiosks/change-kiosk.ts'
import { closeKiosk } from '../../office/kiosks/close-kiosk.ts'
import { hearKiosk } from '../../office/kiosks/hear-kiosk.ts'
import { listAlarms } from '../../office/kiosks/list-alarms.ts'
import { listKiosks } from '../../office/kiosks/list-kiosks.ts'
import { listQuestions } from '../../office/kiosks/list-questions.ts'
import { makeCode } from '../../office/kiosks/make-code.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { seeConfiguration } from '../../office/kiosks/see-configuration.ts'
import { seeKiosk } from '../../office/kiosks/see-kiosk.ts'
import { seeRules } from '../../office/kiosks/see-rules.ts'
import { setRules } from '../../office/kiosks/set-rules.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { askAt, type Device, enrolledDevice, hubOf, pressOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the devices of a town on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let head: Session
  let hub: Hub
  let device: Device
  beforeAll(async () => {
    town = await testTown(version)
    ;[admin, head] = await Promise.all([town.signIn('admin'), town.signIn('head')])
    hub = await hubOf(town)
    device = await enrolledDevice(admin, hub)
  })
  afterAll(async () => {
    await hub.close()
    await town.close()
  })

  let signed = Date.now()
  const says = async (facts: Record<string, unknown>, configuration: string) => {
    signed += 1
    const { deviceId, keyId, kioskId } = device
    const word = {
      deviceId,
      keyId,
      kioskId,
      signedMs: signed,
      skewMs: -1_500,
      outbox: 3,
      program: '1.2',
      configuration,
    }
    await hearKiosk(hub.ctx(), { ...word, facts })
  }
  const statusOf = async (number: number) => (await seeKiosk(head.ctx(), number)).status

  test('a place without a device says so; an enrolled one says how it does', async () => {
    const { number } = await addKiosk(admin.ctx(), {
      kioskId: randomUUIDv7(),
      hall: 'taxes',
      place: 'Етаж 2',
    })
    expect(await statusOf(number)).toMatchObject({
      isEnrolled: false,
      hallCode: 'taxes',
      place: 'Етаж 2',
      device: null,
      lastWordAt: null,
      question: null,
      alarms: [],
    })
    const { version: told } = await seeConfiguration(hub.ctx(), device.kioskId)
    const box = { id: 7, millivolts: 2_600, uptimeSeconds: 60, silentSeconds: 5, lost: 1, garbled: 0 }
    await says({ told, faults: [], boxes: [box] }, told)
    expect(await statusOf(device.number)).toMatchObject({
      isEnrolled: true,
      question: { bg: 'Доволни ли сте от обслужването?' },
      device: { outbox: 3, skewMs: -1_500, program: '1.2', isUpToDate: true, boxes: [box] },
    })
    await askAt(head, [device.number], 'Доволни ли сте от реда?')
    expect((await statusOf(device.number)).device?.isUpToDate).toBe(false)
    await says({ told: 'another' }, told)
    expect((await statusOf(device.number)).device?.isUpToDate).toBe(false)
    expect((await listKiosks(head.ctx())).kiosks.map(one => one.number)).toEqual([device.number, number])
  })

  test('presses of today are seen at once, by hour, the left out ones apart', async () => {
    const ctx = {
      ...hub.ctx(),
      now: Temporal.ZonedDateTime.from('2026-11-18T12:00[Europe/Sofia]').toInstant(),
    }
    signed += 1
    const presses = [
      pressOf(device, 1),
      pressOf(device, 2, { face: 1 }),
      pressOf(device, 3, { mark: 'repeat' }),
      pressOf(device, 61, { face: 4 }),
    ]
    const sentMs = ctx.now.epochMilliseconds
    await takePresses(ctx, { ...device, signedMs: signed, sentMs, presses })
    const that = { ...head.ctx(), today: Temporal.PlainDate.from('2026-11-18') }
    const seen = await seeKiosk(that, device.number)
    expect(seen.status.today).toEqual({ counted: 3, leftOut: 1 })
    expect(seen.hours).toEqual([
      { hour: 9, faces: [1, 0, 0, 0, 1], leftOut: 1 },
      { hour: 10, faces: [0, 0, 0, 1, 0], leftOut: 0 },
    ])
    const [asked, before] = await listQuestions(head.ctx())
    expect(asked).toMatchObject({
      text: { bg: 'Доволни ли сте от реда?' },
      kiosks: [device.number],
      presses: 0,
    })
    expect(before).toMatchObject({ kiosks: [], presses: 3, followUp: { upTo: 2 } })
  })

  test('what is not named of the rules stays; a device is told the pace and a PIN that only its hash tells', async () => {
    expect(await seeRules(head.ctx())).toMatchObject({ silentMinutes: 10, negatives: 5, setAt: null })
    const rulesId = randomUUIDv7()
    await setRules(admin.ctx(), { rulesId, silentMinutes: 15, pace: { thanks: 5 }, pin: '2580' })
    await setRules(admin.ctx(), { rulesId, silentMinutes: 15, pace: { thanks: 5 }, pin: '2580' })
    await setRules(admin.ctx(), { rulesId: randomUUIDv7(), negatives: 8, pace: { followUp: 20 } })
    expect(await seeRules(head.ctx())).toMatchObject({
      silentMinutes: 15,
      negatives: 8,
      negativeMinutes: 30,
      pace: { thanks: 5, followUp: 20, heartbeat: 60 },
    })
    const [count] = await town.sql`select count(*)::int as rows from kiosk_rules`
    expect(count).toEqual({ rows: 2 })
    const { pin, pace } = await seeConfiguration(hub.ctx(), device.kioskId)
    expect(pace).toMatchObject({ thanks: 5, followUp: 20 })
    const [kind, salt = '', hash = ''] = pin?.split(':') ?? []
    expect(kind).toBe('scrypt')
    expect(scryptSync('2580', Buffer.from(salt, 'base64url'), 32).toString('base64url')).toBe(hash)
    await setRules(admin.ctx(), { rulesId: randomUUIDv7(), pin: null })
    expect((await seeConfiguration(hub.ctx(), device.kioskId)).pin).toBeNull()
    const told =
      await town.sql`select facts->>'pin' as pin from logbook where act = 'kiosks.set' and facts ? 'pin'`
    expect(told.map(row => row['pin'])).toEqual(['set', 'removed'])
  })

  test.each(['123', '123456789', '12a4', '1111', '1234', '98765', '7890'])('%s is no PIN', async pin => {
    await refused(setRules(admin.ctx(), { rulesId: randomUUIDv7(), pin }), 'kiosk.pin_weak')
  })

  test('a place moves; it closes only when nothing signs for it any more, and then nothing is done there', async () => {
    const { number } = device
    await changeKiosk(admin.ctx(), { number, place: 'До вход Б' })
    expect(await statusOf(number)).toMatchObject({ place: 'До вход Б', hallCode: 'cao' })
    await refused(changeKiosk(admin.ctx(), { number, hall: 'grao' }), 'kiosk.hall_has_presses')
    const fresh = await addKiosk(admin.ctx(), { kioskId: randomUUIDv7(), hall: 'taxes', place: 'Етаж 3' })
    await changeKiosk(admin.ctx(), { number: fresh.number, hall: 'grao' })
    expect(await statusOf(fresh.number)).toMatchObject({ place: 'Етаж 3', hallCode: 'grao' })
    await refused(changeKiosk(admin.ctx(), { number, hall: 'няма' }), 'kiosk.hall_unknown')
    await refused(changeKiosk(admin.ctx(), { number: 999, place: 'никъде' }), 'kiosk.unknown')
    expect(await refused(closeKiosk(admin.ctx(), { number }), 'kiosk.still_enrolled')).toEqual({
      number,
      waiting: 3,
    })
    await revokeKiosk(admin.ctx(), { number, reason: 'свалено' })
    await closeKiosk(admin.ctx(), { number })
    await refused(closeKiosk(admin.ctx(), { number }), 'kiosk.closed')
    await refused(makeCode(admin.ctx(), { number }), 'kiosk.closed')
    await refused(askAt(head, [number]), 'kiosk.closed')
    expect((await listKiosks(head.ctx())).kiosks.map(one => one.number)).not.toContain(number)
    expect((await listKiosks(head.ctx(), true)).kiosks.map(one => one.number)).toContain(number)
    expect((await seeKiosk(head.ctx(), number)).keys).toMatchObject([{ reason: 'свалено' }])
  })

  test('a number is given once; a question goes to places that are there', async () => {
    const place = { kioskId: randomUUIDv7(), hall: 'cao', place: 'Фоайе' }
    await refused(addKiosk(admin.ctx(), { ...place, number: device.number }), 'kiosk.number_taken')
    await refused(addKiosk(admin.ctx(), { ...place, hall: 'няма' }), 'kiosk.hall_unknown')
    await refused(askAt(head, [404]), 'kiosk.unknown')
  })

  test('a reason has a code of its own, and no follow-up comes after a face that is not there', async () => {
    const reason = { code: 'waiting', bg: 'Чаках дълго', en: 'I waited long' }
    const both = { bg: 'Защо?', en: 'Why?' }
    const ask = (upTo: number, reasons: (typeof reason)[]) =>
      askQuestion(head.ctx(), {
        questionId: randomUUIDv7(),
        kiosks: [device.number],
        text: both,
        faces: 4,
        followUp: { question: both, upTo, reasons },
      })
    await refused(ask(5, [reason]), 'input.invalid')
    await refused(ask(2, [reason, { ...reason, bg: 'Друго' }]), 'input.invalid')
  })

  test('a clerk and an auditor look on; a head asks and does not set; a cashier sees nothing of it', async () => {
    const [clerk, cashier] = await Promise.all([town.signIn('delo'), town.signIn('kasa1')])
    expect(await listAlarms(clerk.ctx(), { all: true })).toEqual([])
    await refused(askAt(clerk, [device.number]), 'authority.denied')
    await refused(setRules(head.ctx(), { rulesId: randomUUIDv7() }), 'authority.denied')
    await refused(closeKiosk(head.ctx(), { number: 2 }), 'authority.denied')
    await refused(listKiosks(cashier.ctx()), 'authority.denied')
    const sql = (statement: string) =>
      head
        .ctx()
        .db.execute(statement)
        .then(
          () => 'done',
          e => e.cause.code,
        )
    expect(await sql('select pin_hash from kiosk_rules')).toBe('42501')
  })
})
