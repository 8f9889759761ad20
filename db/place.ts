import { readFileSync } from 'node:fs'
import { ownerLogin } from './embedded/folders.ts'
import { ensureServer } from './embedded/server.ts'
import { DatabaseFault } from './fault.ts'
import { homeFolder } from './home.ts'
import type { Login, Place } from './open.ts'
import { canNameRoles } from './roles.ts'

type Env = Record<string, string | undefined>

/** The town's database: its place, and the owner's login where this machine has it (only set-up and upkeep need it). */
export type TownDatabase = {
  place: Place
  owner: Login | null
  embedded: boolean
  home: string
  startedNow: boolean
}

/**
 * GISHE_DATABASE_URL names the town's own server; without it the embedded one under GISHE_HOME is started when needed.
 * In the URL a user and password are the owner's; `sslmode` disable|prefer|require|verify-full and `sslrootcert` as in libpq.
 */
export async function townDatabase(
  progress: (what: 'making' | 'starting') => void,
  env: Env = process.env,
): Promise<TownDatabase> {
  const home = homeFolder(env)
  const url = env['GISHE_DATABASE_URL']
  if (url) return { ...placeOfUrl(url), embedded: false, home, startedNow: false }
  const server = await ensureServer(home, progress)
  return {
    place: server.place,
    owner: readableOwner(home),
    embedded: true,
    home,
    startedNow: server.startedNow,
  }
}

/** Another user of the machine may use the running server but not read its owner's secret. */
function readableOwner(home: string): Login | null {
  try {
    return ownerLogin(home)
  } catch {
    return null
  }
}

/** Reads the address; one that is wrong in any part, or names a certificate that cannot be read, is a fault. */
export function placeOfUrl(text: string): { place: Place; owner: Login | null } {
  try {
    return readUrl(new URL(text))
  } catch (error) {
    if (error instanceof DatabaseFault) throw error
    throw new DatabaseFault('bad_url', { detail: error instanceof Error ? error.message : String(error) })
  }
}

function readUrl(url: URL): { place: Place; owner: Login | null } {
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new DatabaseFault('bad_url')
  const socket = url.searchParams.get('host')
  const host = socket ?? decodeURIComponent(url.hostname)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (!host || !database) throw new DatabaseFault('bad_url')
  if (!canNameRoles(database)) throw new DatabaseFault('bad_database_name', { detail: database })
  const root = url.searchParams.get('sslrootcert')
  return {
    place: {
      host,
      port: Number(url.port || url.searchParams.get('port') || 5432),
      database,
      tls: tlsMode(url.searchParams.get('sslmode') ?? 'prefer', host),
      ...(root ? { ca: readFileSync(root, 'utf8') } : {}),
    },
    owner: url.username
      ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
      : null,
  }
}

const TLS_MODES: Record<string, Place['tls']> = {
  disable: 'off',
  allow: 'prefer',
  prefer: 'prefer',
  require: 'require',
  'verify-ca': 'verify',
  'verify-full': 'verify',
}

/** A misspelt mode must not pass for a weaker one. */
function tlsMode(mode: string, host: string): Place['tls'] {
  const tls = Object.hasOwn(TLS_MODES, mode) ? TLS_MODES[mode] : undefined
  if (!tls) throw new DatabaseFault('bad_url')
  return host.startsWith('/') ? 'off' : tls
}
