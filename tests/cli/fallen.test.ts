import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, root, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

/** Node options under which the program falls over a moment after it began to listen for this event of its process. */
const fallingAfter = (event: string, moment_ms: number, fall: string) => {
  const script = `process.on('newListener', name => name === '${event}' && setTimeout(() => { ${fall} }, ${moment_ms}))`
  return `--import=data:text/javascript,${encodeURIComponent(script).replaceAll("'", '%27')}`
}
const sit = (line: string, env: Record<string, string> = {}) =>
  spawn('sh', ['-c', line], {
    name: 'xterm',
    cols: 80,
    rows: 24,
    env: { PATH: `${root}:${process.env['PATH']}`, HOME: shell.home, GISHE_HOME: shell.home, ...env },
  })
const log = () => readFileSync(join(shell.home, 'log', 'incidents.log'), 'utf8')

test.each([
  ['thrown outside of every promise', `throw new TypeError('out of the blue')`, 'TypeError: out of the blue'],
  ['rejected where nobody waits', `Promise.reject(new RangeError('too far'))`, 'RangeError: too far'],
])('a bug that is %s gets a sentence and a number, not a raw stack', async (_, fall, logged) => {
  const ran = await shell.run('gishe desks list --user admin', {
    NODE_OPTIONS: fallingAfter('uncaughtException', 0, fall),
  })
  expect(ran).toMatchObject({ code: 70, stdout: '' })
  expect(ran.stderr).toMatch(/^[^\n]*номер \d{6}[^\n]*\n$/)
  expect(log()).toContain(`${/номер (\d{6})/.exec(ran.stderr)?.[1]} ${logged}\n    at`)
})

test('under the screens it first gives the terminal back, so that the sentence can be read', async () => {
  const options = fallingAfter('SIGHUP', 300, `throw new TypeError('on the stage')`)
  const terminal = sit('gishe start; echo "code $?"; stty -a', { NODE_OPTIONS: options })
  let seen = ''
  terminal.onData(bytes => {
    seen += bytes
  })
  await new Promise(resolve => terminal.onExit(resolve))
  expect(seen).toContain('\x1b[?1049h')
  const afterwards = seen.slice(seen.lastIndexOf('\x1b[?1049l'))
  expect(afterwards).toMatch(/номер \d{6}.*code 70/s)
  expect(afterwards).toMatch(/ icanon.* echo /s)
  expect(log()).toContain('TypeError: on the stage')
})

test('a terminal window that is closed is no bug', async () => {
  const code = join(shell.home, 'code')
  const before = log()
  const terminal = sit(`trap '' HUP; gishe start; echo $? > ${code}`) as ReturnType<typeof sit> & {
    destroy: () => void
  }
  let seen = ''
  terminal.onData(bytes => {
    seen += bytes
  })
  await expect.poll(() => seen, { timeout: 10_000 }).toContain('kasa1')
  terminal.destroy()
  await expect.poll(() => existsSync(code) && readFileSync(code, 'utf8'), { timeout: 10_000 }).toBe('0\n')
  expect(log()).toBe(before)
})
