import { setTimeout as pause } from 'node:timers/promises'
import { bookedAt, stillSending, unlike, wrongSums } from './kiosk-books.ts'
import { type KioskTown, MINUTE_MS, openKioskTown } from './kiosk-town.ts'
import { type Chance, seeded } from './seeded.ts'

const VICTIMS = ['device', 'hub', 'postmaster'] as const
type Victim = (typeof VICTIMS)[number]

export type LivedHour = {
  pressed: number
  thanked: number
  booked: number
  reasons: number
  kills: Record<Victim, number>
  /** What is otherwise than it was seen at the devices, or summed up wrongly. */
  wrong: string[]
}

export const DEVICES = 12

/** So many of each kind in so many minutes. */
export const planned = (minutes: number): Record<Victim, number> => {
  const each = Math.max(2, Math.ceil(minutes / 6))
  return { device: each * 2, hub: each, postmaster: each }
}

/**
 * People press at twelve devices while devices, hub and database are killed at random; then all come up once more, what waits is sent,
 * and the town's books are compared with what people saw.
 */
export async function liveKioskHour(seed: number, minutes: number): Promise<LivedHour> {
  const town = await openKioskTown(seed, DEVICES)
  try {
    const work = async () => {
      const strikes = Promise.withResolvers<never>()
      let isOver = false
      const people = Promise.all(town.devices.map(({ citizens }) => citizens.come(() => isOver)))
      people.catch(strikes.reject)
      const hour = Promise.all([pause(minutes * MINUTE_MS), killAtRandom(town, minutes, seeded(seed))])
      const [, postmaster] = await Promise.race([hour, strikes.promise])
      isOver = true
      await people
      await drained(town)
      return postmaster
    }
    const failed = town.whole.then((): never => {
      throw new Error('a program ended before the hour')
    })
    return await told(town, await Promise.race([work(), failed]))
  } finally {
    await town.close()
  }
}

const DRAIN_MS = 60_000

async function drained({ sql, devices }: KioskTown): Promise<void> {
  const since = Temporal.Now.instant()
  const deadline = performance.now() + DRAIN_MS
  for (;;) {
    const still = await stillSending(sql, devices, since).catch(() => ['the database is not up yet'])
    if (still.length === 0) return
    if (performance.now() > deadline) throw new Error(`still not sent: ${still.join(', ')}`)
    await pause(50)
  }
}

async function told({ sql, devices, hub }: KioskTown, postmaster: number): Promise<LivedHour> {
  const [books, sums, rows] = await Promise.all([
    Promise.all(
      devices.map(async ({ id, citizens }, at) =>
        unlike(citizens.pressed, await bookedAt(sql, id)).map(why => `device ${at + 1}: ${why}`),
      ),
    ),
    wrongSums(sql),
    sql<{ booked: number; reasons: number }[]>`
      select count(*)::int as booked, count(reason)::int as reasons from kiosk_presses`,
  ])
  const pressed = devices.flatMap(({ citizens }) => citizens.pressed)
  const device = devices.reduce((sum, { kiosk }) => sum + kiosk.kills(), 0)
  return {
    pressed: pressed.length,
    thanked: pressed.filter(one => one.isThanked).length,
    ...(rows[0] ?? { booked: 0, reasons: 0 }),
    kills: { device, hub: hub.kills(), postmaster },
    wrong: [...books.flat(), ...sums.map(sum => `summed up wrongly: ${JSON.stringify(sum)}`)],
  }
}

/** Spread over the hour, in any order; how often the database was killed. It is the hub that starts it again. */
async function killAtRandom(town: KioskTown, minutes: number, chance: Chance): Promise<number> {
  const plan = planned(minutes)
  const victims = chance.shuffled(VICTIMS.flatMap(victim => Array<Victim>(plan[victim]).fill(victim)))
  const began = performance.now()
  let postmaster = 0
  for (const [at, victim] of victims.entries()) {
    const due = began + ((at + 0.5) / victims.length) * minutes * MINUTE_MS
    await pause(Math.max(0, due - performance.now()))
    const deadline = performance.now() + COMES_UP_MS
    while (!(await kill(town, victim, chance))) {
      if (performance.now() > deadline) throw new Error(`no ${victim} came up to be killed`)
      await pause(20)
    }
    if (victim === 'postmaster') postmaster++
  }
  return postmaster
}

const COMES_UP_MS = 30_000
const BEGINS_WITHIN_MS = 1_000

/** Half of the kills come any time, half while a press is being kept or sent. */
async function kill(town: KioskTown, victim: Victim, chance: Chance): Promise<boolean> {
  const { kiosk, citizens } = chance.oneOf(town.devices)
  if (chance.percent(50)) {
    await Promise.race([citizens.begins(), pause(BEGINS_WITHIN_MS)])
    await pause(chance.between(0, victim === 'device' ? 40 : 200))
  }
  switch (victim) {
    case 'device':
      return kiosk.kill9()
    case 'hub':
      return town.hub.kill9()
    case 'postmaster':
      return town.kill9Postmaster()
  }
}
