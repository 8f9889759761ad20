import { chmodSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

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

/** Makes the folder; others may pass through (the database's user must) but not list it. Secrets in it are mode 600. */
export function makeHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o711 })
  if (process.getuid?.() === 0) chmodSync(home, 0o711)
}
