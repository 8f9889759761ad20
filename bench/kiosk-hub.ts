import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import type { Place } from '../db/open.ts'
import { type Key, PATHS, type Press, sign } from '../web/contract.ts'

/** A device as the bench plays it. */
export type Device = { key: Key; deviceId: string; askId: string; lastMs: number }

export type BenchHub = {
  post: (device: Device, path: string, body: string) => Promise<number>
  used: () => Promise<{ cpuMs: number; rss: number }>
  end: () => void
}

/** Starts the hub in a process of its own; requests go over real sockets that stay open, as those of devices do. */
export async function benchHub(place: Place): Promise<BenchHub> {
  const program = fork(join(import.meta.dirname, 'hub-program.ts'), [JSON.stringify(place)], {
    stdio: 'inherit',
  })
  const [{ port }] = (await once(program, 'message')) as [{ port: number }]
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  return {
    post: (device, path, body) => send(agent, port, device, path, body),
    used: async () => {
      program.send('used')
      const [{ cpu, rss }] = (await once(program, 'message')) as [{ cpu: NodeJS.CpuUsage; rss: number }]
      return { cpuMs: (cpu.user + cpu.system) / 1_000, rss }
    },
    end: () => {
      agent.destroy()
      program.kill()
    },
  }
}

function send(agent: Agent, port: number, device: Device, path: string, body: string): Promise<number> {
  const timeMs = Math.max(Temporal.Now.instant().epochMilliseconds, device.lastMs + 1)
  device.lastMs = timeMs
  const authorization = sign(device.key, { method: 'POST', path, timeMs, body })
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
      },
      answer => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const OPEN = Temporal.ZonedDateTime.from('2026-11-18T08:00[Europe/Sofia]').epochMilliseconds

/** Presses of one device as they waited in it: a good half minute apart, in working hours, one in four with a reason. */
export const pressesOf = (device: Device, from: number, count: number): Press[] =>
  Array.from({ length: count }, (_, at) => pressAt(device, from + at))

function pressAt({ askId }: Device, seq: number): Press {
  const day = Math.floor(seq / 1_000)
  const face = ([1, 2, 4, 5, 5] as const)[seq % 5] ?? 5
  return {
    seq,
    askId,
    face,
    reason: face < 3 ? 'waiting' : null,
    mark: seq % 20 === 0 ? 'repeat' : null,
    origin: 'keys',
    atMs: OPEN - Math.floor(day / 5) * 7 * 86_400_000 - (day % 3) * 86_400_000 + (seq % 1_000) * 32_000,
    ageMs: null,
  }
}

export const presses = (device: Device, from: number, count: number): [string, string] => [
  PATHS.presses,
  JSON.stringify({
    sentMs: Temporal.Now.instant().epochMilliseconds,
    presses: pressesOf(device, from, count),
  }),
]

export const heartbeat = (outbox: number): [string, string] => [
  PATHS.heartbeat,
  JSON.stringify({
    sentMs: Temporal.Now.instant().epochMilliseconds,
    program: 'bench',
    configuration: null,
    outbox,
    lastSeq: outbox,
    uptimeSeconds: 1,
    faults: [],
    boxes: [],
  }),
]
