import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openShell } from '../support/cli.ts'

const shell = openShell()
afterAll(shell.close)
const golden = (name: string) => join(import.meta.dirname, '../golden/kiosk', name)
const install = 'gishe kiosk install --program /opt/gishe/gishe --box /dev/gishe/box'

test('the files of a device are shown with the reason of each line, and what to do with them', async () => {
  const [bg, en] = await Promise.all([
    shell.run(`${install} --print`),
    shell.run(`${install} --print --lang en`),
  ])
  await expect(bg.stdout).toMatchFileSnapshot(golden('install-bg.txt'))
  await expect(en.stdout).toMatchFileSnapshot(golden('install-en.txt'))
})

test('the files are written below a folder; what somebody else had there is kept beside', async () => {
  const etc = join(shell.home, 'root/etc')
  const first = await shell.run(`${install} --write ${shell.home}/root`)
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('gishe-kiosk.service') })
  expect(first.stdout).not.toContain('before-gishe')
  const font = join(etc, 'default/console-setup')
  writeFileSync(font, 'FONTSIZE="8x16"\n')
  const again = await shell.json(`${install} --box '/dev/ttyS0?baud=19200' --write ${shell.home}/root`)
  expect(again).toMatchObject({
    written: expect.arrayContaining([
      { path: font, earlier: `${font}.before-gishe` },
      { path: join(etc, 'systemd/system/gishe-kiosk.service'), earlier: null },
    ]),
  })
  expect(readFileSync(`${font}.before-gishe`, 'utf8')).toBe('FONTSIZE="8x16"\n')
  expect(readFileSync(join(etc, 'systemd/system/gishe-kiosk.service'), 'utf8')).toContain(
    'ExecStart=/opt/gishe/gishe kiosk --box /dev/gishe/box --box /dev/ttyS0?baud=19200\n',
  )
})

test('what names no line, or neither showing nor writing, is told', async () => {
  const [line, neither, nowhere] = await Promise.all([
    shell.run('gishe kiosk install --print --box ttyACM0'),
    shell.run('gishe kiosk install'),
    shell.run('gishe kiosk install --write /dev/null'),
  ])
  expect([line.code, neither.code, nowhere.code]).toEqual([2, 2, 2])
  expect(line.stderr).toContain('--box се пише като /dev/ttyACM0?baud=9600')
  expect(neither.stderr).toContain('--print')
  expect(nowhere.stderr).toContain('не може да се запише')
})
