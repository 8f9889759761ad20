import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commands as bg } from '../../locales/bg/commands.ts'
import { commands as en } from '../../locales/en/commands.ts'
import { faultNames } from '../../printers/emulators/faults.ts'
import { openShell, root } from '../support/cli.ts'

const shell = openShell()
const folder = mkdtempSync(join(tmpdir(), 'gishe-emulate-'))
afterAll(async () => {
  await shell.close()
  rmSync(folder, { recursive: true })
})

/** The program with a pipe to its orders. */
function emulating(...args: string[]) {
  const child = spawn(join(root, 'gishe'), ['printers', 'emulate', ...args], {
    env: { ...process.env, GISHE_HOME: shell.home },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', bytes => {
    said.stdout += bytes
  })
  child.stderr.on('data', bytes => {
    said.stderr += bytes
  })
  const ended = new Promise<number | null>(done => child.on('close', done))
  return { child, said, ended, order: (word: string) => child.stdin.write(`${word}\n`) }
}

const freePort = () =>
  new Promise<number>(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A receipt for 5.00 in the frames of group A, as the maker describes them. */
const RECEIPT = [
  '01422130312C303030302C312C44543030303630302D4F5030312D303030313030300530363A3703',
  '01312231D2E0EAF1E009C1352E30302A310530363D3E03',
  '012B23350950 31302E30300530313D3003'.replace(' ', ''),
  '01242838053030383903',
]

test('every fault is explained in the help, in both languages', () => {
  for (const texts of [bg, en])
    for (const name of faultNames) expect(texts['printers emulate'].more, name).toContain(name)
})

test('a fiscal device on the network: what it printed and what it issued, before anything is set up', async () => {
  const port = await freePort()
  const { said, ended, order } = emulating('datecs', '--tcp', String(port), '--json')
  await expect.poll(() => said.stdout, { timeout: 10_000 }).toContain(`tcp://127.0.0.1:${port}`)
  const socket = connect(port, '127.0.0.1')
  for (const frame of RECEIPT) {
    socket.write(Buffer.from(frame, 'hex'))
    await new Promise(done => socket.once('data', done))
  }
  socket.destroy()
  await expect.poll(() => said.stdout, { timeout: 5_000 }).toContain('"document"')
  order('stop')
  expect(await ended).toBe(0)
  const lines = said.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines[0]).toEqual({ listening: `tcp://127.0.0.1:${port}` })
  expect(lines.find(line => line.document)).toMatchObject({
    document: {
      document: 1,
      kind: 'sale',
      unp: 'DT000600-OP01-0001000',
      total: 500,
      tenders: [{ mode: 'P', cents: 500 }],
    },
  })
  expect(lines.flatMap(line => line.paper ?? [])).toContain('УНП: DT000600-OP01-0001000')
})

test('a receipt printer on a serial port keeps its name while the cable is pulled and put back', async () => {
  const link = join(folder, 'lp')
  const paper = join(folder, 'paper.txt')
  const { child, said, ended, order } = emulating('escpos', '--pty', '--link', link, '--paper', paper)
  await expect.poll(() => existsSync(link), { timeout: 10_000 }).toBe(true)
  expect(said.stdout).toContain(`serial:${link}?baud=115200`)
  order('unplug')
  order('plug-in')
  await expect.poll(() => said.stdout.split(link).length, { timeout: 5_000 }).toBe(3)
  order('fire')
  await expect.poll(() => said.stderr).toContain('„fire“')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(existsSync(link)).toBe(false)
  expect(existsSync(paper) ? readFileSync(paper, 'utf8') : '').toBe('')
})

test('a paper that stopped half-way goes on where it was', async () => {
  const port = await freePort()
  const { said, ended, order } = emulating('escpos', '--tcp', String(port))
  await expect.poll(() => said.stdout, { timeout: 10_000 }).toContain(String(port))
  const socket = connect(port, '127.0.0.1')
  socket.write('first\n')
  await expect.poll(() => said.stdout, { timeout: 5_000 }).toContain('first')
  socket.write('second\n\x1dV\x00')
  await expect.poll(() => said.stdout, { timeout: 5_000 }).toContain('second')
  socket.destroy()
  order('stop')
  expect(await ended).toBe(0)
  expect(said.stdout.match(/first/g)).toHaveLength(1)
})

test.each([
  ['printers emulate oven --pty', '„oven“'],
  ['printers emulate datecs', '--pty'],
  ['printers emulate datecs --pty --fault nak@buy', '@buy'],
  ['printers emulate escpos --pty --rom abacus', 'abacus'],
  ['printers emulate escpos --tcp 99999', '99999'],
])('%s is wrong usage', async (line, piece) => {
  const { code, stderr } = await shell.run(`gishe ${line}`)
  expect(code).toBe(2)
  expect(stderr).toContain(piece)
})
