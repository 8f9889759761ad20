import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let folder: string
let program: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gishe-terminal-'))
  program = join(folder, 'demo.mjs')
  await build({
    entryPoints: ['tests/support/demo-program.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    plugins: [
      {
        name: 'without devtools',
        setup: bundle => {
          bundle.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'none' }))
          bundle.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {}' }))
        },
      },
    ],
  })
})
afterAll(async () => rm(folder, { recursive: true }))

/** Runs the demo in a real terminal under a shell, lets `act` end it, and gives what the shell's user then sees. */
async function afterwards(act: (write: (bytes: string) => void, pid: number) => void): Promise<string> {
  const show = `stty -a | grep -oE -e '-?(icanon|echo|icrnl)\\b' | sort | tr '\\n' ' '`
  const script = `sh -c 'echo pid $$.; exec "$0" "$1"' "$0" "$1"; echo "code $?"; ${show}; echo over`
  const shell = spawn('bash', ['-c', script, process.execPath, program], {
    cols: 80,
    rows: 24,
    name: 'xterm',
  })
  const term = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true })
  const over = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<number>()
  let sent = ''
  shell.onData(bytes => {
    sent += bytes
    term.write(bytes)
    const pid = /pid (\d+)\./.exec(sent)?.[1]
    if (pid && sent.includes('Услуга')) ready.resolve(Number(pid))
    if (sent.includes('over')) over.resolve()
  })
  act(bytes => shell.write(bytes), await ready.promise)
  await over.promise
  await new Promise<void>(resolve => term.write('', resolve))
  const { active } = term.buffer
  const rows = Array.from({ length: 24 }, (_, index) => active.getLine(index)?.translateToString(true) ?? '')
  const modes = `${active.type} screen, paste ${term.modes.bracketedPasteMode ? 'marked' : 'plain'}`
  const isCursorShown = sent.lastIndexOf('\x1b[?25h') > sent.lastIndexOf('\x1b[?25l')
  return [...rows.filter(row => row !== '').slice(1), modes, isCursorShown ? 'cursor' : 'no cursor'].join(
    '\n',
  )
}

const GIVEN_BACK = 'echo icanon icrnl over\nnormal screen, paste plain\ncursor'

test('a quit gives the terminal back, and the last word is seen', async () => {
  expect(await afterwards(write => write('\x1b[24~'))).toBe(`goodbye\ncode 0\n${GIVEN_BACK}`)
})
test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s gives the terminal back', async signal => {
  expect(await afterwards((_, pid) => process.kill(pid, signal))).toBe(`goodbye\ncode 0\n${GIVEN_BACK}`)
})
test('a bug outside every operation leaves its trace to be read on an ordinary screen', async () => {
  const seen = await afterwards(write => write('crash\r'))
  expect(seen).toContain('Error: a wild bug')
  expect(seen).toMatch(new RegExp(`code 1\n${GIVEN_BACK}$`))
})
test('an abrupt exit gives the terminal back', async () => {
  expect(await afterwards(write => write('exit\r'))).toBe(`code 3\n${GIVEN_BACK}`)
})

test('a terminal that is closed leaves time to put things away', async () => {
  const farewell = join(folder, 'farewell')
  const terminal = spawn(process.execPath, [program, farewell], { cols: 80, rows: 24, name: 'xterm' })
  const ready = Promise.withResolvers<void>()
  terminal.onData(bytes => bytes.includes('Услуга') && ready.resolve())
  await ready.promise
  const closable = terminal as unknown as { destroy: () => void }
  closable.destroy()
  await vi.waitFor(async () => expect(await readFile(farewell, 'utf8')).toBe('all put away'), 4000)
})
