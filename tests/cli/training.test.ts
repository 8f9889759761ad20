import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, openShell, type Shell } from '../support/cli.ts'

let shell: Shell
const kasa1 = { GISHE_USER: 'kasa1', GISHE_PASSWORD: 'gishe-demo' }
const run = (line: string, env: Record<string, string> = kasa1) => shell.run(line, env)
const answerOf = (line: string, env: Record<string, string> = kasa1) => shell.json(line, env)

beforeAll(async () => {
  shell = await openDemoShell()
})
afterAll(() => shell.close())

test('before it is made everybody is told what to do', async () => {
  expect(await run('gishe training status')).toEqual({
    code: 0,
    stdout: 'Няма база за обучение. Направете я с „gishe training make“.\n',
    stderr: '',
  })
  expect(await answerOf('gishe till open --float 50 --training')).toMatchObject({
    refused: 'training.missing',
  })
  expect((await run('gishe doctor')).stdout).toContain('OK  База за обучение: няма')
})

test('made, it is worked in with --training or GISHE_TRAINING=1, on numbers of its own', async () => {
  expect(await run('gishe training make')).toMatchObject({ code: 0, stderr: '' })
  await run('gishe till open --float 50')
  await run('gishe payments take --service 2016')
  expect(await run('gishe till open --float 50 --training')).toMatchObject({ code: 0 })
  const taken = 'gishe payments take --service 2016'
  for (const number of ['000001', '000002'])
    expect(await answerOf(`${taken} --training`)).toMatchObject({
      receipt: expect.stringMatching(`^1-\\d{4}-${number}$`),
    })
  expect(await answerOf(taken, { ...kasa1, GISHE_TRAINING: '1' })).toMatchObject({
    receipt: expect.stringMatching(/-000003$/),
  })
  expect((await run('gishe print preview last --training')).stdout).toContain('ОБУЧЕНИЕ')
  const report = (line: string) => answerOf(`gishe reports cash --day ${line}`)
  expect(await report('')).toMatchObject({ totals: { payments: 1 } })
  expect(await report('--training')).toMatchObject({ totals: { payments: 3 } })
  for (const line of ['gishe reports cash --day', 'gishe services find 2016'])
    expect((await run(`${line} --training`)).stdout).toContain('ОБУЧЕНИЕ – не влиза в отчетите на общината')
})

test('what is neither yes nor no is refused before anything is done for real', async () => {
  const ran = await run('gishe payments take --service 2016', { ...kasa1, GISHE_TRAINING: 'да' })
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain('GISHE_TRAINING не може да е „да“')
})

test('set-up and upkeep are of the town itself', async () => {
  const backup = await run(`gishe db backup ${shell.home}/copy --training`)
  expect(backup).toMatchObject({ code: 2, stdout: '' })
  expect(backup.stderr).toBe('„gishe db“ е за самата община и не приема --training.\n')
  expect(await run(`gishe db backup ${shell.home}/copy`)).toMatchObject({ code: 0 })
})

test('it tells since when it is there, is made anew, and goes', async () => {
  const { made_at: first } = (await answerOf('gishe training status')) as { made_at: string }
  expect((await run('gishe training status')).stdout).toMatch(/^Базата за обучение е направена на /)
  expect((await run('gishe doctor')).stdout).toMatch(/OK {2}База за обучение: \d\d\.\d\d\.\d{4}/)
  await run('gishe training make --force')
  const again = (await answerOf('gishe training status')) as { made_at: string }
  expect(Temporal.Instant.compare(again.made_at, first)).toBeGreaterThanOrEqual(0)
  expect(await answerOf('gishe reports cash --day --training')).toMatchObject({ totals: { payments: 0 } })
  expect((await run('gishe training drop')).stdout).toBe('Базата за обучение е премахната.\n')
  expect((await run('gishe training drop')).stdout).toBe('Нямаше база за обучение.\n')
})

test('nobody makes it where no town is', async () => {
  const empty = openShell()
  expect(await empty.json('gishe training make')).toMatchObject({ refused: 'town.missing' })
  await empty.close()
})
