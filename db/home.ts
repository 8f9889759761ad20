import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

type Env = Record<string, string | undefined>

/**
 * The folder in which Gishe keeps its database, backups and settings: GISHE_HOME, else the XDG data folder; for root,
 * who installs for the whole machine, /var/lib/gishe (the database's own user could not enter /root).
 */
export function homeFolder(env: Env = process.env): string {
  if (env['GISHE_HOME']) return resolve(env['GISHE_HOME'])
  if (process.getuid?.() === 0) return '/var/lib/gishe'
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'gishe')
}

/**
 * Makes the folder for its owner alone; root's lets the database's user pass through (not list it). Secrets in it are
 * mode 600 either way.
 */
export function makeHome(home: string): void {
  makeFolder(home)
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Step by step: Node's own recursive mkdir never ends where the system says no with ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (isFolder(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (!isFolder(path)) throw error
  }
}

/** /tmp is everybody's: a link or a folder that somebody else put there must never be asked for a database. */
export function isFolderOf(path: string, owner: number | undefined): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === owner
}
