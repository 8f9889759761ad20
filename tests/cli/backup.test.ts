import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, type Shell } from '../support/cli.ts'

let shell: Shell
let other: Shell

beforeAll(async () => {
  shell = openShell()
  other = openShell()
  await shell.run('gishe start')
})
afterAll(async () => {
  await Promise.all([shell.close(), other.close()])
})

test('a backup is restored into an empty place with its money and its passwords', async () => {
  const folder = `${shell.home}/copy`
  const made = await shell.run(`gishe db backup ${folder}`)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(await shell.run(`gishe db backup ${folder}`)).toMatchObject({ code: 2, stdout: '' })
  const restored = await other.run(`gishe db restore ${folder}`)
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.stdout).toContain('Община Смолян е възстановена')
  const report = 'gishe reports cash --day --by service --user kasa1'
  expect(((await other.json(report)) as { rows: object }).rows).toEqual(
    ((await shell.json(report)) as { rows: object }).rows,
  )
  expect(await other.run(`gishe db restore ${folder}`)).toMatchObject({ code: 1, stdout: '' })
})

test('what is no backup is refused', async () => {
  const ran = await other.run('gishe db restore /etc')
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('„/etc“ не е годно резервно копие')
})
