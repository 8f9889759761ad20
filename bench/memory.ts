import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { figure } from './figures.ts'
import { benchTown } from './town.ts'

const ROOT = join(import.meta.dirname, '..')
/** After so many payments everything that is loaded once is loaded. */
const SETTLED = 200
const PAYMENTS = 2000
const BYTES_OF_MB = 2 ** 20

/**
 * What one program of the desk keeps of 2 000 payments: its heap, swept, after them against that after 200, with the real
 * screens, keys and database.
 */
export async function benchMemory(): Promise<void> {
  const { openTestDesk } = await builtDesk()
  const town = await benchTown(1)
  await (await town.session(1)).close()
  const desk = await openTestDesk({ place: town.place } as never, { as: 'bench1', desk: 1 })
  try {
    await desk.until('Кошницата е празна')
    const settled = await heapAfter(desk, 0, SETTLED)
    const grown = await heapAfter(desk, SETTLED, PAYMENTS)
    figure('desk.memory.heap', grown / BYTES_OF_MB, 'MB')
    figure('desk.memory.floor', settled / BYTES_OF_MB, 'MB')
    figure('desk.memory.growth', grown / settled, 'x')
  } finally {
    await desk.close()
    await town.end()
  }
}

/** The screens on a test terminal, bundled as the program is: Node reads no .tsx, and React's development build keeps a record of every drawing. */
async function builtDesk(): Promise<typeof import('../tests/support/desk-door.ts')> {
  process.env['NODE_ENV'] = 'production'
  const outfile = join(ROOT, 'dist', 'bench-desk.mjs')
  await build({
    entryPoints: [join(ROOT, 'tests/support/desk-door.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return import(pathToFileURL(outfile).href)
}

type Desk = { type: (text: string) => Promise<void>; until: (text: string) => Promise<void> }

/** A payment at a time, each seen on the screen before the next. */
async function heapAfter(desk: Desk, from: number, to: number): Promise<number> {
  for (let payment = from + 1; payment <= to; payment++) {
    await desk.type('2076\r\r\r')
    await desk.until(`${String(payment).padStart(6, '0')}`)
  }
  return swept()
}

const swept = (): number => {
  setFlagsFromString('--expose-gc')
  const sweep = runInNewContext('gc') as () => void
  sweep()
  return process.memoryUsage().heapUsed
}
