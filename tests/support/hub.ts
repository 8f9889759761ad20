import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { askQuestion } from '../../office/kiosks/ask-question.ts'
import { enrolDevice } from '../../office/kiosks/enrol-device.ts'
import { type Hub, openHub } from '../../office/kiosks/open-hub.ts'
import type { TakePresses } from '../../office/kiosks/take-presses.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import type { Faces, KioskConfiguration } from '../../rules/kiosks.ts'
import type { TestTown } from './town.ts'

/** The hub of a test town, as `gishe web` opens it. */
export const hubOf = (town: TestTown): Promise<Hub> =>
  openHub(town.place, { login: 'hub', password: DEMO_PASSWORD }, 4)

/** A question with reasons after the two worst faces, asked at these places. */
export const askAt = (
  admin: Session,
  kiosks: number[],
  text = 'Доволни ли сте от обслужването?',
  faces: Faces = 5,
) =>
  askQuestion(admin.ctx(), {
    questionId: randomUUIDv7(),
    kiosks,
    text: { bg: text, en: 'Are you satisfied with the service?' },
    faces,
    followUp: {
      question: { bg: 'Какво да подобрим?', en: 'What should we improve?' },
      upTo: 2,
      reasons: [
        { code: 'waiting', bg: 'Чаках дълго', en: 'I waited long' },
        { code: 'attitude', bg: 'Отношението', en: 'The attitude' },
      ],
    },
  })

export type Device = {
  deviceId: string
  keyId: string
  key: string
  kioskId: string
  number: number
  configuration: KioskConfiguration
}

/** A place with a question and an enrolled device. */
export async function enrolledDevice(
  admin: Session,
  hub: Hub,
  hall = 'cao',
  faces: Faces = 5,
): Promise<Device> {
  const kioskId = randomUUIDv7()
  const { code, number } = await addKiosk(admin.ctx(), { kioskId, hall, place: 'Партер, до гише 1' })
  await askAt(admin, [number], undefined, faces)
  const device = {
    deviceId: randomUUIDv7(),
    keyId: randomUUIDv7(),
    key: randomBytes(32).toString('base64url'),
  }
  const configuration = await enrolDevice(hub.ctx(), { code, ...device, program: 'tests' })
  return { ...device, kioskId, number, configuration }
}

type Press = TakePresses['presses'][number]

/** A counted press of the best face by a keypad, unless said otherwise. */
export const pressOf = (device: Device, seq: number, more: Partial<Press> = {}): Press => ({
  seq,
  askId: device.configuration.askId,
  face: 5,
  reason: null,
  mark: null,
  origin: 'keys',
  atMs: openAt(seq),
  ageMs: null,
  ...more,
})

/** A moment in working hours of the last working week, a minute apart for each number. */
export const openAt = (seq: number): number =>
  Temporal.ZonedDateTime.from('2026-11-18T09:00[Europe/Sofia]').add({ minutes: seq % 420 }).epochMilliseconds
