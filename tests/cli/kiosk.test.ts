import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShell, type Shell } from '../support/cli.ts'

let shell: Shell
beforeAll(() => {
  shell = openShell()
})
afterAll(() => shell.close())

const asDevice = (line: string) => shell.run(line, { GISHE_KIOSK_HOME: `${shell.home}/kiosk` })

test.each([
  ['gishe kiosk', 2, 'Устройството иска терминал'],
  ['gishe kiosk --box ttyACM0', 2, '--box се пише като /dev/ttyACM0?baud=9600, а не „ttyACM0“.'],
  ['gishe kiosk enrol --code AAAAA-22222', 2, 'Липсва задължителната опция --hub.'],
  ['gishe kiosk enrol --hub http://10.0.0.5 --code AAAAA-22222', 2, 'http://10.0.0.5 не е https'],
  ['gishe kiosk enrol --hub https://127.0.0.1:9 --code AAAAA-22222', 3, 'Хъбът не отговаря (ECONNREFUSED)'],
])('%s ends with %i and says what to do', async (line, code, said) => {
  const ran = await asDevice(line)
  expect([ran.code, ran.stdout]).toEqual([code, ''])
  expect(ran.stderr).toContain(said)
})

test('a machine that is no device yet says so', async () => {
  const ran = await shell.run('gishe --lang en kiosk status', { GISHE_KIOSK_HOME: `${shell.home}/none` })
  const stdout = `There is no device in ${shell.home}/none yet. Enrol it with "gishe kiosk enrol".\n`
  expect(ran).toEqual({ code: 0, stdout, stderr: '' })
})
