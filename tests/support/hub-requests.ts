import { randomUUIDv7 } from 'node:crypto'
import type { HubApp } from '../../web/app.ts'
import { type Heartbeat, type Key, PATHS, type Press, Refused, sign } from '../../web/contract.ts'
import type { Device } from './hub.ts'

/** What a device sends, as the contract has it; each request is signed a millisecond later than the one before. */
export type Asking = { path: string; init: RequestInit }

let lastMs = 0
const nextMs = (): number => {
  lastMs = Math.max(lastMs + 1, Date.now())
  return lastMs
}

export type Bent = {
  timeMs?: number
  key?: Partial<Key>
  signedBody?: string
  headers?: Record<string, string>
}

/** A signed request of a device, bent where a test wants it so. */
export function asking(device: Device, path: string, content: unknown, bent: Bent = {}): Asking {
  const method = content === undefined ? 'GET' : 'POST'
  const body = content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content)
  const key = { id: device.keyId, key: device.key, ...bent.key }
  const timeMs = bent.timeMs ?? nextMs()
  const authorization = sign(key, { method, path, timeMs, body: bent.signedBody ?? body })
  const headers = { authorization, 'content-type': 'application/json', ...bent.headers }
  return { path, init: { method, headers, ...(method === 'POST' ? { body } : {}) } }
}

export const pressesOf = (device: Device, presses: Press[], bent?: Bent): Asking =>
  asking(device, PATHS.presses, { sentMs: Date.now(), presses }, bent)

export const heartbeatOf = (device: Device, more: Partial<Heartbeat> = {}, bent?: Bent): Asking => {
  const heartbeat: Heartbeat = {
    sentMs: Date.now(),
    program: 'tests',
    configuration: null,
    outbox: 0,
    lastSeq: 0,
    uptimeSeconds: 60,
    faults: [],
    boxes: [],
    ...more,
  }
  return asking(device, PATHS.heartbeat, heartbeat, bent)
}

export const enrolmentOf = (code: string, content: object = {}): Asking => ({
  path: PATHS.enrol,
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      deviceId: randomUUIDv7(),
      keyId: randomUUIDv7(),
      key: 'A'.repeat(43),
      program: 'tests',
      ...content,
    }),
  },
})

/** From which address a request came, where no line brought it. */
export const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

/** The status of an answer and why it says no. */
export async function refusedBy(
  app: HubApp,
  { path, init }: Asking,
  env?: object,
): Promise<[number, string]> {
  const response = await app.request(path, init, env)
  return [response.status, Refused.parse(await response.json()).refused]
}
