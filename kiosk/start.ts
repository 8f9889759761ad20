import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kiosksRefusals as bg } from '../locales/bg/refusals/kiosks.ts'
import { kiosksRefusals as en } from '../locales/en/refusals/kiosks.ts'
import { Refusal } from '../rules/refusal.ts'
import { type BoxPath, parseBoxPath } from './buttons/box-line.ts'
import { kioskHome } from './home.ts'
import { runKiosk } from './main.ts'

/**
 * The device's own program, apart from all others so that it stays small: its arguments are lines of button boxes. This file lies one level
 * below the installation, in a checkout and in a build.
 */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
const boxes = process.argv.slice(2).flatMap((typed): BoxPath[] => {
  const path = parseBoxPath(typed)
  return path ? [path] : []
})

/** On a terminal the journal would be on the screen: then its last lines are said when the screen is given back. */
const MOST_WAITING = 50
const waiting: string[] = []
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const log = (line: string): void => {
  if (!process.stderr.isTTY) say(line)
  else if (waiting.push(line) > MOST_WAITING) waiting.shift()
}

try {
  const code = await runKiosk({ home: kioskHome(), boxes, program: version, log })
  for (const line of waiting) say(line)
  process.exit(code)
} catch (error) {
  if (!(error instanceof Refusal) || error.code !== 'kiosk.runs_already') throw error
  say((process.env['GISHE_LANG'] === 'en' ? en : bg)['kiosk.runs_already']({}))
  process.exitCode = 1
}
