import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openWatchdog } from '../../kiosk/watchdog.ts'

const folder = mkdtempSync(join(tmpdir(), 'gishe-watchdog-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Stands in for systemd's program: writes down what it is told, a line each time. */
const told = join(folder, 'told')
writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\nIFS='|'; printf '%s\\n' "$*" >> ${told}\n`)
chmodSync(join(folder, 'systemd-notify'), 0o755)
const environment = { PATH: `${folder}:${process.env['PATH']}`, WATCHDOG_USEC: '20000' }
const lines = () => (existsSync(told) ? readFileSync(told, 'utf8').split('\n').slice(0, -1) : [])

test('systemd hears that the device is ready, lives as long as it is well, and stops', async () => {
  let isWell = true
  let waits = 3
  const watchdog = openWatchdog(
    { isWell: () => isWell, status: () => `чакат\n${waits}` },
    { ...environment, NOTIFY_SOCKET: '/run/systemd/notify' },
  )
  await watchdog.ready()
  expect(lines()).toEqual(['READY=1|STATUS=чакат 3'])
  await expect.poll(lines).toContain('WATCHDOG=1|STATUS=чакат 3')
  isWell = false
  waits = 4
  await expect.poll(lines).toContain('STATUS=чакат 4')
  await watchdog.end()
  expect(lines().at(-1)).toBe('STOPPING=1')
  expect(lines()).not.toContain('WATCHDOG=1|STATUS=чакат 4')
})

test('whoever was not started by systemd tells nothing', async () => {
  const before = lines().length
  const watchdog = openWatchdog({ isWell: () => true, status: () => '' }, environment)
  await watchdog.ready()
  await watchdog.end()
  expect(lines()).toHaveLength(before)
})
