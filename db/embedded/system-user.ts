import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { DatabaseFault } from '../fault.ts'

export type SystemUser = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root. Root's database runs as the system user `gishe`, or `postgres` where a server is
 * installed already; where neither exists `gishe` is made. Everybody else runs it as themselves (null).
 */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const existing = userNamed('gishe') ?? userNamed('postgres')
  if (existing) return existing
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'gishe'],
      {
        stdio: 'pipe',
      },
    )
  } catch (error) {
    throw new DatabaseFault('no_system_user', {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
  const made = userNamed('gishe')
  if (!made) throw new DatabaseFault('no_system_user')
  return made
}

function userNamed(name: string): SystemUser | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':')
    if (user === name) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return null
}
