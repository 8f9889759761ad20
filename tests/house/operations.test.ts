import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const OFFICE = join(import.meta.dirname, '../../office')
const read = (file: string) => readFileSync(join(OFFICE, file), 'utf8')

/** Reads shared by operations and pieces of them: no operation of their own. */
const PIECES =
  /\/(lookup|dossier-sections|queue-print|voucher|book-papers|fiscal-papers|handed-money|card-terminals|enter-[a-z]+|standard-registry|assignees|place|history|contents|paid-basket|print-queue|scram|catalogue|demo-town|demo-register|demo-documents|demo-kiosks|demo-structure|settlements|holidays|municipalities|card-text|shipped-cards|phases|next-phase|request-plan|request-slip|act|events|ending|configuration|word|question-text)\.ts$/
/** Signing in, founding and what the owner makes for training come before anybody may be authorised. */
const BEFORE_AUTHORITY = [
  'staff/sign-in.ts',
  'kiosks/open-hub.ts',
  'kiosks/make-hub.ts',
  'town/found-town.ts',
  'town/fill-training.ts',
]
/** What is open to every post. */
const OPEN_TO_ALL = ['desks/list-desks.ts']
/**
 * The way of a paper is in the paper's own state; who resolved a doubt is in the logbook. How a printer or a device does is nobody's act, and
 * a press is its own record.
 */
const KEPT_ELSEWHERE = [
  'print/move-job.ts',
  'print/tell-state.ts',
  'kiosks/take-presses.ts',
  'kiosks/hear-kiosk.ts',
  'kiosks/watch-kiosks.ts',
]

const operations = globSync('*/*.ts', { cwd: OFFICE }).filter(file => !PIECES.test(file))
const writes = /\.(insert|update|delete)\(|select (add_staff|disable_staff|set_staff_password)/

describe.each(operations.sort())('office/%s', file => {
  const text = read(file)
  test('is named verb-noun and exports an operation', () => {
    expect(file).toMatch(/^[a-z-]+\/[a-z]+(-[a-z]+)+\.ts$/)
    expect(text).toMatch(/export (async )?(function|const) \w+/)
  })
  test.skipIf([...BEFORE_AUTHORITY, ...OPEN_TO_ALL].includes(file))('authorises first', () => {
    expect(text).toMatch(/authorise\(ctx, '/)
  })
  test.runIf(writes.test(text) && !KEPT_ELSEWHERE.includes(file))(
    'writes the logbook in its transaction',
    () => {
      expect(text).toMatch(/writeLogbook\(tx, |\.insert\(logbook\)/)
      expect(text).toMatch(/inTransaction\(/)
    },
  )
})

test('nothing else writes: no door, no printer, no rule says insert, update or delete', () => {
  const others = globSync(
    ['cli/**/*.ts', 'tui/**/*.{ts,tsx}', 'web/**/*.ts', 'kiosk/**/*.ts', 'printers/**/*.ts', 'rules/**/*.ts'],
    {
      cwd: join(OFFICE, '..'),
    },
  )
  const writers = others.filter(file =>
    /\b(db|tx)\s*\.(insert|update|delete)\(/.test(readFileSync(join(OFFICE, '..', file), 'utf8')),
  )
  expect(writers).toEqual([])
})
