import { randomUUIDv7 } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCode } from '../../office/kiosks/make-code.ts'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { setRules } from '../../office/kiosks/set-rules.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { type RunningHub, startHub } from '../../web/main.ts'
import { openShell, type Shell } from '../support/cli.ts'
import { type Device, enrolledDevice, hubOf } from '../support/hub.ts'
import { type KioskTerminal, openKiosk } from '../support/kiosk-terminal.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

const QUESTION = 'Натиснете цифра от 1 до 5'
const KEPT = 'Оценката Ви е записана.'
const SORRY = 'Оценката Ви не можа да бъде записана.'
const UNREADY = 'Ключът на устройството е отнет'
const QUICK = { upload: 0.1, heartbeat: 0.3, thanks: 0.5, followUp: 1.2, repeatMs: 0 }

describe.each(newest)('the device as people see it, with its hub on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let hub: Hub
  let web: RunningHub
  let shell: Shell
  let device: Device
  const bugs: unknown[] = []
  const home = mkdtempSync(join(tmpdir(), 'gishe-device-'))
  const started: KioskTerminal[] = []
  const start = (line?: string) => {
    const kiosk = openKiosk(home, line)
    started.push(kiosk)
    return kiosk
  }
  const startWeb = (port = 0) =>
    startHub({ ctx: hub.ctx, onBug: error => `${bugs.push(error)}`, host: '127.0.0.1', port })
  const enrol = async () => {
    const { code } = await makeCode(admin.ctx(), { number: device.number })
    const line = `gishe kiosk enrol --hub ${web.url} --code ${code}`
    return shell.json(line, { GISHE_KIOSK_HOME: home }) as Promise<{ device: string }>
  }
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    hub = await hubOf(town)
    web = await startWeb()
    shell = openShell()
    device = await enrolledDevice(admin, hub)
    await setRules(admin.ctx(), { rulesId: randomUUIDv7(), pin: '2580' })
    await town.sql`insert into kiosk_rules (id, silent_minutes, negatives, negative_minutes, pace, pin_hash, set_by)
      select gen_random_uuid(), silent_minutes, negatives, negative_minutes, ${JSON.stringify(QUICK)}::text::jsonb, pin_hash, set_by from kiosk_rules`
  })
  afterEach(async () => {
    for (const kiosk of started.splice(0)) {
      kiosk.kill('SIGKILL')
      await kiosk.ended
    }
  })
  afterAll(async () => {
    expect(bugs).toEqual([])
    await web.stop()
    await hub.close()
    await shell.close()
    await town.close()
    rmSync(home, { recursive: true })
  })

  const facesOf = async (deviceId: string) => {
    const rows =
      await town.sql`select face, reason, nullif(mark, 'closed') as mark from kiosk_presses where device_id = ${deviceId} order by seq`
    return rows.map(({ face, reason, mark }) => [face, reason, mark].filter(one => one !== null).join(' '))
  }
  const untilFaces = async (deviceId: string, faces: string[]) =>
    expect.poll(() => facesOf(deviceId), { timeout: 10_000, interval: 30 }).toEqual(faces)

  test('a press is thanked for and counted, with a reason where one is given, also when the program was killed or the hub away', async () => {
    const before = start()
    await before.until('Устройството още не е включено към общината.')
    const { device: id } = await enrol()
    await before.until(QUESTION)
    before.type('5')
    await before.until(KEPT)
    await untilFaces(id, ['5'])
    const { port } = web
    await web.stop()
    await before.until(QUESTION)
    before.type('1')
    await before.until('Чаках дълго')
    before.kill('SIGKILL')
    await before.ended
    const after = start()
    await after.until(QUESTION)
    after.type('2')
    await after.until('Отношението')
    // A follow-up takes no answer before somebody could have read it.
    await new Promise(resolve => setTimeout(resolve, 320))
    after.type('2')
    await after.until(KEPT)
    web = await startWeb(port)
    await untilFaces(id, ['5', '1', '2 attitude'])
    await after.until(QUESTION)
    after.type('000')
    await after.until('ПИН на техника')
    after.type('2580\r')
    await after.until('Чакат изпращане')
    after.type('4')
    await after.until('Пробно лице 4 е записано под номер 4.')
    await untilFaces(id, ['5', '1', '2 attitude', '4 test'])

    const second = start()
    await second.until('Устройството вече работи на този компютър.')
    expect(await second.ended).toBe(1)
    after.kill('SIGTERM')
    expect(await after.ended).toBe(0)
  })

  test('a revoked device asks nothing until it is enrolled anew beside it', async () => {
    const { device: id } = await enrol()
    const kiosk = start()
    await kiosk.until(QUESTION)
    await revokeKiosk(admin.ctx(), { number: device.number, reason: 'проверка' })
    await kiosk.until(UNREADY)
    kiosk.type('5')
    const status = await shell.json('gishe kiosk status', { GISHE_KIOSK_HOME: home })
    expect(status).toMatchObject({ device: id, running: true, refused: 'revoked', waiting: 0 })
    await enrol()
    await kiosk.until(QUESTION)
  })

  test('a full disk is told to who presses; with room again the device goes on by itself', async () => {
    await enrol()
    const kiosk = start(
      `cp '${home}/outbox.db' '${home}.db' && exec unshare -Urm sh -c "mount -t tmpfs -o size=900k none '${home}' && cp '${home}.db' '${home}/outbox.db' && exec gishe kiosk"`,
    )
    await kiosk.until(QUESTION)
    const ballast = `/proc/${kiosk.pid}/root${home}/ballast`
    fill(ballast)
    kiosk.type('5')
    await kiosk.until(SORRY)
    rmSync(ballast)
    kiosk.type('5')
    await kiosk.until(KEPT)
    rmSync(`${home}.db`)
  })
})

/** Writes until nothing more goes in. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(4_096))
  } catch {
    closeSync(file)
  }
}
