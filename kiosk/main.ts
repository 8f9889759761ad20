import { type BoxPath, openBoxes } from './buttons/box-line.ts'
import { type Clock, deviceClock } from './clock.ts'
import { Device } from './device.ts'
import { runAlone } from './home.ts'
import { openStage, type Stage } from './screens/stage.ts'
import { pictureOf } from './screens/view.ts'
import { openWatchdog } from './watchdog.ts'

export type KioskOptions = {
  home: string
  boxes: readonly BoxPath[]
  program: string
  /** One line for the journal; never on the screen. */
  log: (line: string) => void
  clock?: Clock
}

const TICK_MS = 1_000
/** More than so many failures that nobody foresaw within a minute: better to begin anew. */
const BUGS = { most: 5, withinMs: 60_000, exitCode: 70 } as const

/**
 * Runs the device on this terminal until it is told to stop; gives back the exit code. Refuses where it runs already. Whatever fails is
 * logged, the screen stays friendly and the device goes on.
 */
export async function runKiosk(options: KioskOptions): Promise<number> {
  const { home, program, log, clock = deviceClock() } = options
  const release = runAlone(home)
  const { promise: ended, resolve: end } = Promise.withResolvers<number>()
  const stage = openStage()
  const device: Device = new Device({ home, program, clock, log, draw: () => draw(stage, device, log) })
  const stopWatching = watchProcess(device, clock, log, end)
  stage.onInput(input => (input.kind === 'quit' ? end(0) : device.take(input)))
  stage.onResize(() => draw(stage, device, log))
  device.take({ kind: 'tick' })
  const ticking = setInterval(() => device.tick(), TICK_MS)
  const watchdog = openWatchdog({ isWell: () => device.isWell(), status: () => device.status() })
  void watchdog.ready()
  const boxes = openBoxesOf(options.boxes, device)
  const code = await ended
  clearInterval(ticking)
  await Promise.all([boxes?.end(), watchdog.end()])
  await device.end()
  stage.end()
  stopWatching()
  release()
  return code
}

function openBoxesOf(paths: readonly BoxPath[], device: Device) {
  if (paths.length === 0) return null
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof openBoxes>>()
  device.hear(listener => {
    const boxes = openBoxes(paths, listener)
    resolve(boxes)
    return boxes
  })
  return { end: async () => (await promise).end() }
}

function draw(stage: Stage, device: Device, log: (line: string) => void): void {
  try {
    stage.show(pictureOf(device.scene(stage.size())))
    device.screenFailed(false)
  } catch (error) {
    log(stackOf(error))
    device.screenFailed(true)
  }
}

/** What nobody foresaw goes to the journal; what comes too often ends the program, which is started anew. Gives back how to stop it. */
function watchProcess(
  device: Device,
  clock: Clock,
  log: (line: string) => void,
  end: (code: number) => void,
): () => void {
  const bugs: number[] = []
  const onBug = (error: unknown) => {
    log(stackOf(error))
    const now = clock.runningMs()
    bugs.push(now)
    if (bugs.filter(at => now - at < BUGS.withinMs).length > BUGS.most) end(BUGS.exitCode)
    device.apologise()
  }
  const onWarning = (warning: Error) => log(`${warning.name}: ${warning.message}`)
  const stop = () => end(0)
  const before = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.removeAllListeners('warning')
  process.on('uncaughtException', onBug)
  process.on('warning', onWarning)
  for (const signal of SIGNALS) process.on(signal, stop)
  process.stdin.on('end', stop)
  process.stdin.on('error', stop)
  return () => {
    process.off('uncaughtException', onBug)
    for (const one of before) process.on('uncaughtException', one)
    for (const signal of SIGNALS) process.off(signal, stop)
    process.stdin.off('end', stop)
    process.stdin.off('error', stop)
  }
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
