import { chownSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { refusal } from '../rules/refusal.ts'

/** The folder of a device: GISHE_KIOSK_HOME, else the machine's own for root, else the user's. */
export function kioskHome(env: Record<string, string | undefined> = process.env): string {
  const named = env['GISHE_KIOSK_HOME']
  if (named) return resolve(named)
  return process.getuid?.() === 0 ? '/var/lib/gishe-kiosk' : join(homedir(), '.local/share/gishe-kiosk')
}

/** Makes a file that only the owner of its folder reads, whoever makes it: root enrols a device that runs as somebody else. */
export function ownFile(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  closeSync(openSync(path, 'a', 0o600))
  const { uid, gid } = statSync(folder)
  if (process.getuid?.() === 0 && statSync(path).uid !== uid) chownSync(path, uid, gid)
  return path
}

const SQLITE_BUSY = 5

/**
 * Says that the device runs here, until what is given back is called or the program ends in whatever way. Refuses where another one does;
 * a disk that takes nothing is no reason not to run.
 */
export function runAlone(folder: string): () => void {
  const lock = tryLock(folder)
  if (lock === 'taken') throw refusal('kiosk.runs_already', {})
  return () => lock?.close()
}

export function isRunning(folder: string): boolean {
  const lock = tryLock(folder)
  if (lock === 'taken') return true
  lock?.close()
  return false
}

function tryLock(folder: string): DatabaseSync | 'taken' | null {
  let lock: DatabaseSync | null = null
  try {
    lock = new DatabaseSync(ownFile(folder, 'running'))
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY ? 'taken' : null
  }
}
