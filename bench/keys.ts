import { join } from 'node:path'
import { figure, median, percentile } from './figures.ts'
import { type Echo, type OnPty, onPty } from './pty.ts'
import { type BenchTown, benchTown } from './town.ts'

const ROOT = join(import.meta.dirname, '..')
const BACKSPACE = '\x7f'
const DOWN = '\x1b[B'
/** A fast clerk's eight keys a second, and the look at the screen after a word or a command. */
const RHYTHM_MS = 120
const LOOK_MS = 500
const WORDS = ['2076', '2109', 'семейно', 'скица', 'наследници']
const ROUNDS = 6

/** Echoes each key at once and does nothing else: the least a program can do. */
const RAW_ECHO =
  "process.stdin.setRawMode(true);process.stdin.on('data',b=>process.stdout.write(b));process.stdout.write('ready')"

/**
 * Time and bytes from a key at the desk to its echo, against a bare write of the same key. `keys.bytes` is the echo of a typed
 * key; the mean also shares out what is drawn when typing rests (the list of what was found) over the typed keys. `register.keys` are those of a whole document.
 */
export async function benchKeys(): Promise<void> {
  const town = await benchTown(1)
  await (await town.session(1)).close()
  const desk = onPty(join(ROOT, 'gishe'), ['desk', '--user', 'bench1', '--lang', 'bg'], {
    GISHE_HOME: town.home,
    GISHE_PASSWORD: 'gishe-demo',
  })
  const raw = onPty(process.execPath, ['-e', RAW_ECHO], {})
  try {
    await Promise.all([desk.until('Въведете'), raw.until('ready')])
    await round(desk)
    const typed: Echo[] = []
    const commands: Echo[] = []
    const floor: Echo[] = []
    for (let turn = 0; turn < ROUNDS; turn++) {
      const ours = await round(desk)
      typed.push(...ours.typed)
      commands.push(...ours.commands)
      floor.push(...(await round(raw)).typed)
    }
    const all = [...typed, ...commands]
    figure('keys.p50', median(all.map(e => e.ms)), 'ms')
    figure(
      'keys.p95',
      percentile(
        all.map(e => e.ms),
        0.95,
      ),
      'ms',
    )
    figure(
      'keys.floor.p95',
      percentile(
        floor.map(e => e.ms),
        0.95,
      ),
      'ms',
    )
    figure('keys.bytes', median(typed.map(e => e.bytes)), 'bytes')
    figure('keys.bytes.mean', mean(typed.map(e => e.bytes)), 'bytes')
    figure('keys.commands.bytes.mean', mean(commands.map(e => e.bytes)), 'bytes')
    figure('register.keys', await keysOfDocument(town), 'keys')
  } finally {
    desk.end()
    raw.end()
    await town.end()
  }
}

const [ENTER, TAB, F8] = ['\r', '\t', '\x1b[19~']
/** A whole document of somebody who is in the register: who, how many sheets and attachments, and off it goes. */
const DOCUMENT = [...'6346157446', ENTER, 'Молба за ремонт на улица', TAB, TAB, '3', TAB, '1', F8]

/** How many keys a clerk presses for a document, beside the letters of its subject; it really is registered. */
async function keysOfDocument(town: BenchTown): Promise<number> {
  const registry = onPty(join(ROOT, 'gishe'), ['desk', '--user', 'delo', '--lang', 'bg'], {
    GISHE_HOME: town.home,
    GISHE_PASSWORD: 'gishe-demo',
  })
  try {
    await registry.until('Писмо')
    for (const key of DOCUMENT) await registry.press(key, key === ENTER ? LOOK_MS : RHYTHM_MS)
    await registry.until('Регистриран: ')
    return DOCUMENT.filter(key => key.length === 1 || key === F8).length
  } finally {
    registry.end()
  }
}

/** Types each word, looks, chooses in the list, and wipes the word out again. */
async function round(program: OnPty): Promise<{ typed: Echo[]; commands: Echo[] }> {
  const typed: (Echo | null)[] = []
  const commands: (Echo | null)[] = []
  for (const word of WORDS) {
    const letters = [...word]
    for (const [at, letter] of letters.entries())
      typed.push(await program.press(letter, at === letters.length - 1 ? LOOK_MS : RHYTHM_MS))
    commands.push(await program.press(DOWN, LOOK_MS))
    for (const _ of letters) typed.push(await program.press(BACKSPACE, RHYTHM_MS))
  }
  return { typed: typed.filter(e => e !== null), commands: commands.filter(e => e !== null) }
}

const mean = (measured: readonly number[]): number =>
  measured.reduce((sum, one) => sum + one, 0) / measured.length
