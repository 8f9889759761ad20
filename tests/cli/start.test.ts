import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, type Shell } from '../support/cli.ts'

let shell: Shell

beforeAll(() => {
  shell = openShell()
})
afterAll(() => shell.close())

test('without a terminal start makes the demo and shows the main job, as often as asked', async () => {
  const first = await shell.run('gishe start')
  expect(first.code).toBe(0)
  expect(first.stderr).toContain('Създавам демо община')
  expect(first.stdout).toContain('№ 1-')
  expect(first.stdout).toContain('ДЕМО – НЕ Е ПЛАТЕЖЕН ДОКУМЕНТ')
  expect(first.stdout).toMatch(/Общо +1 +18,41/)
  expect(first.stdout).toContain('./gishe payments take')
  const second = await shell.run('gishe start --lang en')
  expect(second).toMatchObject({ code: 0, stderr: '' })
  expect(second.stdout).toMatch(/Total +2 +8 +36\.82/)
  expect(second.stdout).toMatch(/№ 1-\d{4}-000002/)
})

test('a till that was left open is used and closed, another cashier is not disturbed', async () => {
  await shell.run('gishe till open --float 20 --user kasa1')
  const used = await shell.run('gishe start')
  expect(used).toMatchObject({ code: 0, stderr: '' })
  expect(used.stdout).toContain('Касата е отворена отпреди, с 20,00 € в нея.')
  await shell.run('gishe till open --float 30 --user kasa2 --desk 1')
  const aside = await shell.run('gishe start')
  expect(aside).toMatchObject({ code: 0, stderr: '' })
  expect(aside.stdout).toContain('на каса 2')
  expect(await shell.json('gishe till show --user kasa2')).toMatchObject({
    desk: 1,
    payments: 0,
    expected_cents: 3000,
  })
})

test('three at the same moment on a machine that has nothing yet all end well', async () => {
  const fresh = openShell()
  try {
    const all = await Promise.all([1, 2, 3].map(() => fresh.run('gishe start')))
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0])
    const numbers = all.map(({ stdout }) => /№ (\d+-\d{4}-\d{6})/.exec(stdout)?.[1])
    expect(new Set(numbers).size).toBe(3)
  } finally {
    await fresh.close()
  }
})

test('every paper of the demo came out', async () => {
  expect(await shell.json('gishe print jobs --all --owed --user kasa1')).toEqual([])
})
