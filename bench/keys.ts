import { join } from 'node:path'
import { figure, percentile } from './figures.ts'
import { type Echo, type OnPty, onPty } from './pty.ts'
import { benchTown } from './town.ts'

const ROOT = join(import.meta.dirname, '..')
const ENTER = '\r'
const BACKSPACE = '\x7f'
const DOWN = '\x1b[B'
/** What a cashier's fingers do: codes, fragments of names, choosing, mending a slip. */
const FINGERS = [
  ...'2076',
  ENTER,
  ...'2109',
  ENTER,
  ...'семейно',
  DOWN,
  ...Array<string>(7).fill(BACKSPACE),
  ...'скица',
  ...Array<string>(5).fill(BACKSPACE),
]
const ROUNDS = 6

/** Echoes each key at once and does nothing else: the least a program can do. */
const RAW_ECHO =
  "process.stdin.setRawMode(true);process.stdin.on('data',b=>process.stdout.write(b));process.stdout.write('ready')"

/** Time and bytes from a key at the desk to its echo, against a bare write of the same key. */
export async function benchKeys(): Promise<void> {
  const town = await benchTown(1)
  const session = await town.session(1)
  await session.close()
  const desk = onPty(join(ROOT, 'gishe'), ['desk', '--user', 'bench1', '--lang', 'bg'], {
    GISHE_HOME: town.home,
    GISHE_PASSWORD: 'gishe-demo',
  })
  const raw = onPty(process.execPath, ['-e', RAW_ECHO], {})
  try {
    await Promise.all([desk.until('Услуга'), raw.until('ready')])
    await round(desk)
    const ours: Echo[] = []
    const floor: Echo[] = []
    for (let turn = 0; turn < ROUNDS; turn++) {
      ours.push(...(await round(desk)))
      floor.push(...(await round(raw)))
    }
    figure(
      'keys.p50',
      percentile(
        ours.map(e => e.ms),
        0.5,
      ),
      'ms',
    )
    figure(
      'keys.p95',
      percentile(
        ours.map(e => e.ms),
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
    figure('keys.bytes', ours.reduce((sum, e) => sum + e.bytes, 0) / ours.length, 'bytes')
    figure(
      'keys.bytes.p95',
      percentile(
        ours.map(e => e.bytes),
        0.95,
      ),
      'bytes',
    )
  } finally {
    desk.end()
    raw.end()
    await town.end()
  }
}

async function round(program: OnPty): Promise<Echo[]> {
  const echoes: Echo[] = []
  for (const key of FINGERS) {
    const echo = await program.press(key)
    if (!Number.isNaN(echo.ms)) echoes.push(echo)
  }
  return echoes
}
