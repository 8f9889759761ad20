import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoShell, root, type Shell } from '../support/cli.ts'
import { picturesIn, readPdf } from '../support/pdf-text.ts'
import { pictureOfScreen, readCodes } from '../support/read-codes.ts'

const ADMIN = { GISHE_USER: 'admin', GISHE_DESK: '1' }
const QR = 'QRCode Гише 0123456789'

let shell: Shell
let words: string
beforeAll(async () => {
  shell = await openDemoShell()
  words = (await shell.run('gishe printers test --print', ADMIN)).stdout
})
afterAll(() => shell.close())

/** What somebody at a terminal of 80×24 sees of a command. */
function atTerminal(line: string): Promise<string> {
  const env = { ...ADMIN, PATH: `${root}:${process.env['PATH']}`, HOME: shell.home, GISHE_HOME: shell.home }
  const program = spawn('sh', ['-c', line], { name: 'xterm', cols: 80, rows: 24, env })
  let seen = ''
  program.onData(bytes => {
    seen += bytes
  })
  return new Promise(resolve => program.onExit(() => resolve(seen)))
}

test('a terminal draws the QR code, light on dark whatever its theme, and a phone reads it', async () => {
  const seen = await atTerminal('gishe print preview last')
  expect(seen).toMatch(/\u001b\[97m\u001b\[40m█+/)
  const rows = stripVTControlCharacters(seen).split('\r\n')
  expect(await readCodes(pictureOfScreen(rows))).toEqual([QR])
})

test('a pipe and JSON have the codes in words', async () => {
  const piped = (await shell.run('gishe print preview last', ADMIN)).stdout
  const { text } = (await shell.json('gishe print preview last', ADMIN)) as { text: string }
  for (const said of [words, piped, text]) {
    expect(said).toContain('|| GISHE-012345 ||')
    expect(said).toContain('[QR: Гише 0123456789]')
  }
})

test('--pdf writes both codes, for a scanner and a phone; a folder that is not there is said', async () => {
  const file = join(shell.home, 'page.pdf')
  const { code, stdout } = await shell.run(`gishe print preview last --pdf ${file}`, ADMIN)
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Записано: ${file}\n` })
  const pdf = readFileSync(file)
  const { pages } = await readPdf(pdf)
  const pictures = await Promise.all(pages.map((_, at) => picturesIn(pdf, at + 1)))
  const read = await Promise.all(pictures.map(picture => readCodes(picture, 1)))
  expect(read.flat().sort()).toEqual(['Code128 GISHE-012345', QR])
  expect(await shell.run('gishe print preview last --pdf /няма/a.pdf', ADMIN)).toMatchObject({ code: 2 })
})
