import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { afterEach, expect, test } from 'vitest'
import { pictureOf } from '../../../kiosk/screens/view.ts'
import { sceneAt } from '../../support/kiosk-scene.ts'
import { openStageTerminal, type StageTerminal } from '../../support/stage-terminal.ts'

type Program = {
  pid: number
  write: (bytes: string) => void
  /** Waits until the screen shows the text, and gives the screen. */
  until: (text: string) => Promise<string>
  isCursorShown: () => boolean
  term: xterm.Terminal
}

/** The stage's program under a shell in a real terminal, that tells in the end how it finds the terminal. */
async function inTerminal(terminal: string, act: (program: Program) => Promise<void>): Promise<string> {
  const show = `stty -a | grep -oE -e '-?(icanon|echo|icrnl)\\b' | sort | tr '\\n' ' '`
  const script = `sh -c 'echo pid $$.; exec "$0" tests/support/stage-program.ts' "$0" 2>/dev/null; echo "code $?"; ${show}; echo over`
  const shell = spawn('bash', ['-c', script, process.execPath], {
    cols: 80,
    rows: 24,
    name: terminal,
    env: { ...process.env, TERM: terminal, LANG: 'C', LC_ALL: 'C' },
  })
  const term = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true })
  let sent = ''
  const screen = () =>
    Array.from(
      { length: 24 },
      (_, index) => term.buffer.active.getLine(index)?.translateToString(true).trimEnd() ?? '',
    ).join('\n')
  const awaited: { text: string; tell: (screen: string) => void }[] = []
  const look = () => {
    for (const one of awaited.splice(0))
      if (screen().includes(one.text)) one.tell(screen())
      else awaited.push(one)
  }
  shell.onData(bytes => {
    sent += bytes
    term.write(bytes, look)
  })
  const until = (text: string) =>
    new Promise<string>(tell => {
      awaited.push({ text, tell })
      look()
    })
  const isCursorShown = () => sent.lastIndexOf('\x1b[?25h') >= sent.lastIndexOf('\x1b[?25l')
  await until('Отлично')
  await act({
    pid: Number(/pid (\d+)\./.exec(sent)?.[1]),
    write: bytes => shell.write(bytes),
    until,
    isCursorShown,
    term,
  })
  const last = await until('over')
  const { buffer, modes } = term
  const told = /code \d+.*over/s.exec(last)?.[0]
  return `${told}\n${buffer.active.type} screen, mouse ${modes.mouseTrackingMode}, ${isCursorShown() ? 'cursor' : 'no cursor'}`
}

const givenBack = (code: number) => `code ${code}\necho icanon icrnl over\nnormal screen, mouse none, cursor`

test('digits, mouse and finger press faces; nothing is echoed and no cursor is seen', async () => {
  const after = await inTerminal('xterm', async ({ write, until, isCursorShown, term }) => {
    expect(term.buffer.active.type).toBe('alternate')
    expect(term.modes.mouseTrackingMode).toBe('vt200')
    write('qwertyявертъ')
    write('2')
    expect(await until('Пропусни')).not.toMatch(/qwerty|ÑÐ/)
    // Before somebody could have seen it the second question takes no answer.
    const taps = setInterval(() => {
      write('\x1b[<0;40')
      write(';21M\x1b[<0;40;21m')
    }, 100)
    await until('Оценката Ви е записана.')
    clearInterval(taps)
    write('\x1b[<0;70;3M\x1b[<0;70;3m')
    await until('Excellent')
    write('\x1b[M Y.')
    await until('Your answer is kept.')
    expect(isCursorShown()).toBe(false)
    write('\x03')
  })
  expect(after).toBe(givenBack(3))
})

test('the terminal is given back after SIGTERM', async () => {
  const after = await inTerminal('xterm', async ({ pid }) => {
    process.kill(pid, 'SIGTERM')
  })
  expect(after).toBe(givenBack(0))
})

test('a bug gives the terminal back too, also on a Linux console in an office without a locale', async () => {
  const after = await inTerminal('linux', async ({ write, until, isCursorShown }) => {
    expect(isCursorShown()).toBe(false)
    expect(await until('Добре')).toContain('┌────────────┐')
    write('9')
  })
  expect(after).toBe(givenBack(1))
})

let opened: StageTerminal | null = null
afterEach(() => opened?.stage.end())
const open = () => {
  opened = openStageTerminal({ columns: 80, rows: 24 })
  return opened
}

test('the same picture again draws nothing, another one only what differs', async () => {
  const { stage, frame, written } = open()
  stage.show(pictureOf(sceneAt({ at: 'question' })))
  await frame()
  written()
  stage.show(pictureOf(sceneAt({ at: 'question' })))
  await frame()
  expect(written()).toBe('')
  stage.show(pictureOf(sceneAt({ at: 'question' }, { isClosed: true })))
  await frame()
  const drawn = written()
  expect(drawn).toContain('Приемната')
  expect(drawn).not.toMatch(/█|Доволни|\x1b\[[23]?J/)
})

test('another size of the terminal is drawn as large as it fits', async () => {
  const { stage, frame, resize } = open()
  const show = () => stage.show(pictureOf(sceneAt({ at: 'question' }, { size: stage.size() })))
  stage.onResize(show)
  show()
  await resize({ columns: 160, rows: 45 })
  const large = await frame()
  expect(large).toContain('┌────────────────────────┐      ┌')
  await resize({ columns: 80, rows: 24 })
  expect(await frame()).toContain(' ┌────────────┐  ┌')
})

test('a touch beside everything does nothing', async () => {
  const { stage, inputs, send } = open()
  stage.show(pictureOf(sceneAt({ at: 'question' })))
  await send('\x1b[<0;40;2M\x1b[<0;40;2m')
  expect(inputs).toEqual([])
  await send('\x1b[<0;5;10M')
  expect(inputs).toEqual([{ kind: 'touch', zone: { what: 'face', face: 1 } }])
})
