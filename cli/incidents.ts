import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { homeFolder, makeHome } from '../db/home.ts'

/**
 * Notes a bug with its stack in GISHE_HOME/log/incidents.log, readable by its owner alone, and gives it a number that a person
 * can read out. A log that has become large is kept as incidents.1.log in place of the one before. Where the log cannot be written the stack goes to stderr and `path` is null.
 */
export function writeIncident(error: unknown): { number: string; path: string | null } {
  const number = String(randomInt(100_000, 1_000_000))
  const stack = withoutSecrets(error instanceof Error ? error.stack + causesOf(error) : String(error))
  const home = homeFolder()
  const path = join(home, 'log', 'incidents.log')
  try {
    makeHome(home)
    mkdirSync(join(home, 'log'), { recursive: true, mode: 0o700 })
    putLargeAside(path)
    appendFileSync(path, `${Temporal.Now.instant()} ${number} ${stack}\n\n`, { mode: 0o600 })
    return { number, path }
  } catch {
    process.stderr.write(`${stack}\n`)
    return { number, path: null }
  }
}

const MOST_BYTES = 5_000_000

/** Of two programs that see it at once the second finds nothing large any more, or nothing to rename. */
function putLargeAside(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > MOST_BYTES) renameSync(path, join(dirname(path), 'incidents.1.log'))
}

/** A failed statement is told with its parameters; what is kept of a password is not for a log. */
const withoutSecrets = (text: string): string => text.replace(/SCRAM-SHA-256\$[^\s,]+/g, 'SCRAM-SHA-256$…')

const causesOf = (error: Error): string =>
  error.cause instanceof Error ? `\ncaused by ${error.cause.stack}${causesOf(error.cause)}` : ''
