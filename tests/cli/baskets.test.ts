import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

const run = (line: string) => shell.run(line, { GISHE_USER: 'kasa1' })
const rows = async (line: string) =>
  ((await shell.json(line, { GISHE_USER: 'kasa1' })) as { rows: Record<string, unknown>[] }).rows

test('the digits of a desk are shown, set and freed', async () => {
  expect((await run('gishe favourites list')).stdout).toMatch(
    / 3 +2076 +Издаване на удостоверение за раждане – дубликат +обикновена/,
  )
  expect(await run('gishe favourites set 6 2109 --speed fast')).toEqual({
    code: 0,
    stdout: 'Цифрата 6 добавя услуга 2109.\n',
    stderr: '',
  })
  expect(await rows('gishe favourites list')).toContainEqual(
    expect.objectContaining({ digit: 6, code: '2109', speed: 'fast' }),
  )
  expect((await run('gishe favourites clear 6')).stdout).toBe('Цифрата 6 е свободна.\n')
  expect(await rows('gishe favourites list')).toHaveLength(5)
  expect(await rows('gishe favourites list --desk 2')).toEqual([])
})

test('what is no digit, speed or service is told', async () => {
  expect(await run('gishe favourites set 0 2109')).toMatchObject({ code: 2 })
  expect(await run('gishe favourites set 1 2109 --speed later')).toMatchObject({ code: 2 })
  expect(await run('gishe favourites set 1 9999')).toMatchObject({ code: 1 })
})

test('no basket is held, and none is dropped', async () => {
  expect(await rows('gishe baskets list')).toEqual([])
  expect((await run('gishe baskets drop 1')).stderr).toContain('Тази кошница вече не е оставена')
})
