import { randomUUIDv7 } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { kioskRules } from '../../db/schema/kiosks.ts'
import { enrol } from '../../kiosk/enrol.ts'
import { openOutbox } from '../../kiosk/outbox.ts'
import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { PACE, type Pace, WATCH } from '../../rules/kiosks.ts'
import { askAt } from '../support/hub.ts'
import { type Citizens, citizensAt } from './citizens.ts'
import { type KeptHub, keepHub } from './kept-hub.ts'
import { type KeptKiosk, keepKiosk } from './kept-kiosk.ts'
import { type NewTown, newTown } from './new-town.ts'
import { seeded } from './seeded.ts'

/** So many real milliseconds are a minute of the devices. */
export const MINUTE_MS = 1_000

/** A minute a second; thanks stay long enough to be seen, and a follow-up until it is answered, also where everything is slow. */
const QUICK: Pace = {
  upload: (PACE.upload * MINUTE_MS) / 60_000,
  heartbeat: (PACE.heartbeat * MINUTE_MS) / 60_000,
  repeatMs: 0,
  thanks: 0.3,
  followUp: 30,
}

export type DeviceAtWork = { id: string; kiosk: KeptKiosk; citizens: Citizens }

/** A town with a database of its own, its hub and its devices. */
export type KioskTown = NewTown & {
  hub: KeptHub
  devices: DeviceAtWork[]
  /** Rejects when a program ends by itself. */
  whole: Promise<unknown>
}

export async function openKioskTown(seed: number, many: number): Promise<KioskTown> {
  await using opened = new AsyncDisposableStack()
  const town = await newTown([])
  opened.defer(town.close)
  await openAlways(town)
  const hub = await keepHub(town.home)
  opened.defer(() => left(hub))
  const admin = await signIn({
    place: town.place,
    login: 'admin',
    password: DEMO_PASSWORD,
    desk: null,
    lang: 'bg',
    program: 'the hour',
  })
  const devices: DeviceAtWork[] = []
  for (let at = 1; at <= many; at++) {
    const home = join(town.home, '..', `device-${at}`)
    const id = await enrolHere(admin, hub, home)
    const kiosk = await keepKiosk(home, at)
    opened.defer(() => left(kiosk))
    devices.push({ id, kiosk, citizens: citizensAt(kiosk, seeded(seed + at)) })
  }
  await admin.close()
  const whole = opened.move()
  return {
    ...town,
    hub,
    devices,
    whole: Promise.all([hub.whole, ...devices.map(({ kiosk }) => kiosk.whole)]),
    close: () => whole.disposeAsync(),
  }
}

const left = async (program: KeptHub | KeptKiosk): Promise<void> => {
  program.abandon()
  await Promise.allSettled([program.whole])
}

/** The hour may be any: the halls are open day and night. */
async function openAlways({ sql, db }: NewTown): Promise<void> {
  await sql`update town set opens_at = '00:00', closes_at = '23:59:59'`
  await sql`
    insert into calendar_days (day, is_working, name_bg, name_en, kind, basis, source)
      select ((now() at time zone 'Europe/Sofia')::date + ahead), true, 'работен', 'worked', 'worked', 'the hour', 'the hour'
      from generate_series(0, 1) ahead
      on conflict (day) do update set is_working = true`
  await db.insert(kioskRules).values({ id: randomUUIDv7(), ...WATCH, pace: QUICK })
}

/** A technician sets a device up at a new place; the device's own name. */
async function enrolHere(admin: Session, hub: KeptHub, home: string): Promise<string> {
  const kioskId = randomUUIDv7()
  const { code, number } = await addKiosk(admin.ctx(), { kioskId, hall: 'cao', place: 'Партер' })
  await askAt(admin, [number])
  mkdirSync(home)
  const outbox = openOutbox(home)
  try {
    await enrol(outbox, { hub: new URL(hub.url), code, program: 'the hour', isAnew: false })
    return outbox.deviceId
  } finally {
    outbox.end()
  }
}
