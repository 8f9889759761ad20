import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { openOutbox } from '../kiosk/outbox.ts'
import { seeSatisfaction } from '../office/satisfaction/see-satisfaction.ts'
import { dayOf } from '../rules/dates.ts'
import { MOST_PRESSES } from '../web/contract.ts'
import { figure, median, percentile, timed } from './figures.ts'
import { type BenchHub, benchHub, type Device, heartbeat, presses, pressesOf } from './kiosk-hub.ts'
import { type BenchTown, benchTown } from './town.ts'

const PRESSES = 400
const DRAINED = 100_000
const HALLS = 12
const TOWNS = 265
const TIMES = 10
const PRESSES_A_DAY = 36
const HOURS_A_DAY = 9
const CROWD_SECONDS = 30
const COUNTED = 10_000_000
const LOOKS = 20

/** Devices and their hub: a press on the disk, weeks of presses at once, all towns of the country on one hub, and years of statistics. */
export async function benchKiosk(): Promise<void> {
  benchDurable()
  const town = await benchTown(1)
  const hub = await benchHub(town.place)
  try {
    const all = await enrolled(town.sql, TOWNS * HALLS)
    await town.analyze()
    await drain('kiosk.drain', town, hub, all.slice(0, 1))
    await drain(`kiosk.drain.${HALLS}`, town, hub, all.slice(1, 1 + HALLS))
    await crowd(hub, all)
  } finally {
    hub.end()
    await town.end()
  }
  await statistics()
}

/** A press in the outbox against a line appended to a file and synced, turn by turn on one disk. */
function benchDurable(): void {
  const folder = mkdtempSync(join(import.meta.dirname, '../.bench-kiosk-'))
  const outbox = openOutbox(folder)
  const file = openSync(join(folder, 'floor'), 'a')
  const [ours, floor]: [number[], number[]] = [[], []]
  const askId = randomUUIDv7()
  try {
    for (let turn = 0; turn < PRESSES; turn++) {
      const pressed = performance.now()
      const seq = outbox.press({ askId, face: 5, origin: 'keys', mark: null, box: null })
      ours.push(performance.now() - pressed)
      outbox.close(seq)
      const appended = performance.now()
      writeSync(file, `${seq},5,${askId},${pressed}\n`)
      fsyncSync(file)
      floor.push(performance.now() - appended)
    }
  } finally {
    outbox.end()
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
  figure('kiosk.durable.p95', percentile(ours, 0.95), 'ms')
  figure('kiosk.durable.floor.p95', percentile(floor, 0.95), 'ms')
  figure('kiosk.durable.ratio', percentile(ours, 0.95) / percentile(floor, 0.95), 'x')
}

/** Enrolled devices with one question, entered by the owner. */
async function enrolled(sql: postgres.Sql, count: number): Promise<Device[]> {
  const question = randomUUIDv7()
  await sql`insert into kiosk_questions (id, text_bg, text_en, faces) values (${question}, 'Доволни ли сте?', 'Are you satisfied?', 5)`
  const devices = Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    kioskId: randomUUIDv7(),
    askId: randomUUIDv7(),
    deviceId: randomUUIDv7(),
    keyId: randomUUIDv7(),
    key: randomBytes(32).toString('base64url'),
    code: `bench ${randomUUIDv7()}`,
  }))
  const given = JSON.stringify(devices)
  const rows = sql`json_to_recordset(${given}::text::json) as g("number" int, "kioskId" uuid, "askId" uuid, "deviceId" uuid, "keyId" uuid, "key" text, "code" text)`
  await sql.begin(async tx => {
    const [taken] = await tx`select coalesce(max(number), 0) as most from kiosks`
    await tx`insert into kiosks (id, number, department_id, place)
      select "kioskId", ${taken?.['most'] ?? 0}::int + "number", (select id from departments where code = 'cao'), 'bench' from ${rows}`
    await tx`insert into kiosk_asks (id, kiosk_id, question_id) select "askId", "kioskId", ${question}::uuid from ${rows}`
    await tx`insert into kiosk_codes (code_hash, kiosk_id, made_by, expires_at)
      select "code", "kioskId", (select id from staff where login = 'admin'), now() from ${rows}`
    await tx`insert into kiosk_keys (id, device_id, kiosk_id, key, code_hash) select "keyId", "deviceId", "kioskId", "key", "code" from ${rows}`
    await tx`insert into kiosk_states (device_id, kiosk_id) select "deviceId", "kioskId" from ${rows}`
  })
  return devices.map(({ deviceId, keyId, key, askId }) => ({
    deviceId,
    askId,
    key: { id: keyId, key },
    lastMs: 0,
  }))
}

/** What waited in devices, sent batch by batch by each of them at once, against the same rows by COPY into the same table with its sums. */
async function drain(name: string, { sql }: BenchTown, hub: BenchHub, devices: Device[]): Promise<void> {
  const each = Math.floor(DRAINED / devices.length)
  const rate = (ms: number) => (each * devices.length * 1000) / ms
  const ours = await timed(() =>
    Promise.all(
      devices.map(async device => {
        for (let from = 1; from <= each; from += MOST_PRESSES) {
          const status = await hub.post(
            device,
            ...presses(device, from, Math.min(MOST_PRESSES, each - from + 1)),
          )
          if (status !== 200) throw new Error(`the hub answered ${status}`)
        }
      }),
    ),
  )
  const ids = devices.map(device => device.deviceId)
  const [kept] = await sql`select count(*)::int as n from kiosk_presses where device_id in ${sql(ids)}`
  if (kept?.['n'] !== each * devices.length)
    throw new Error(`${kept?.['n']} presses of ${each * devices.length} were kept`)
  const copies = await enrolled(sql, devices.length)
  const lines = await Promise.all(copies.map(copy => copyLines(sql, copy, each)))
  const floor = await timed(() => copyIn(sql, lines.flat()))
  figure(`${name}.presses`, rate(ours), 'presses/s')
  figure(`${name}.copy`, rate(floor), 'presses/s')
  figure(`${name}.share`, floor / ours, 'of COPY')
}

async function copyLines(sql: postgres.Sql, device: Device, count: number): Promise<string[]> {
  const [place] = await sql`select kiosk_id from kiosk_asks where id = ${device.askId}`
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
  return pressesOf(device, 1, count).map(one =>
    [
      device.deviceId,
      one.seq,
      place?.['kiosk_id'],
      one.askId,
      one.face,
      one.reason ?? '\\N',
      one.mark ?? '\\N',
      one.origin,
      at(one.atMs),
      at(one.atMs),
      0,
    ].join('\t'),
  )
}

async function copyIn(sql: postgres.Sql, lines: string[]): Promise<void> {
  const copy =
    await sql`copy kiosk_presses (device_id, seq, kiosk_id, ask_id, face, reason, mark, origin, pressed_at, device_at, skew_ms) from stdin`.writable()
  await new Promise<void>((resolve, reject) => {
    copy.on('finish', resolve)
    copy.on('error', reject)
    copy.end(`${lines.join('\n')}\n`)
  })
}

/** The devices of all towns at ten times the usual pace: presses in ones and twos, a heartbeat a minute each, spread as chance has it. */
async function crowd(hub: BenchHub, devices: Device[]): Promise<void> {
  const pressesPerSecond = (devices.length * PRESSES_A_DAY * TIMES) / (HOURS_A_DAY * 3_600)
  const beatsPerSecond = devices.length / 60
  const began = await hub.used()
  const took: number[] = []
  let errors = 0
  let next = 0
  const numbers = new Map<Device, number>()
  const one = async (isPress: boolean) => {
    const device = devices[next++ % devices.length] as Device
    const seq = (numbers.get(device) ?? DRAINED) + 1
    if (isPress) numbers.set(device, seq)
    const body = isPress ? presses(device, seq, 1) : heartbeat(0)
    took.push(
      await timed(async () => {
        const status = await hub.post(device, ...body).catch(() => 0)
        if (status !== 200) errors++
      }),
    )
  }
  const wall = await timed(async () => {
    const under: Promise<void>[] = []
    const all = Math.round(CROWD_SECONDS * (pressesPerSecond + beatsPerSecond))
    const from = performance.now()
    for (let at = 0; at < all; at++) {
      const due = from + (at * CROWD_SECONDS * 1000) / all
      const wait = due - performance.now()
      if (wait > 1) await new Promise(resolve => setTimeout(resolve, wait))
      under.push(one(at % 8 < (8 * pressesPerSecond) / (pressesPerSecond + beatsPerSecond)))
    }
    await Promise.all(under)
  })
  const ended = await hub.used()
  figure('kiosk.hub.devices', devices.length, 'devices')
  figure('kiosk.hub.requests', (took.length * 1000) / wall, 'requests/s')
  figure('kiosk.hub.errors', errors, 'requests')
  figure('kiosk.hub.p50', median(took), 'ms')
  figure('kiosk.hub.p99', percentile(took, 0.99), 'ms')
  figure('kiosk.hub.cpu', ((ended.cpuMs - began.cpuMs) * 100) / wall, '% of a core')
  figure('kiosk.hub.rss', ended.rss / 1024 / 1024, 'MB')
}

/** Ten million presses of twelve devices over some twelve years, as their sums stand, looked at by hour and weekday. */
async function statistics(): Promise<void> {
  const town = await benchTown(1)
  const { sql } = town
  await enrolled(sql, HALLS)
  await fillSums(sql)
  await town.analyze()
  const head = await town.signIn('head')
  const today = dayOf(Temporal.Now.instant())
  const period = { from: today.subtract({ years: 13 }), to: today }
  const look = (by: 'hour' | 'hall') =>
    seeSatisfaction(head.ctx(), { period, by, question: null, hall: null, kiosk: null })
  for (const by of ['hour', 'hall'] as const) {
    const took: number[] = []
    for (let turn = 0; turn <= LOOKS; turn++) took.push(await timed(() => look(by)))
    figure(`kiosk.statistics.${by}.ms`, median(took.slice(1)), 'ms')
  }
  await head.close()
  await town.end()
}

/** Sums as the trigger keeps them: a press in each place and working hour, for as many days as ten million take. */
async function fillSums(sql: postgres.Sql): Promise<void> {
  const perHour = 30
  const days = Math.ceil(COUNTED / (HALLS * HOURS_A_DAY * perHour))
  await sql`insert into kiosk_hours (question_id, kiosk_id, day, hour, face1, face2, face3, face4, face5, repeats)
    select a.question_id, a.kiosk_id, current_date - d, 8 + h, 1 + (d + h) % 3, 2, 3 + d % 2, 8 + h % 4, 12 + d % 5, d % 4
    from (select * from kiosk_asks order by asked_from, id limit ${HALLS}) a, generate_series(100, ${100 + days}) d, generate_series(0, ${HOURS_A_DAY - 1}) h
    on conflict do nothing`
  const [sum] = await sql`select sum(face1 + face2 + face3 + face4 + face5)::int as n from kiosk_hours`
  figure('kiosk.statistics.presses', sum?.['n'], 'presses')
}
