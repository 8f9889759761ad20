import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { type AppParts, createApp } from './app.ts'

/** A certificate and its key, as PEM. */
export type Certificate = { cert: string; key: string }

export type HubParts = AppParts & {
  host: string
  /** 0 takes one that is free. */
  port: number
  /** Plain HTTP where there is none: on this machine, or behind a proxy. */
  certificate?: Certificate
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

/** Starts the hub; it listens when this returns. Throws where the port is taken or may not be had. */
export async function startHub(parts: HubParts): Promise<RunningHub> {
  const listener = getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false })
  const { certificate } = parts
  const server: Server | TlsServer = certificate
    ? createTlsServer({ ...TIMEOUTS, ...secured(certificate) }, listener)
    : createServer(TIMEOUTS, listener)
  server.maxConnections = MOST_LINES
  await listening(server, parts)
  const { port } = server.address() as AddressInfo
  return {
    url: `${certificate ? 'https' : 'http'}://${parts.host.includes(':') ? `[${parts.host}]` : parts.host}:${port}`,
    port,
    renew: renewed => {
      if (server instanceof TlsServer) server.setSecureContext(secured(renewed))
    },
    stop: () => stopped(server),
  }
}

const secured = ({ cert, key }: Certificate) => ({ cert, key, minVersion: 'TLSv1.2' as const })

const listening = (server: Server | TlsServer, { host, port }: HubParts): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

async function stopped(server: Server | TlsServer): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const ending = new AbortController()
  const late = pause(STOP_WITHIN_MS, undefined, { signal: ending.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  )
  await closed
  ending.abort()
  await late
}
