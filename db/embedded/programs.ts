import { spawnSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { DatabaseFault } from '../fault.ts'
import type { SystemUser } from './system-user.ts'

const LEAST_FREE_BYTES = 64 * 1024
export const NO_SPACE = /No space left|Disk quota/i

/** On a full disk the log cannot say so either. */
function isFull(home: string): boolean {
  const { bavail, bsize } = statfsSync(home)
  return bavail * bsize < LEAST_FREE_BYTES
}

/** The fault that a program of PostgreSQL speaks of. */
export function faultOfOutput(output: string, home: string): DatabaseFault {
  const detail = output.trim().split('\n').slice(-3).join(' ')
  if (NO_SPACE.test(output) || isFull(home)) return new DatabaseFault('disk_full', { path: home, detail })
  if (/could not (access|open|create|change permissions of) (directory|file)|Permission denied/i.test(output))
    return new DatabaseFault('home_unreachable', { path: home, detail })
  if (/incompatible with server|initialized by PostgreSQL version/i.test(output))
    return new DatabaseFault('data_of_other_version', { path: home, detail })
  return new DatabaseFault('start_failed', { path: home, detail })
}

/** Runs a program of PostgreSQL as the database's user, in plain English, and gives back all it said. */
export function run(
  command: string,
  args: string[],
  user: SystemUser | null,
): { status: number | null; output: string } {
  const done = spawnSync(command, args, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  return {
    status: done.status,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  }
}
