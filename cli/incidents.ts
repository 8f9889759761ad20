import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolder, makeHome } from '../db/home.ts'

/**
 * Notes a bug with its stack in GISHE_HOME/log/incidents.log, readable by its owner alone, and gives it a number that a person
 * can read out. Where the log cannot be written the stack goes to stderr and `path` is null.
 */
export function writeIncident(error: unknown): { number: string; path: string | null } {
  const number = String(randomInt(100_000, 1_000_000))
  const stack = withoutSecrets(error instanceof Error ? error.stack + causesOf(error) : String(error))
  const home = homeFolder()
  const path = join(home, 'log', 'incidents.log')
  try {
    makeHome(home)
    mkdirSync(join(home, 'log'), { recursive: true, mode: 0o700 })
    appendFileSync(path, `${Temporal.Now.instant()} ${number} ${stack}\n\n`, { mode: 0o600 })
    return { number, path }
  } catch {
    process.stderr.write(`${stack}\n`)
    return { number, path: null }
  }
}

/** A failed statement is told with its parameters; what is kept of a password is not for a log. */
const withoutSecrets = (text: string): string => text.replace(/SCRAM-SHA-256\$[^\s,]+/g, 'SCRAM-SHA-256$…')

const causesOf = (error: Error): string =>
  error.cause instanceof Error ? `\ncaused by ${error.cause.stack}${causesOf(error.cause)}` : ''
