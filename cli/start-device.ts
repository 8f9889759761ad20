import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The device runs for months on a small machine and computes little: it is interpreted and not compiled, and collects its garbage early.
 */
const SMALL = ['--lite-mode', '--max-semi-space-size=1']

/** Becomes the program of the device, in this process and on this terminal; does not return. */
export function becomeDevice(boxes: readonly string[], env: NodeJS.ProcessEnv): never {
  const built = join(import.meta.dirname, 'kiosk.js')
  const program = existsSync(built) ? built : join(import.meta.dirname, '../kiosk/start.ts')
  process.execve?.(process.execPath, [process.execPath, ...SMALL, program, ...boxes], env)
  throw new Error('this system cannot start the device')
}

/** The lines of boxes where nothing but the device is asked for, so that nothing else need be read; null for everything else. */
export function plainlyDevice(args: readonly string[]): string[] | null {
  const [subject, ...rest] = args
  if (subject !== 'kiosk' || !process.stdin.isTTY || !process.stdout.isTTY) return null
  const boxes = rest.filter((_, at) => at % 2 === 1)
  const isPlain = rest.every((arg, at) => (at % 2 === 0 ? arg === '--box' : /^\/[^?]+$/.test(arg)))
  return isPlain && rest.length === boxes.length * 2 ? boxes : null
}
