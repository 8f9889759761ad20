import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownerLogin, placeOf } from '../../db/embedded/folders.ts'
import { openDatabase } from '../../db/open.ts'
import { openDemoShell, root, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

test('the hub of a machine with its own database makes its user, serves, takes away nobody else’s, and stops', async () => {
  // A town that is no demo to this machine, without anybody called hub.
  renameSync(join(shell.home, 'demo.json'), join(shell.home, 'demo.aside'))
  const { sql, close } = openDatabase(placeOf(shell.home), ownerLogin(shell.home), 'tests', 1)
  const taken = await shell.run('gishe web --port 0')
  expect(taken.code).toBe(2)
  expect(taken.stderr).toContain('gishe staff add hub')
  expect(statSync(join(shell.home, 'hub-password'), { throwIfNoEntry: false })).toBeUndefined()
  await sql`update staff set login = 'oldhub', db_role = replace(db_role, '_staff_hub', '_staff_oldhub') where login = 'hub'`
  const [{ database }] = (await sql`select current_database() as database`) as unknown as [
    { database: string },
  ]
  await sql.unsafe(`alter role ${database}_staff_hub rename to ${database}_staff_oldhub`)
  await close()

  const env = { ...process.env, HOME: shell.home, GISHE_HOME: shell.home }
  const hub = spawn(join(root, 'gishe'), ['web', '--port', '0', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: hub.stderr }).on('line', line => said.push(line))
  const [line] = await once(createInterface({ input: hub.stdout }), 'line')
  const { url } = JSON.parse(line)
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ healthy: true })
  expect(statSync(join(shell.home, 'hub-password')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(shell.home, 'hub-password'), 'utf8')).toMatch(/^[\w-]{32}\n$/)
  const busy = await shell.run(`gishe web --port ${new URL(url).port}`)
  expect([busy.code, busy.stderr]).toEqual([2, expect.stringContaining('EADDRINUSE')])
  hub.kill('SIGTERM')
  expect(await once(hub, 'exit')).toEqual([0, null])
  expect(said).toEqual([
    expect.stringContaining('Направен е потребител „hub“'),
    'Хъбът спира: започнатото завършва.',
  ])
})

test('what would be heard by others in the open, or lacks half of its certificate, is wrong usage', async () => {
  const open = await shell.run('gishe web --host 0.0.0.0 --lang en')
  expect([open.code, open.stderr]).toEqual([2, expect.stringContaining('--cert and --key, or --plain')])
  const half = await shell.run('gishe web --cert cert.pem')
  expect([half.code, half.stderr]).toEqual([2, expect.stringContaining('--key')])
  const unit = await shell.run(
    'gishe web --host 0.0.0.0 --port 443 --cert "/etc/my town/c.pem" --key /etc/k.pem --print-unit',
  )
  expect(unit.stdout).toContain(
    ' web --host 0.0.0.0 --port 443 --cert "/etc/my town/c.pem" --key /etc/k.pem\n',
  )
})
