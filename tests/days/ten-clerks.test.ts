import { randomUUIDv7 } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addStaff } from '../../office/staff/add-staff.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { kindOf, register, somebody } from '../support/at-the-registry.ts'
import type { RegisterOrders } from '../support/register-program.ts'
import { type TestTown, testTown } from '../support/town.ts'
import { type KeptProgram, keep } from './kept-program.ts'

const CLERKS = Array.from({ length: 10 }, (_, at) => `delo${at + 11}`)
/** Four of them are killed, each at another of their documents, and start again. */
const KILLED_AT = new Map([2, 3, 4, 5].map((document, at) => [CLERKS[at * 2]!, document]))
const EACH = 6

/** A clerk's program with all that was sent and all that was answered, whichever of its lives it was. */
type Clerk = {
  login: string
  program: KeptProgram
  asked: string[]
  told: Map<string, string>
  hasEnough: Promise<void>
}

let town: TestTown
let home: string
let clerks: Clerk[]
beforeAll(async () => {
  home = mkdtempSync('/tmp/gishe-clerks-')
  town = await testTown('18')
  const [admin, delo, kindId] = await Promise.all([
    town.signIn('admin', null),
    town.signIn('delo'),
    kindOf(town),
  ])
  const partyId = await somebody(delo)
  for (const login of CLERKS)
    await addStaff(admin.ctx(), {
      id: randomUUIDv7(),
      login,
      name: `Деловодител ${login}`,
      post: 'clerk',
      password: DEMO_PASSWORD,
    })
  clerks = CLERKS.map(login => clerkAtWork(login, { place: town.place, kindId, partyId }))
  await Promise.all(clerks.map(({ program, hasEnough }) => Promise.race([hasEnough, program.whole])))
  await Promise.all(clerks.map(({ program }) => program.finish()))
  await register(town, delo)
}, 120_000)
afterAll(async () => {
  for (const { program } of clerks) program.abandon()
  await town.close()
  rmSync(home, { recursive: true, force: true })
})

function clerkAtWork(login: string, kit: Pick<RegisterOrders, 'place' | 'kindId' | 'partyId'>): Clerk {
  const asked: string[] = []
  const told = new Map<string, string>()
  const enough = Promise.withResolvers<void>()
  const again = () => {
    const last = asked.at(-1)
    return last === undefined || told.has(last) ? null : last
  }
  const onWord = (line: string) => {
    const [word, id = '', number = ''] = line.split(' ')
    if (word === 'done') told.set(id, number)
    if (word === 'asked') asked.push(id)
    if (word === 'asked' && asked.length === KILLED_AT.get(login)) void killSoon(program, asked.length * 30)
    if (told.size >= EACH) enough.resolve()
  }
  const orders = (): RegisterOrders => ({ ...kit, login, again: again() })
  const program = keep({ file: 'register-program.ts', home, orders, onWord })
  return { login, program, asked, told, hasEnough: enough.promise }
}

/** Not at once: the operation is to be under way, each time at another point of it. */
async function killSoon(program: KeptProgram, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve))
  program.kill9()
}

test('the clerks were at work at the same time, and those who were to be killed were', () => {
  const killed = clerks.filter(({ program }) => program.kills() > 0).map(({ login }) => login)
  expect(killed).toEqual([...KILLED_AT.keys()])
})

test('the numbers of the register have no gap and no double', async () => {
  const rows = await town.sql<{ number: string; sequence: number }[]>`
    select number, sequence from documents join registers r on r.id = register_id where r.is_official order by sequence`
  expect(rows.map(row => row.sequence)).toEqual(rows.map((_, at) => at + 1))
  expect(new Set(rows.map(row => row.number)).size).toBe(rows.length)
})

test('what each clerk was told is there under that number, what was sent is there once, and nothing else', async () => {
  const rows = await town.sql<{ id: string; number: string; login: string }[]>`
    select d.id, d.number, s.login from documents d join staff s on s.id = d.registered_by where s.login <> 'delo'`
  for (const { login, asked, told } of clerks) {
    const theirs = rows.filter(row => row.login === login)
    expect(new Map(theirs.map(({ id, number }) => [id, number]))).toEqual(told)
    expect(theirs.map(({ id }) => id).toSorted()).toEqual([...new Set(asked)].toSorted())
  }
})

test('each document is whole: with its case, its place there, its sender, its slip and its line in the logbook', async () => {
  const [parts] = await town.sql`
    select count(*)::int as documents,
      count(*) filter (where opens_case)::int as opening,
      (select count(*)::int from cases) as cases,
      (select count(*)::int from filings f where exists (select from documents d where d.id = f.document_id and d.case_id = f.case_id)) as filed,
      (select count(distinct document_id)::int from document_parties where role = 'sender') as senders,
      (select count(distinct subject_id)::int from print_jobs where kind = 'slip') as slips,
      (select count(*)::int from print_jobs where kind = 'slip') as papers,
      (select count(*)::int from logbook where act = 'documents.receive') as lines
    from documents`
  const all = clerks.reduce((sum, { told }) => sum + told.size, 0)
  const whole = { documents: all + 1, opening: all + 1, cases: all + 1, filed: all + 1, senders: all + 1 }
  expect(parts).toEqual({ ...whole, slips: all, papers: all, lines: all + 1 })
})
