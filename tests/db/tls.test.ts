import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureServer, stopServer } from '../../db/embedded/server.ts'
import { databaseUser } from '../../db/embedded/system-user.ts'
import { type Login, openDatabase } from '../../db/open.ts'
import { placeOfUrl } from '../../db/place.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe.runIf(hasOpenssl)('a town’s own server over TLS', () => {
  const home = mkdtempSync('/tmp/gishe-tls-')
  const ca = join(home, 'ca.crt')
  let owner: Login
  let port = 0

  beforeAll(async () => {
    port = await freePort()
    const made = await ensureServer(home, () => undefined)
    owner = made.owner
    await stopServer(home)
    const data = join(home, 'cluster', 'data')
    makeCertificates(home, data)
    appendFileSync(
      join(data, 'postgresql.auto.conf'),
      `ssl = on\nlisten_addresses = '127.0.0.1'\nport = ${port}\nfsync = off\n`,
    )
    // Only TLS may come in over the network.
    appendFileSync(join(data, 'pg_hba.conf'), '\nhostssl all all 127.0.0.1/32 scram-sha-256\n')
    dropHost(join(data, 'pg_hba.conf'))
    startByHand(data)
  }, 60_000)

  afterAll(() => {
    stopByHand(join(home, 'cluster', 'data'))
    rmSync(home, { recursive: true, force: true })
  })

  const encrypted = async (query: string) => {
    const { place } = placeOfUrl(`postgresql://localhost:${port}/postgres${query}`)
    const { sql, close } = openDatabase({ ...place }, owner, 'tests', 1)
    try {
      const [row] = await sql<{ ssl: boolean }[]>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`
      return row?.ssl
    } finally {
      await close()
    }
  }

  test('is encrypted without being asked for', async () => {
    expect(await encrypted('')).toBe(true)
    expect(await encrypted('?sslmode=require')).toBe(true)
  })

  test('with verify-full the certificate must be of the given authority', async () => {
    expect(await encrypted(`?sslmode=verify-full&sslrootcert=${ca}`)).toBe(true)
    await expect(encrypted('?sslmode=verify-full')).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|VERIFY/),
    })
  })

  test('with disable it is refused by the server, not sent in clear', async () => {
    await expect(encrypted('?sslmode=disable')).rejects.toMatchObject({ code: '28000' })
  })
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function makeCertificates(home: string, data: string): void {
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: home, stdio: 'pipe' })
  const key = join(data, 'server.key')
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '2',
    '-subj',
    '/CN=Gishe test CA',
  )
  run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', 'server.csr', '-subj', '/CN=localhost')
  writeFileSync(join(home, 'san'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n')
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'san', '-days', '2']
  run('x509', '-req', '-in', 'server.csr', ...signed, '-out', join(data, 'server.crt'))
  chmodSync(key, 0o600)
  const user = databaseUser()
  if (user) for (const path of [key, join(data, 'server.crt')]) chownSync(path, user.uid, user.gid)
}

const dropHost = (path: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^host .*$/gm, ''))

const pgCtl = (data: string): string[] => {
  const bin = readFileSync(join(data, 'postmaster.opts'), 'utf8').split(' ')[0] ?? ''
  return [join(bin, '..', 'pg_ctl'), '-D', data, '-w', '-s']
}

function asDatabaseUser(command: string[]): void {
  const user = databaseUser()
  const [program = '', ...args] = command
  execFileSync(program, args, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    stdio: 'ignore',
  })
}

const startByHand = (data: string): void =>
  asDatabaseUser([...pgCtl(data), 'start', '-l', join(data, 'start.log')])

const stopByHand = (data: string): void => asDatabaseUser([...pgCtl(data), 'stop', '-m', 'immediate'])
