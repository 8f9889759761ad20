import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exitCodeOf } from '../../cli/exits.ts'
import { openShell, type Shell } from '../support/cli.ts'

let shell: Shell

beforeAll(async () => {
  shell = openShell()
  const made = await shell.run('gishe init --demo')
  expect(made).toMatchObject({ code: 0 })
})
afterAll(() => shell.close())

describe('wrong usage is 2 and says how to write it', () => {
  test.each([
    ['gishe fo', 'Няма команда „fo“. Вижте gishe --help.\n'],
    ['gishe payments tak', 'Няма команда „tak“. Вижте gishe --help. Имахте предвид take?\n'],
    [
      'gishe payments take --servce 1',
      'Няма опция --servce. Вижте --help на командата. Имахте предвид --service?\n',
    ],
    ['gishe payments take', 'Липсва задължителната опция --service. Вижте --help на командата.\n'],
    ['gishe payments take --service', 'Опцията --service <услуга> иска стойност.\n'],
    ['gishe staff disable', 'Липсва „потребител“. Вижте --help на командата.\n'],
    ['gishe till show now', 'Твърде много думи след командата. Име с интервал се огражда с кавички.\n'],
    ['gishe till close', 'Посочете преброеното по един начин: --counted, --money или --exact.\n'],
    [
      'gishe reports cash --by moon',
      '--by не може да е „moon“. Изберете: service, department, desk, cashier, tender, payment-code, kind, hour, day, month.\n',
    ],
    ['gishe print jobs --limit 0', '--limit е цяло число от 1 до 10000, а не „0“.\n'],
    ['gishe desk', 'Екранът на касата иска терминал. За скриптове има команди: gishe --help.\n'],
    ['gishe till show --lang en --nothing', 'There is no option --nothing. See --help of the command.\n'],
    ['gishe --lang fr', 'Няма език „fr“. Изберете bg или en. (No such language: choose bg or en.)\n'],
  ])('%s', async (line, stderr) => {
    expect(await shell.run(line)).toEqual({ code: 2, stdout: '', stderr })
  })
})

describe('help', () => {
  test.each(['gishe', 'gishe --help', 'gishe --lang bg', 'gishe --user kasa1 --desk=2'])(
    '%s without a terminal is the help',
    async line => {
      const ran = await shell.run(line)
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      expect(ran.stdout).toContain('Употреба: gishe [опции] [команда]')
      expect(ran.stdout).toContain('плащанията')
    },
  )

  test('the language is asked for by option, variable or locale; a plain locale is Bulgarian', async () => {
    const first = async (line: string, env?: Record<string, string>) =>
      (await shell.run(line, env)).stdout.split(' ')[0]
    expect(await first('gishe --help', { LANG: 'C.UTF-8' })).toBe('Употреба:')
    expect(await first('gishe --help', { LANG: 'bg_BG.UTF-8' })).toBe('Употреба:')
    expect(await first('gishe --help', { LANG: 'en_GB.UTF-8' })).toBe('Usage:')
    expect(await first('gishe --help', { LANG: 'en_GB.UTF-8', LC_ALL: 'bg_BG.UTF-8' })).toBe('Употреба:')
    expect(await first('gishe --help', { GISHE_LANG: 'en' })).toBe('Usage:')
    expect(await first('gishe --lang=bg --help', { GISHE_LANG: 'en' })).toBe('Употреба:')
    expect(await first('gishe payments take --help --lang en')).toBe('Usage:')
  })
})

describe('sign-in', () => {
  const asKasa1 = 'gishe till show --user kasa1'

  test('in a demo whoever may do it is signed in, and it is said who', async () => {
    const ran = await shell.run('gishe staff list')
    expect(ran.code).toBe(0)
    expect(ran.stderr).toBe('ДЕМО: влизане като head (Стоян Стоянов); друг потребител се посочва с --user.\n')
  })

  test('a wrong password is refused', async () => {
    const ran = await shell.run(asKasa1, { GISHE_PASSWORD: 'not-it-at-all' })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('Грешен потребител или парола')
  })

  test('a login typed in Cyrillic is the same login', async () => {
    expect(await shell.run('gishe till show --user каса1')).toMatchObject({ code: 0, stderr: '' })
  })

  test('nobody to ask: the password is asked for by name', async () => {
    const ran = await shell.run('gishe till show --user somebody')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('Нужна е паролата на „somebody“')
  })

  test('a password file serves when it is private, and only then', async () => {
    const path = join(shell.home, 'secret')
    writeFileSync(path, 'gishe-demo\n', { mode: 0o644 })
    const open = await shell.run(`${asKasa1} --password-file ${path}`)
    expect(open).toEqual({
      code: 2,
      stdout: '',
      stderr: `Файлът с парола ${path} е достъпен и за други. Затворете го: chmod 600 ${path}\n`,
    })
    chmodSync(path, 0o600)
    expect(await shell.run(`${asKasa1} --password-file ${path}`)).toMatchObject({ code: 0 })
    expect(await shell.run(asKasa1, { GISHE_PASSWORD_FILE: `${path}.gone` })).toMatchObject({ code: 2 })
  })

  test('the credentials file says who and with what', async () => {
    mkdirSync(join(shell.home, '.config/gishe'), { recursive: true })
    const path = join(shell.home, '.config/gishe/credentials')
    writeFileSync(path, 'kasa2\ngishe-demo\n', { mode: 0o600 })
    try {
      expect(await shell.run('gishe till show')).toEqual({
        code: 0,
        stdout: 'Нямате отворена каса.\n',
        stderr: '',
      })
      chmodSync(path, 0o640)
      expect(await shell.run('gishe till show')).toMatchObject({ code: 2 })
    } finally {
      chmodSync(path, 0o600)
      writeFileSync(path, '')
    }
  })

  test('an unknown desk is refused before anything is done', async () => {
    expect(await shell.run('gishe till open --desk 77 --user kasa1')).toMatchObject({ code: 1, stdout: '' })
    expect((await shell.run('gishe till open --desk x --user kasa1')).stderr).toContain('Няма каса с номер x')
  })

  test('a post that may not is refused', async () => {
    const ran = await shell.run('gishe payments take --service 2016 --user head')
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('Като ръководител не можете да приемате плащания')
  })
})

describe('faults are 3, bugs are 70', () => {
  test.each([
    ['postgres://nobody@127.0.0.1:1/none', /Няма връзка с базата данни/],
    ['mysql://x', /GISHE_DATABASE_URL не е адрес на база/],
  ])('a database at %s', async (url, said) => {
    const ran = await shell.run('gishe till show --user kasa1', {
      GISHE_DATABASE_URL: url,
      GISHE_PASSWORD: 'x',
    })
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toMatch(said)
  })

  test('a folder that is a file', async () => {
    const ran = await shell.run('gishe init --demo', { GISHE_HOME: '/etc/hostname/x' })
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toContain('/etc/hostname/x')
  })

  test('a bug gets a number and a private log with its stack', async () => {
    vi.stubEnv('GISHE_HOME', shell.home)
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const code = exitCodeOf(new TypeError('x is not a function'), 'bg')
    const said = String(stderr.mock.calls[0]?.[0])
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    expect(code).toBe(70)
    const log = await shell.run(
      'cat "$GISHE_HOME/log/incidents.log"; stat -c %a "$GISHE_HOME/log/incidents.log"',
    )
    expect(log.stdout).toContain(`${/номер (\d{6})/.exec(said)?.[1]} TypeError: x is not a function\n    at`)
    expect(log.stdout).toMatch(/\n600\n$/)
  })

  test('a reader that has read enough ends the program quietly', async () => {
    expect(await shell.run('gishe services list --json | head -1')).toMatchObject({ code: 0, stdout: '{\n' })
  })
})

test('without a town every command says how to make one, and makes nothing', async () => {
  const empty = { GISHE_HOME: join(shell.home, 'nothing') }
  const ran = await shell.run('gishe reports cash', empty)
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toContain('gishe init --demo')
  expect((await shell.run('ls "$GISHE_HOME"', empty)).code).not.toBe(0)
})
