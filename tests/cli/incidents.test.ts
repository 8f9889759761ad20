import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeIncident } from '../../cli/incidents.ts'
import { scramVerifier } from '../../office/staff/scram.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync('/tmp/gishe-incidents-')
  vi.stubEnv('GISHE_HOME', home)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

test('an incident tells the failed statement, but nothing of a password', () => {
  const verifier = scramVerifier('тайна-парола')
  const cause = new Error(`alter role x password '${verifier}'`)
  const { number } = writeIncident(
    new Error(`Failed query: select add_staff($1, $2)\nparams: nov,${verifier},cashier`, { cause }),
  )
  const log = readFileSync(join(home, 'log', 'incidents.log'), 'utf8')
  expect(log).toContain(number)
  expect(log).toContain('params: nov,SCRAM-SHA-256$…,cashier')
  for (const part of verifier.split(/[$:]/).slice(2)) expect(log).not.toContain(part)
})

test('a log that has become large is put aside, and one before it goes', () => {
  const log = join(home, 'log')
  mkdirSync(log)
  writeFileSync(join(log, 'incidents.1.log'), 'the oldest')
  writeFileSync(join(log, 'incidents.log'), 'x'.repeat(5_000_001))
  const { number, path } = writeIncident(new Error('one more'))
  expect(readFileSync(path ?? '', 'utf8')).toMatch(new RegExp(`^\\S+ ${number} Error: one more`))
  expect(readFileSync(join(log, 'incidents.1.log'), 'utf8')).toMatch(/^x+$/)
  writeIncident(new Error('and another'))
  expect(readdirSync(log).toSorted()).toEqual(['incidents.1.log', 'incidents.log'])
  expect(readFileSync(path ?? '', 'utf8')).toContain('one more')
})
