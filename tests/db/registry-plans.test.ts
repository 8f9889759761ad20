import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCases } from '../../office/cases/find-cases.ts'
import type { Ctx } from '../../office/context.ts'
import { findDocuments } from '../../office/documents/find-documents.ts'
import { seeEntryDesk } from '../../office/documents/see-entry-desk.ts'
import { listRequests } from '../../office/requests/list-requests.ts'
import { showRequest } from '../../office/requests/show-request.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { listTasks } from '../../office/tasks/list-tasks.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

/** What only grows: none of it is read whole for a screen that is open all day. */
const HISTORY = [
  'cases',
  'case_access',
  'documents',
  'document_parties',
  'filings',
  'requests',
  'request_endings',
  'hand_outs',
  'tasks',
  'open_tasks',
  'open_requests',
]

// Only the owner of the embedded server may fill tables without their triggers.
describe.each(newest)('what the lists of the registry read on PostgreSQL %s', version => {
  let town: RegistryTown
  const sessions = new Map<string, Session>()
  let mine: { requestId: string; caseId: string }
  beforeAll(async () => {
    town = await registryTown(version)
    mine = await town.seedRequest({ department: 'kad1', dueOn: town.today.add({ days: 3 }) })
    await town.seedTask({
      caseId: mine.caseId,
      to: 'kada1',
      department: 'kad1',
      dueOn: town.today.add({ days: 3 }),
    })
    await town.sql`insert into document_parties (document_id, ordinal, role, party_id, name)
      select ${mine.requestId}, 1, 'applicant', id, name from parties limit 1`
    await fillUp(town)
    for (const login of ['selo1', 'kada1', 'glava1', 'delo'])
      sessions.set(login, await town.signIn(login, null))
  })
  afterAll(() => town.close())

  const lists: Record<string, (ctx: Ctx) => Promise<unknown>> = {
    'the list of cases': ctx => findCases(ctx, {}),
    'the list of documents': ctx => findDocuments(ctx, {}),
    'one number': ctx => findDocuments(ctx, { text: 'X77' }),
    'the entry desk': ctx => seeEntryDesk(ctx),
    'requests under way': ctx => listRequests(ctx, { which: 'open', limit: 50 }),
    'what is ready to hand out': ctx => listRequests(ctx, { which: 'ready' }),
    'the tasks': ctx => listTasks(ctx, {}),
  }

  test.each(Object.keys(lists))('%s: no table of history is read whole, whoever asks', async list => {
    for (const login of sessions.keys()) expect(await readWhole(login, lists[list]!), login).toEqual([])
  })

  test('one request is read by its indexes', async () => {
    for (const login of ['kada1', 'glava1', 'delo'])
      expect(await readWhole(login, ctx => showRequest(ctx, { requestId: mine.requestId })), login).toEqual(
        [],
      )
  })

  /** The tables of history that were read from one end to the other. */
  async function readWhole(login: string, list: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
    const ctx = sessions.get(login)!.ctx()
    return ctx.db.transaction(async tx => {
      await list({ ...ctx, db: tx as unknown as Ctx['db'] })
      const read = await tx.execute<{ name: string; rows: number }>(sql`
        select relname as name, seq_tup_read::int as rows from pg_stat_xact_user_tables where seq_tup_read > 1000`)
      return read.filter(({ name }) => HISTORY.includes(name)).map(({ name }) => name)
    })
  }
})

const MATTERS = 8000

/** Matters, most of them of the taxes, few of the others; three of four ended and were handed out: rows alone, for what triggers do is not looked at here. */
async function fillUp(town: RegistryTown): Promise<void> {
  await town.sql.begin(async tx => {
    await tx`set local session_replication_role = replica`
    await tx`create temp table many on commit drop as select gen_random_uuid() as id, n,
      (array[${town.departments.selo}, ${town.departments.str1}, ${town.departments.dan2}])[least(3, 1 + n % 400)]::uuid as department,
      (array[${town.staff('selo1')}, ${town.staff('stro1')}, ${town.staff('dana1')}])[least(3, 1 + n % 400)]::uuid as person from generate_series(1, ${MATTERS}::int) n`
    await tx`insert into cases (id, access_code, department_id, opened_at, opened_by)
      select id, upper(lpad(to_hex(n), 10, '0')), department, timestamptz '2001-01-01' + n * interval '1 minute', person from many`
    await tx`insert into case_access (case_id, department_id) select id, department from many`
    await tx`insert into documents (id, register_id, year, sequence, day, uri, number, direction, kind_id, channel, subject, words, case_id, opens_case, received_at, registered_by, content)
      select id, (select id from registers where is_official), 2001, n, '2001-01-01', 'x' || n, 'X' || n, 'incoming',
        (select id from document_kinds limit 1), 'post', 'Писмо', '', id, true, now(), person, '' from many`
    await tx`insert into filings (case_id, section, ordinal, document_id, filed_by) select id, 'official', 1, id, person from many`
    await tx`insert into document_parties (document_id, ordinal, role, party_id, name)
      select id, 1, 'sender', (select id from parties limit 1), 'x' from many`
    await tx`insert into requests (document_id, service_id, speed, department_id, delivery, term_amount, term_unit, term_article, starts_on, due_on)
      select m.id, s.id, 'normal', department, 'desk', 14, 'calendar_days', 'чл. 57', '2001-01-01', '2001-01-15'
      from many m, services s where s.code = '2016'`
    await tx`insert into request_endings (request_id, outcome, document_id, due_on, ended_on, case_id, department_id, ended_by)
      select id, 'completed', id, '2001-01-15', '2001-01-10', id, department, person from many where n % 4 > 0`
    await tx`insert into hand_outs (request_id, way, taken_by, handed_by) select id, 'desk', 'x', person from many where n % 4 > 0`
    await tx`insert into open_requests (request_id, case_id, service_id, department_id, due_on)
      select id, id, id, department, date '2030-01-01' + n % 500 from many where n % 4 = 0`
    await tx`insert into tasks (id, case_id, kind, what, assignee_id, department_id, due_on)
      select id, id, 'resolution', 'да се отговори', person, department, '2030-01-01' from many`
    await tx`insert into open_tasks (task_id, case_id, kind, assignee_id, department_id, due_on)
      select id, id, 'resolution', person, department, date '2030-01-01' + n % 500 from many`
  })
  await town.sql`analyze`
}
