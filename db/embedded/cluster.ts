import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFault, faultOfFiles } from '../fault.ts'
import { clusterFolder, isInitialised, OWNER, PORT, socketFolder } from './folders.ts'
import { faultOfOutput, run } from './programs.ts'
import type { SystemUser } from './system-user.ts'

/** Makes the cluster beside its place and renames it there: whoever is first makes it, and it is whole or not there. */
export function makeCluster(home: string, bin: string, user: SystemUser | null): void {
  clearHalfMade(home)
  const part = join(home, `cluster.${process.pid}`)
  const password = randomBytes(24).toString('base64url')
  try {
    mkdirSync(part, { mode: 0o711 })
    if (user) chownSync(part, user.uid, user.gid)
    writeFileSync(join(part, 'owner-password'), `${password}\n`, { mode: 0o600 })
    if (user) chownSync(join(part, 'owner-password'), user.uid, user.gid)
    const made = run(
      join(bin, 'initdb'),
      [
        '-D',
        join(part, 'data'),
        '-U',
        OWNER,
        '-A',
        'scram-sha-256',
        `--pwfile=${join(part, 'owner-password')}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
      ],
      user,
    )
    if (made.status !== 0) throw faultOfOutput(made.output, home)
    writeFileSync(join(part, 'data', 'postgresql.auto.conf'), settings(home), { mode: 0o600 })
    if (user) chownSync(join(part, 'owner-password'), 0, 0)
    renameSync(part, clusterFolder(home))
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (isInitialised(home)) return
    throw error instanceof DatabaseFault ? error : faultOfFiles(error, home)
  }
}

/** Removes what a program that was killed while making the cluster, or copying PostgreSQL, left behind. */
function clearHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^(?:cluster|postgresql-18)\.(\d+)$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const settings = (home: string): string =>
  [
    '# Written by Gishe. Loopback only: no TCP at all, a unix socket with SCRAM passwords.',
    "listen_addresses = ''",
    `port = ${PORT}`,
    `unix_socket_directories = '${socketFolder(home).replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0777',
    "password_encryption = 'scram-sha-256'",
    'fsync = on',
    'full_page_writes = on',
    'synchronous_commit = on',
    'max_connections = 100',
    'shared_buffers = 128MB',
    "timezone = 'Europe/Sofia'",
    "log_timezone = 'Europe/Sofia'",
    'logging_collector = on',
    "log_directory = 'log'",
    "log_filename = 'postgresql-%a.log'",
    'log_truncate_on_rotation = on',
    'log_rotation_age = 1d',
    'log_rotation_size = 0',
    '',
  ].join('\n')
