import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { datecsEmulator } from '../../printers/emulators/datecs.ts'
import { type EmulatorOnTcp, emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { faultNamed } from '../printers/fiscal-desk.ts'
import { openDemoShell, type Shell } from '../support/cli.ts'

/** An emulated FP-800 behind a real port, worked by the built program as an office would. */
const device = datecsEmulator({ lastDocument: 122 })
let port: EmulatorOnTcp
let shell: Shell
const asAdmin = { GISHE_USER: 'admin' }
const asCashier = { GISHE_USER: 'kasa1', GISHE_DESK: '1' }
const run = (line: string, env: Record<string, string> = asCashier) => shell.run(line, env)
const kinds = () => device.journal().map(({ kind }) => kind)

beforeAll(async () => {
  port = await emulatorOnTcp(device, 0)
  shell = await openDemoShell()
  await run(`gishe printers set ФУ1 --profile datecs-fp --line tcp://127.0.0.1:${port.port}`, asAdmin)
})
afterAll(async () => {
  await shell.close()
  await port.close()
})

test('a device is set up with a password from a file that nobody else reads, and given to a desk', async () => {
  const file = join(shell.home, 'operator')
  writeFileSync(file, '0000\n')
  chmodSync(file, 0o644)
  const setUp = `gishe fiscal set-up ФУ1 --number DT000600 --operator-password-file ${file}`
  expect(await run(setUp, asAdmin)).toMatchObject({ code: 2, stdout: '' })
  chmodSync(file, 0o600)
  expect(await run('gishe fiscal set-up ФУ1 --number DT000600', asAdmin)).toMatchObject({ code: 2 })
  expect((await run(setUp.replace('ФУ1', '"екран 1"'), asAdmin)).stderr).toContain(
    'не е настроен като фискално устройство',
  )
  expect(await run(setUp, asAdmin)).toEqual({
    code: 0,
    stdout: '„ФУ1“ е фискално устройство DT000600. Дайте го на каса с „gishe fiscal give“.\n',
    stderr: '',
  })
  expect(await shell.json('gishe fiscal status', asCashier)).toMatchObject({ refused: 'fiscal.none_here' })
  expect(await shell.json('gishe fiscal give 1 ФУ1', asAdmin)).toEqual({ desk: 1, device: 'ФУ1' })
})

test('the device is asked how it is, between two papers', async () => {
  const { stdout } = await run('gishe fiscal status')
  expect(stdout).toContain('Индивидуален номер   DT000600\n')
  expect(stdout).toContain('Часовник')
  expect(await shell.json('gishe fiscal status', asCashier)).toMatchObject({
    number: 'DT000600',
    fiscal_memory: '02000600',
    cash_cents: 0,
    sold_since: { documents: 0, total_cents: 0 },
    owner: null,
  })
  const clock = (await shell.json('gishe fiscal clock', asCashier)) as { ahead_seconds: number }
  expect(Math.abs(clock.ahead_seconds)).toBeLessThan(60)
  expect((await run('gishe fiscal clock --set')).stdout).toMatch(/^Часовникът е сверен: /)
  expect((await run('gishe fiscal end-receipt')).stdout).toBe('Няма отворен бон.\n')
})

test('a mixed payment prints both papers; the device issues its part under the УНП', async () => {
  const ground = '--ground "Указание 12/2026"'
  const set = await run(`gishe services set-fiscal 2037 --tax-group Б ${ground}`, asAdmin)
  expect(set.stdout).toMatch(/^Услуга 2037 иска фискален бон от \d\d\.\d\d\.\d{4}, данъчна група Б\.\n$/)
  expect((await run('gishe services show 2037')).stdout).toContain('Указание 12/2026')
  await run('gishe till open --float 50')
  const taken = await run('gishe payments take --service 2076 --service 2037 --print')
  expect(taken.stdout).toContain('С фискален бон: 3,58 €, УНП DT000600-')
  expect(taken.stdout).toContain('По фискален бон, УНП')
  expect(device.journal()).toMatchObject([{ kind: 'sale', total: 3_58, document: 123 }])
  expect((await run('gishe receipts show 1')).stdout).toContain('С фискален бон, УНП DT000600-')
  const shown = await shell.json('gishe fiscal documents', asCashier)
  expect(shown).toMatchObject({
    rows: [
      {
        task: 'sale',
        unp: device.journal()[0]?.unp,
        amount_cents: 358,
        receipt: expect.stringMatching(/^1-/),
      },
    ],
  })
})

test('cash, X and Z are issued in their order; Z asks first, and without a terminal wants --yes', async () => {
  expect((await run('gishe fiscal cash-in 50')).stdout).toBe('СЛУЖЕБНО ВЪВЕДЕНИ: отпечатан.\n')
  expect((await run('gishe fiscal cash-out 20,50')).code).toBe(0)
  expect((await run('gishe fiscal x')).code).toBe(0)
  expect(await run('gishe fiscal z')).toMatchObject({ code: 2 })
  expect(await run('gishe fiscal z --yes')).toMatchObject({ code: 0 })
  expect(kinds()).toEqual(['sale', 'cash_in', 'cash_out', 'x', 'z'])
  expect(await shell.json('gishe fiscal status', asCashier)).toMatchObject({
    sold_since: { documents: 0, total_cents: 0 },
  })
})

test('a payment is reversed with the storno of its document', async () => {
  const receipt = '1'
  const line = `gishe receipts reverse ${receipt} --reason "сгрешена услуга" --confirm-user head`
  expect(await run(`${line} --storno-reason other`)).toMatchObject({ code: 2 })
  await run('gishe fiscal cash-in 10')
  const made = (await shell.json(`${line} --storno-reason operator-error`, asCashier)) as { fiscal: object }
  expect(made.fiscal).toMatchObject({ unp: device.journal()[0]?.unp })
  await run('gishe fiscal x')
  const { rows } = (await shell.json('gishe fiscal documents', asCashier)) as {
    rows: { task: string; amount_cents: number }[]
  }
  const amountsOf = (task: string) => rows.filter(row => row.task === task).map(row => row.amount_cents)
  expect([amountsOf('sale'), amountsOf('storno'), amountsOf('cash_out')]).toEqual([[3_58], [-3_58], [-20_50]])
  expect(device.journal().find(({ kind }) => kind === 'storno')).toMatchObject({
    unp: device.journal()[0]?.unp,
    total: 3_58,
  })
})

test('what went wrong with the device is told with what to do, and its paper waits', async () => {
  device.cause(faultNamed('cover-open'))
  const taken = await shell.json('gishe payments take --service 2037', asCashier)
  const { fiscal } = taken as { fiscal: { print_job: string } }
  const told = await run(`gishe fiscal tell ${fiscal.print_job} --document 200`)
  expect(told).toMatchObject({ code: 1 })
  device.mend()
  await run('gishe fiscal x')
  expect(kinds().filter(kind => kind === 'sale')).toHaveLength(2)
  expect((await run(`gishe fiscal tell ${fiscal.print_job} --document 200`)).stderr).toContain(
    'вече е известен',
  )
})
