import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { faultOfFiles } from '../fault.ts'
import type { Login, Place } from '../open.ts'

export const OWNER = 'gishe_owner'
export const PORT = 5432
const SOCKET_PATH_LIMIT = 100

export const clusterFolder = (home: string) => join(home, 'cluster')
export const dataFolder = (home: string) => join(clusterFolder(home), 'data')

/** The socket's folder: under `home`, or a short one beside /tmp where the path would be too long for a socket. */
export function socketFolder(home: string): string {
  const own = join(home, 'run')
  if (Buffer.byteLength(own) <= SOCKET_PATH_LIMIT - '/.s.PGSQL.5432'.length) return own
  return `/tmp/gishe-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
}

export const placeOf = (home: string): Place => ({
  host: socketFolder(home),
  port: PORT,
  database: 'gishe',
  tls: 'off',
})

/** True where the cluster is made. It came whole by one rename, so the folder tells it, also to users who may not look inside. */
export function isInitialised(home: string): boolean {
  try {
    return statSync(dataFolder(home), { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw faultOfFiles(error, home)
  }
}

/** The owner's secret; readable by whoever keeps `home`. */
export function ownerLogin(home: string): Login {
  const path = join(clusterFolder(home), 'owner-password')
  try {
    return { user: OWNER, password: readFileSync(path, 'utf8').trim() }
  } catch (error) {
    throw faultOfFiles(error, path)
  }
}
