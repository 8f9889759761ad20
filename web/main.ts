import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { countKiosks } from '../office/kiosks/count-kiosks.ts'
import { faultOfTown } from '../office/kiosks/open-hub.ts'
import { type AppParts, createApp } from './app.ts'
import { type Counts, startTally } from './tally.ts'
import { attendTown, type TownLineParts } from './town-line.ts'
import { runHook, startWatch } from './watch.ts'

/** A certificate and its key, as PEM. */
export type Certificate = { cert: string; key: string }

/** Where it listens, what it is made of, and who is told; what is not given is not done, and nobody is told. */
export type HubParts = AppParts &
  Partial<TownLineParts> & {
    host: string
    /** 0 takes one that is free. */
    port: number
    /** Plain HTTP where there is none: on this machine, or behind a proxy. */
    certificate?: Certificate | null
    /** The program of the town's own that is told of alarms. */
    hook?: string | null
    /** Told once a minute what was refused, and of each alarm that the hook did not take. */
    onRefused?: (counts: Counts) => void
    onHookFailed?: (why: string) => void
    /** How often devices are looked after. */
    watchMs?: number
  }

export type RunningHub = {
  url: string
  port: number
  /** Takes a renewed certificate for new lines. Throws what is wrong with it and stays with the old one. */
  renew: (certificate: Certificate) => void
  /** Takes no more, finishes what is under way within seconds, then cuts the rest. */
  stop: () => Promise<void>
}

/** A weak line may take a minute for a large body; who trickles a head or holds an idle line longer is cut off. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 90_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 8_192,
}
const MOST_LINES = 10_000
const STOP_WITHIN_MS = 5_000

/** Starts the hub; it listens when this returns. Throws where it may not listen or the certificate is wrong. */
export async function startHub(parts: HubParts): Promise<RunningHub> {
  const { certificate = null, host, hook, ctx } = parts
  const renew = parts.renew ?? (async () => void (await countKiosks(ctx())))
  const line = attendTown({ reopen: asBefore, onAway: nothing, onBack: nothing, ...parts, renew })
  const tally = startTally(parts.onRefused ?? nothing)
  const app = createApp({ ...parts, onNo: tally.count, onAway: line.lost })
  const server = serverOf(certificate, getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await listening(server, parts)
  const endWatch = startWatch({
    ...parts,
    renew,
    tell: async told => {
      const why = hook ? await runHook(hook, told) : null
      if (why) parts.onHookFailed?.(why)
    },
    onMissed: error => (faultOfTown(error) === 'away' ? line.lost(error) : parts.onBug(error)),
  })
  const { port } = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  return {
    url: `${certificate ? 'https' : 'http'}://${shown}:${port}`,
    port,
    renew: renewed => {
      if (server instanceof TlsServer) server.setSecureContext(secured(renewed))
    },
    stop: async () => {
      await Promise.all([closed(server), endWatch(), line.end()])
      tally.end()
    },
  }
}

const nothing = (): void => undefined
const asBefore = async (): Promise<void> => undefined

const secured = ({ cert, key }: Certificate) => ({ cert, key, minVersion: 'TLSv1.2' as const })

function serverOf(certificate: Certificate | null, listener: ReturnType<typeof getRequestListener>) {
  const server: Server | TlsServer = certificate
    ? createTlsServer({ ...TIMEOUTS, ...secured(certificate) }, listener)
    : createServer(TIMEOUTS, listener)
  server.maxConnections = MOST_LINES
  return server
}

const listening = (server: Server | TlsServer, { host, port }: HubParts): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** An answer on its way goes out; a line that stays open after it is not waited for. */
async function closed(server: Server | TlsServer): Promise<void> {
  const isClosed = new Promise<void>(resolve => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = new AbortController()
  const cut = pause(STOP_WITHIN_MS, undefined, { signal: late.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  )
  await isClosed
  clearInterval(idle)
  late.abort()
  await cut
}
