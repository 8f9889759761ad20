import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault } from '../db/fault.ts'
import { migrateTown } from '../db/migrate.ts'
import type { TownDatabase } from '../db/place.ts'
import { describeFault } from '../locales/texts.ts'
import { faultOfTown, type Hub, openHub } from '../office/kiosks/open-hub.ts'
import { Refusal } from '../rules/refusal.ts'
import type { Certificate, HubParts, RunningHub } from '../web/main.ts'
import type { Door } from './door.ts'
import { hubLogin } from './hub-login.ts'
import { writeIncident } from './incidents.ts'
import { onlyNew } from './only-new.ts'
import type { Credentials } from './sign-in.ts'
import { reachFoundedTown, reachTown } from './town.ts'
import { WrongUsage } from './wrong-usage.ts'

/** How the hub is to listen, and which program of the town's own it tells of alarms. */
export type HubAsked = Pick<HubParts, 'host' | 'port' | 'isProxied' | 'areMetricsOpen' | 'hook'> & {
  files: CertificateFiles | null
}

type CertificateFiles = { cert: string; key: string }

const AGAIN_MS = 2_000
const CONNECTIONS = 8

/** Runs the hub until it is told to stop; what is under way ends first. */
export async function runHub(door: Door, asked: HubAsked): Promise<void> {
  const ending = new AbortController()
  const stop = () => ending.abort()
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const certificate = asked.files && readCertificate(asked.files, door)
  const hub = await openPatiently(door, ending.signal)
  if (!hub) return
  try {
    const running = await startListening(door, hub, { ...asked, certificate })
    await untilEnded(door, running, asked, ending.signal)
  } finally {
    await hub.close()
  }
}

/** Whoever is refused is told so at once; a database that is away is waited for, and started again where this machine keeps it. Null where it was stopped meanwhile. */
async function openPatiently(door: Door, ending: AbortSignal): Promise<Hub | null> {
  const town = await reachFoundedTown(door)
  const say = onlyNew(door.say)
  while (!ending.aborted) {
    try {
      return await openCurrent(door, town, await hubLogin(door, town))
    } catch (error) {
      if (error instanceof Refusal || error instanceof WrongUsage || faultOfTown(error) !== 'away')
        throw error
      say(describeFault(error, door.lang) ?? String(error))
      await reopen(door)
      await pause(AGAIN_MS, undefined, { signal: ending }).catch(nothing)
    }
  }
  return null
}

const reopen = (door: Door): Promise<void> => reachTown({ ...door, progress: nothing }).then(nothing, nothing)

/** A database that is behind this program is brought up where this machine may. */
async function openCurrent(door: Door, town: TownDatabase, credentials: Credentials): Promise<Hub> {
  const open = () => openHub(town.place, credentials, CONNECTIONS)
  try {
    return await open()
  } catch (error) {
    if (!(town.owner && error instanceof DatabaseFault && error.code === 'needs_migration')) throw error
    door.progress(door.words.progress.migrating)
    await migrateTown(town.place, town.owner)
    return open()
  }
}

async function startListening(
  door: Door,
  hub: Hub,
  asked: HubAsked & { certificate: Certificate | null },
): Promise<RunningHub> {
  const { web: words } = door.words
  const { startHub } = await import('../web/main.ts')
  try {
    const running = await startHub({
      ...asked,
      ctx: hub.ctx,
      renew: hub.renew,
      reopen: () => reopen(door),
      onBug: error => {
        const { number, path } = writeIncident(error)
        door.say(door.words.incident(number, path))
      },
      onRefused: counts => door.say(words.refused(counts)),
      onAway: error => door.say(words.away(describeFault(error, door.lang) ?? String(error))),
      onBack: () => door.say(words.back),
      onHookFailed: why => door.say(words.hookFailed(why)),
    })
    const { url, port } = running
    // One line: whoever started it as a program reads on from here.
    door.answer(door.options.json ? JSON.stringify({ url, port }) : words.listening(url))
    return running
  } catch (error) {
    throw whyNotListening(error, asked, door)
  }
}

async function untilEnded(
  door: Door,
  running: RunningHub,
  { files }: HubAsked,
  ending: AbortSignal,
): Promise<void> {
  const renew = () => {
    if (files) renewCertificate(running, files, door)
  }
  if (files) process.on('SIGHUP', renew)
  if (!ending.aborted) await new Promise(resolve => ending.addEventListener('abort', resolve, { once: true }))
  door.say(door.words.web.stopping)
  await running.stop()
  process.off('SIGHUP', renew)
}

/** A renewed certificate that is wrong is told of, and the old one stays. */
function renewCertificate(running: RunningHub, files: CertificateFiles, door: Door): void {
  const { web: words } = door.words
  try {
    running.renew(readCertificate(files, door))
    door.say(words.certificateRenewed)
  } catch (error) {
    door.say(words.certificateKept(error instanceof Error ? error.message : String(error)))
  }
}

function readCertificate({ cert, key }: CertificateFiles, door: Door): Certificate {
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      throw new WrongUsage(door.lang, usage => usage.fileUnreadable(path))
    }
  }
  return { cert: read(cert), key: read(key) }
}

function whyNotListening(error: unknown, { host, port, files }: HubAsked, door: Door): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^E(ADDR|ACCES)/.test(code))
    return new WrongUsage(door.lang, usage => usage.cannotListen(`${host}:${port}`, code))
  if (files && code.startsWith('ERR_OSSL'))
    return new WrongUsage(door.lang, usage => usage.certificateWrong(files.cert, files.key))
  return error
}

const nothing = (): void => undefined
