import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const codesIn = (text: string) => [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(match => match[1]!)

const facts = read('rules/refusal.ts').split('type OfficeRefusals')[1]!.split('\n}\n')[0]!
const bySubject = globSync('rules/refusals/*.ts', { cwd: ROOT })
const codes = codesIn([facts, ...bySubject.map(read)].join('\n'))

test('every refusal is provoked by a test: somebody has seen the program say no', () => {
  const tests = globSync('tests/**/*.test.{ts,tsx}', { cwd: ROOT }).filter(
    file => !/tests\/house\//.test(file),
  )
  const provoked = new Set(tests.flatMap(file => codesIn(read(file))))
  expect(codes.length).toBeGreaterThan(30)
  expect(codes.filter(code => !provoked.has(code))).toEqual([])
})

test('every refusal is said somewhere: no code without a cause', () => {
  const folders = 'rules,office,db,cli,tui,printers,web,kiosk'
  const files = globSync(`{${folders}}/**/*.{ts,tsx,sql}`, { cwd: ROOT }).filter(
    file => file !== 'rules/refusal.ts' && !bySubject.includes(file),
  )
  const text = files.map(read).join('\n')
  const said = new Set(codesIn(text))
  const isSaid = (code: string) => said.has(code) || text.includes(`\`${code.split('.')[0]}.\${`)
  expect(codes.filter(code => !isSaid(code))).toEqual([])
})
