import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../db/migrations')
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
const frozen: Record<string, string> = JSON.parse(read('frozen.json'))
const journal: { entries: { idx: number; tag: string; when: number }[] } = JSON.parse(
  read('meta/_journal.json'),
)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('a migration that was ever shipped is never changed: towns have applied it as it was', () => {
  for (const [tag, sum] of Object.entries(frozen))
    expect(sha256(read(`${tag}.sql`)), `${tag}.sql was changed; write a new migration instead`).toBe(sum)
})

test('every migration is in the journal and frozen, in one order', () => {
  const tags = journal.entries.map(entry => entry.tag)
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.sql'))
  expect(files.sort()).toEqual(tags.map(tag => `${tag}.sql`).sort())
  const missing = tags.filter(tag => !(tag in frozen)).map(tag => `"${tag}": "${sha256(read(`${tag}.sql`))}"`)
  expect(missing, 'a new migration is frozen by adding its line to db/migrations/frozen.json').toEqual([])
  expect(Object.keys(frozen)).toEqual(tags)
  expect(journal.entries.map(entry => entry.idx)).toEqual(tags.map((_, at) => at))
  const times = journal.entries.map(entry => entry.when)
  expect(times, 'an older `when` would be passed over in a town that has the newer one').toEqual(
    [...new Set(times)].sort((a, b) => a - b),
  )
})

test('a migration is named by a person: a number and what it is about', () => {
  for (const { idx, tag } of journal.entries)
    expect(tag).toMatch(new RegExp(`^${String(idx).padStart(4, '0')}_[a-z]+(_[a-z]+)*$`))
})
