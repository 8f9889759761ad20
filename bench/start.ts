import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { figure, median } from './figures.ts'
import { onPty } from './pty.ts'
import { benchTown } from './town.ts'

const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 25
const DESKS = 9

/** How long a program takes to answer, against the bare start of Node. */
export async function benchStart(): Promise<void> {
  const version: number[] = []
  const floor: number[] = []
  for (let turn = 0; turn < ROUNDS; turn++) {
    version.push(ran(join(ROOT, 'gishe'), ['--version']))
    floor.push(ran(process.execPath, ['-e', '0']))
  }
  figure('start.version', median(version), 'ms')
  figure('start.node', median(floor), 'ms')
  figure('start.version.ratio', median(version) / median(floor), 'x')
  await firstFrame(median(floor))
}

function ran(command: string, args: string[]): number {
  const from = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
  return performance.now() - from
}

/** From the command to the desk with its entry line on the screen, the database being up. */
async function firstFrame(node_ms: number): Promise<void> {
  const town = await benchTown(1)
  await (await town.session(1)).close()
  const frames: number[] = []
  try {
    for (let turn = 0; turn < DESKS; turn++) {
      const desk = onPty(join(ROOT, 'gishe'), ['desk', '--user', 'bench1', '--lang', 'bg'], {
        GISHE_HOME: town.home,
        GISHE_PASSWORD: 'gishe-demo',
      })
      frames.push(await desk.until('Въведете'))
      desk.end()
    }
  } finally {
    await town.end()
  }
  figure('start.desk.first_frame', median(frames), 'ms')
  figure('start.desk.first_frame.ratio', median(frames) / node_ms, 'x')
}
