import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, root, type Shell } from '../support/cli.ts'

let shell: Shell
const place = mkdtempSync(join(tmpdir(), 'gishe launcher '))

beforeAll(() => {
  shell = openShell()
})
afterAll(async () => {
  await shell.close()
  rmSync(place, { recursive: true, force: true })
})

test('the program starts from any folder and through a chain of links', async () => {
  symlinkSync(join(root, 'gishe'), join(place, 'first'))
  symlinkSync('first', join(place, 'second'))
  const ran = await shell.run(`cd / && "${place}/second" --version && cd "${place}" && ./second --version`)
  expect(ran).toEqual({ code: 0, stdout: '0.1.0\n0.1.0\n', stderr: '' })
})

test.each(['nothing installed', 'not built'])(
  'an unfinished installation (%s) says what to run',
  async state => {
    const copy = join(place, state)
    mkdirSync(join(copy, 'node_modules/node/bin'), { recursive: true })
    copyFileSync(join(root, 'gishe'), join(copy, 'gishe'))
    if (state === 'not built') writeFileSync(join(copy, 'node_modules/node/bin/node'), '', { mode: 0o755 })
    const ran = await shell.run(`"${copy}/gishe" desk`)
    expect(ran.code).toBe(3)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain(`Изпълнете в ${copy}:  npm ci`)
    expect(ran.stderr).toContain(`Run in ${copy}:  npm ci`)
    expect(ran.stderr).toContain('--ignore-scripts')
  },
)

test('the tests of an unfinished installation say the same before anything else', async () => {
  const copy = join(place, 'to be tested')
  mkdirSync(copy)
  for (const file of ['gishe', 'package.json']) copyFileSync(join(root, file), join(copy, file))
  const ran = await shell.run(`cd "${copy}" && npm test --silent`)
  expect(ran.code).not.toBe(0)
  expect(ran.stdout).toBe('')
  expect(ran.stderr).toContain(`Изпълнете в ${copy}:  npm ci`)
  expect(ran.stderr).not.toContain('    at ')
})
