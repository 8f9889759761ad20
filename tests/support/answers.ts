import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { enrolDevice } from '../../office/kiosks/enrol-device.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { takePresses } from '../../office/kiosks/take-presses.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { isWorkingDay, LAW_CALENDAR } from '../../rules/calendar.ts'
import { ZONE } from '../../rules/dates.ts'
import type { Face, Faces } from '../../rules/kiosks.ts'
import { askAt, type Device, pressOf } from './hub.ts'
import type { TestTown } from './town.ts'

/** The first Wednesday of the month before this one that is a working day and has another after it: that month is over. */
export function wednesdayOf(today: Temporal.PlainDate): Temporal.PlainDate {
  const isFit = (day: Temporal.PlainDate) =>
    day.dayOfWeek === 3 && [day, day.add({ days: 1 })].every(one => isWorkingDay(LAW_CALENDAR, one))
  let day = today.with({ day: 1 }).subtract({ months: 1 })
  while (!isFit(day)) day = day.add({ days: 1 })
  return day
}

type Presses = ReturnType<typeof pressOf>[]
type More = Partial<Presses[number]>

/** What is pressed at one place: so many times each face, with what else is said of the press; seven minutes apart from half a minute past 9:00 on, so that no millisecond of sending takes a press into another hour. */
export type Pressed = { face: Face; times: number; more?: More; at?: string }

export type Answering = {
  /** Adds a place with a device in each hall; all of them ask the same question from the day on. */
  ask: (halls: readonly string[], from: Temporal.PlainDate, text?: string, faces?: Faces) => Promise<string>
  /** Presses on a day at the place that was added as the first, the second … one. */
  press: (number: number, day: Temporal.PlainDate, pressed: readonly Pressed[]) => Promise<void>
}

const timeOf = (index: number): string =>
  Temporal.PlainTime.from('09:00:30')
    .add({ minutes: (index * 7) % 420 })
    .toString()

/** Places that ask one question together, asked long before, and what is pressed there. */
export function answeringAt(town: TestTown, admin: Session, hub: Hub): Answering {
  const devices: Device[] = []
  let signedMs = 1
  return {
    ask: async (halls, from, text, faces) => {
      const made: { kioskId: string; number: number; code: string }[] = []
      for (const hall of halls) {
        const kioskId = randomUUIDv7()
        const place = `Гише ${made.length + 1}`
        made.push({ kioskId, ...(await addKiosk(admin.ctx(), { kioskId, hall, place })) })
      }
      const numbers = made.map(({ number }) => number)
      const { questionId } = await askAt(admin, numbers, text, faces)
      await town.sql.begin(async sql => {
        await sql`set local session_replication_role = replica`
        await sql`update kiosk_asks set asked_from = ${from.toString()}::date where question_id = ${questionId}`
      })
      for (const { kioskId, number, code } of made) {
        const key = randomBytes(32).toString('base64url')
        const device = { deviceId: randomUUIDv7(), keyId: randomUUIDv7(), key }
        const configuration = await enrolDevice(hub.ctx(), { code, ...device, program: 'tests' })
        devices.push({ ...device, kioskId, number, configuration })
      }
      return questionId
    },
    press: async (number, day, pressed) => {
      const device = devices[number - 1]
      if (!device) throw new Error(`no device ${number}`)
      signedMs += 1
      const each = pressed.flatMap(one => Array.from({ length: one.times }, () => one))
      const presses = each.map(({ face, more, at }, index) => {
        const plainTime = Temporal.PlainTime.from(at ?? timeOf(index))
        const atMs = day.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds
        return pressOf(device, signedMs * 10_000 + index, { face, atMs, ...more })
      })
      const { keyId, deviceId, kioskId } = device
      await takePresses(hub.ctx(), { keyId, deviceId, kioskId, signedMs, sentMs: Date.now(), presses })
    },
  }
}

/**
 * Two places in the centre, one at the taxes, one in Момчиловци where hardly anybody pressed; 140 answers of a Wednesday, 7 presses
 * that do not count and 5 of the Thursday after it.
 */
export async function answeringTown(
  town: TestTown,
  admin: Session,
  hub: Hub,
  day: Temporal.PlainDate,
): Promise<Answering> {
  const answering = answeringAt(town, admin, hub)
  await answering.ask(['cao', 'cao', 'taxes', 'momchilovtsi'], day.with({ day: 1 }))
  const waiting = { reason: 'waiting' }
  await answering.press(1, day, [
    { face: 5, times: 54 },
    { face: 4, times: 3 },
    { face: 3, times: 2 },
    { face: 1, times: 1, more: waiting },
    { face: 5, times: 3, more: { mark: 'test' } },
    { face: 5, times: 2, more: { mark: 'repeat' } },
    { face: 1, times: 1, more: { mark: 'burst' } },
    { face: 1, times: 1, at: '20:00' },
  ])
  await answering.press(2, day, [
    { face: 5, times: 30 },
    { face: 4, times: 6 },
    { face: 1, times: 3, more: { reason: 'attitude' } },
    { face: 1, times: 1 },
  ])
  await answering.press(3, day, [
    { face: 5, times: 10 },
    { face: 4, times: 10 },
    { face: 3, times: 5 },
    { face: 2, times: 5, more: waiting },
    { face: 1, times: 6, more: waiting },
    { face: 1, times: 4 },
  ])
  await answering.press(4, day.add({ days: 1 }), [{ face: 5, times: 5 }])
  return answering
}
