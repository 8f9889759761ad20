import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerDocument } from '../../office/documents/register-document.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { kindOf, register, somebody } from '../support/at-the-registry.ts'
import { type TestTown, testTown } from '../support/town.ts'

const PROGRAM = join(import.meta.dirname, '../support/register-program.ts')
const KILLS = 3

let town: TestTown
let clerk: Session
beforeAll(async () => {
  town = await testTown('18')
  clerk = await town.signIn('delo')
})
afterAll(() => town.close())

/** Starts a clerk's program and kills it some documents later, while the next one is on its way. */
async function killed(kit: { kindId: string; partyId: string }, after: number) {
  const program = spawn(process.execPath, [PROGRAM, JSON.stringify({ place: town.place, ...kit })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: string[] = []
  let asked = ''
  for await (const line of createInterface(program.stdout)) {
    const [word, id = '', number = ''] = line.split(' ')
    if (word === 'done') told.push(number)
    else asked = id
    if (word === 'asked' && told.length === after) {
      // Not at once: the operation is to be under way, each time at another point of it.
      for (let turn = 0; turn < after * 40; turn++) await new Promise(resolve => setImmediate(resolve))
      program.kill('SIGKILL')
    }
  }
  return { told, asked }
}

test('a clerk whose program is killed loses no number and doubles none', async () => {
  const kit = { kindId: await kindOf(town), partyId: await somebody(clerk) }
  const told: string[] = []
  for (let turn = 1; turn <= KILLS; turn++) {
    const { told: numbers, asked } = await killed(kit, turn)
    told.push(...numbers)
    const input = {
      documentId: asked,
      direction: 'incoming' as const,
      kindId: kit.kindId,
      channel: 'desk' as const,
      subject: 'Регистриран, докато токът спира',
      parties: [{ partyId: kit.partyId, role: 'sender' as const }],
      print: ['slip' as const],
    }
    // What was being registered is either there whole or not at all: sent again it is there once.
    const again = await registerDocument(clerk.ctx(), input)
    expect(await registerDocument(clerk.ctx(), input)).toEqual(again)
    told.push(again.number)
  }
  await register(town, clerk)
  const rows = await town.sql<{ number: string; sequence: number }[]>`
    select number, sequence from documents join registers r on r.id = register_id where r.is_official order by sequence`
  expect(rows.map(row => row.sequence)).toEqual(rows.map((_, at) => at + 1))
  expect(new Set(rows.map(row => row.number)).size).toBe(rows.length)
  for (const number of told) expect(rows.map(row => row.number)).toContain(number)
  const [left] = await town.sql`
    select (select count(*)::int from cases where not exists (select from documents d where d.case_id = cases.id and opens_case)) as cases,
      (select count(*)::int from documents d where not exists (select from filings f where f.document_id = d.id)) as unfiled,
      (select count(*)::int from documents d where not exists (select from logbook l where l.subject_id = d.id)) as unlogged`
  expect(left).toEqual({ cases: 0, unfiled: 0, unlogged: 0 })
})
