import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls, type PeerCertificate } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Hub, openHub } from '../../office/kiosks/open-hub.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { PATHS, Refused } from '../../web/contract.ts'
import { type HubParts, type RunningHub, startHub } from '../../web/main.ts'
import { type CuttableLine, cuttableLine } from '../support/cuttable-line.ts'
import { type Device, enrolledDevice, pressOf } from '../support/hub.ts'
import { type Asking, heartbeatOf, pressesOf } from '../support/hub-requests.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the hub at work on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let line: CuttableLine
  let hub: Hub
  let device: Device
  let folder: string
  const told: string[] = []
  const bugs: unknown[] = []
  const hubs: RunningHub[] = []
  beforeAll(async () => {
    folder = mkdtempSync('/tmp/gishe-hub-')
    town = await testTown(version)
    admin = await town.signIn('admin')
    line = await cuttableLine(town.place)
    hub = await openHub(line.place, { login: 'hub', password: DEMO_PASSWORD }, 2)
    device = await enrolledDevice(admin, hub)
  })
  afterAll(async () => {
    await Promise.all(hubs.map(running => running.stop()))
    expect(bugs).toEqual([])
    await hub.close()
    await line.close()
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const started = async (more: Partial<HubParts> = {}): Promise<RunningHub> => {
    const running = await startHub({
      host: '127.0.0.1',
      port: 0,
      certificate: null,
      hook: null,
      ctx: hub.ctx,
      renew: hub.renew,
      reopen: async () => undefined,
      onBug: error => bugs.push(error),
      onRefused: counts => told.push(JSON.stringify(counts)),
      onAway: () => told.push('away'),
      onBack: () => told.push('back'),
      onHookFailed: why => told.push(why),
      againMs: 10,
      ...more,
    })
    hubs.push(running)
    return running
  }
  const send = (running: RunningHub, { path, init }: Asking) => fetch(running.url + path, init)

  test('a request that came half before the stop is answered, and its press kept; then nobody listens', async () => {
    const running = await started()
    const { init } = pressesOf(device, [pressOf(device, 1)])
    const body = String(init.body)
    const socket = connect(running.port, '127.0.0.1')
    const idle = connect(running.port, '127.0.0.1')
    await once(idle, 'connect')
    const headers = Object.entries(init.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(
      `POST ${PATHS.presses} HTTP/1.1\r\nhost: hub\r\ncontent-length: ${body.length}\r\n${headers.join('')}\r\n`,
    )
    socket.write(body.slice(0, 40))
    await vi.waitFor(async () => {
      expect(await (await fetch(`${running.url}/metrics`)).text()).toContain('gishe_hub')
    })
    const stopping = running.stop()
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()
    socket.write(body.slice(40))
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toContain('{"keptUpTo":1}')
    await stopping
    expect((await town.sql`select seq from kiosk_presses where device_id = ${device.deviceId}`).length).toBe(
      1,
    )
  })

  test('while the database is away devices are told so; when it is back everything goes on by itself', async () => {
    const running = await started()
    told.length = 0
    await line.cut()
    const away = await send(running, pressesOf(device, [pressOf(device, 2)]))
    expect([away.status, Refused.parse(await away.json()).refused]).toEqual([503, 'away'])
    expect((await fetch(`${running.url}/healthz`)).status).toBe(503)
    expect(await (await fetch(`${running.url}/metrics`)).text()).toContain(
      'gishe_hub_database_errors_total 1',
    )
    await line.mend()
    await vi.waitFor(() => expect(told).toEqual(['away', 'back']), { timeout: 10_000 })
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
    expect(await (await send(running, pressesOf(device, [pressOf(device, 2)]))).json()).toEqual({
      keptUpTo: 2,
    })
    await running.stop()
    expect(told.at(-1)).toBe('{"away":1}')
  })

  test('an alarm reaches the program of the town as one line, when it is raised and when it is over', async () => {
    const path = join(folder, 'alarms')
    const hook = program(`cat >> ${path}; exit 3`)
    const running = await started({ hook, watchMs: 20 })
    await send(running, heartbeatOf(device, { faults: ['disk_full'] }))
    const alarms = () =>
      readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map(one => JSON.parse(one))
    await vi.waitFor(() => expect(alarms()).toHaveLength(1))
    await send(running, heartbeatOf(device))
    await vi.waitFor(() => expect(alarms()).toHaveLength(2))
    const clone = await send(running, pressesOf(device, [pressOf(device, 1, { face: 3 })]))
    expect(clone.status).toBe(409)
    await vi.waitFor(() => expect(alarms()).toHaveLength(3))
    const alarm = { kind: 'fault', kiosk: device.number, place: 'Партер, до гише 1' }
    expect(alarms()).toMatchObject([
      { state: 'raised', ...alarm, endedAt: null },
      { state: 'ended', ...alarm },
      { state: 'raised', ...alarm, kind: 'doubled', facts: { seq: 1 } },
    ])
    await running.stop()
    expect(told).toContain('exit 3')
  })

  test('over TLS, with a certificate that is renewed while it is at work', async () => {
    const [first, second] = [certificate('first'), certificate('second')]
    const running = await started({ certificate: first })
    expect(running.url).toMatch(/^https:/)
    const { init } = heartbeatOf(device)
    const sending = request(`${running.url}${PATHS.heartbeat}`, {
      method: 'POST',
      headers: init.headers as Record<string, string>,
      ca: first.cert,
      servername: 'first',
    })
    sending.end(init.body)
    const [response] = await once(sending, 'response')
    expect(response.statusCode).toBe(200)
    response.resume()
    expect(() => running.renew({ cert: 'no certificate', key: second.key })).toThrow()
    expect(await shownBy(running.port)).toBe('first')
    running.renew(second)
    expect(await shownBy(running.port)).toBe('second')
    await running.stop()
  })

  function program(does: string): string {
    const path = join(folder, 'hook')
    writeFileSync(path, `#!/bin/sh\n${does}\n`)
    chmodSync(path, 0o700)
    return path
  }

  /** A self-signed certificate for this name. */
  function certificate(name: string): { cert: string; key: string } {
    const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    const about = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
    execFileSync('openssl', ['req', '-x509', ...kind, ...about, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    })
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
  }

  async function shownBy(port: number): Promise<string> {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const shown: PeerCertificate = socket.getPeerCertificate()
    socket.destroy()
    return String(shown.subject.CN)
  }
})
