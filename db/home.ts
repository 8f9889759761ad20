import { chmodSync, mkdirSync, statSync } from 'node:fs'
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
  mkdirSync(home, { recursive: true })
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
}
