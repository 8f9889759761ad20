import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseError } from '../../db/open.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { servers } from '../support/town.ts'

describe.each(servers)('numbers, terms and ends of the registry by hand on PostgreSQL %s', version => {
  let town: RegistryTown
  const lines = new Map<string, postgres.Sql>()
  const line = (login: string): postgres.Sql => {
    const open = lines.get(login) ?? lineAs(town, login)
    lines.set(login, open)
    return open
  }
  const as = (login: string, ...statements: string[]) => outcome(line(login), ...statements)

  beforeAll(async () => {
    town = await registryTown(version)
  })
  afterAll(async () => {
    await Promise.all([...lines.values()].map(open => open.end()))
    await town.close()
  })

  const left = (insert: string): string => `${insert} on conflict do nothing`

  const document = (id: string, caseId: string, opensCase = false) => `
    insert into documents (id, register_id, day, number, direction, channel, kind_id, subject, words, case_id, opens_case, received_at,
      registered_by, content)
    select '${id}', r.id, current_date, '{nnnnn}', 'incoming', 'post', k.id, 'Писмо', '', '${caseId}', ${opensCase}, now(),
      '${town.staff('delo')}', '' from registers r, document_kinds k where r.is_official and k.code = 'letter'`

  test('a number that was taken is of a document, also where an insert is left out', async () => {
    const { caseId, documentId } = await town.seedDocument({ department: 'dan2' })
    expect(await as('delo', document(randomUUIDv7(), caseId))).toBe('done')
    expect(await as('delo', left(document(documentId, caseId)))).toBe('GS002')
    expect(await as('delo', 'set constraints all immediate', left(document(documentId, caseId)))).toBe(
      'GS002',
    )
    const opened = randomUUIDv7()
    expect(
      await as(
        'delo',
        `insert into cases (id, access_code, opened_by) values ('${opened}', 'ABCDEFGHJK', '${town.staff('delo')}')`,
        document(randomUUIDv7(), opened, true),
        left(document(randomUUIDv7(), opened, true)),
      ),
    ).toBe('GS002')
  })

  test('no day and no hands of a task change without the row that says so', async () => {
    const { taskId } = await town.seedTask({
      department: 'kad1',
      to: 'kada1',
      dueOn: town.today.add({ days: 3 }),
    })
    const id = randomUUIDv7()
    const term = (days: number) => `insert into task_terms (id, task_id, due_on, reason, set_by)
      values ('${id}', '${taskId}', current_date + ${days}, 'по молба', '${town.staff('head')}')`
    const move = (
      to: string,
    ) => `insert into task_moves (id, task_id, kind, assignee_id, department_id, moved_by)
      values ('${id}', '${taskId}', 'delegated', '${town.staff(to)}', '${town.departments.kad1}', '${town.staff('head')}')`
    for (const statement of [term(5), left(term(90)), move('kada2'), left(move('kada1'))])
      await line('head').unsafe(statement)
    const [open] = await town.sql`
      select due_on - town_day() as days, assignee_id = ${town.staff('kada2')} as is_second from open_tasks where task_id = ${taskId}`
    expect(open).toEqual({ days: 5, is_second: true })
  })

  const end = (requestId: string, documentId: string | null = null): string => `
    insert into request_endings (request_id, outcome, document_id, ended_by)
    values ('${requestId}', 'completed', ${documentId === null ? 'null' : `'${documentId}'`}, '${town.staff('head')}')`

  test('the term of a request is stopped or extended by those who decide, with a reason and a document', async () => {
    const { requestId, caseId } = await town.seedRequest({
      department: 'kad1',
      dueOn: town.today.add({ days: 7 }),
    })
    const notice = await town.seedDocument({ caseId, direction: 'outgoing', by: 'kada1' })
    const other = await town.seedDocument({ department: 'dan2' })
    const event = (kind: string, days: number | null, reason: string, of: string | null = null) => `
      insert into request_events (id, request_id, kind, on_day, due_on, reason, document_id, told_by)
      values ('${randomUUIDv7()}', '${requestId}', '${kind}', current_date, ${days === null ? 'null' : `current_date + ${days}`},
        '${reason}', ${of === null ? 'null' : `'${of}'`}, '${town.staff('head')}')`
    expect(await as('delo', event('suspended', null, 'болен служител'))).toBe('42501')
    expect(await as('delo', event('moved', 9, 'болен служител'))).toBe('GS002')
    expect(await as('delo', event('notified', 900, 'обратна разписка'))).toBe('GS002')
    expect(await as('kada1', event('suspended', null, ''))).toBe('GS002')
    expect(await as('kada1', event('suspended', 900, 'чл. 54 АПК'))).toBe('GS002')
    expect(await as('kada1', event('suspended', null, 'чл. 54 АПК'))).toBe('done')
    expect(await as('kada1', event('extended', 20, 'чл. 57 АПК'))).toBe('GS002')
    expect(await as('kada1', event('extended', 20, 'чл. 57 АПК', other.documentId))).toBe('GS002')
    expect(await as('kada1', event('extended', null, 'чл. 57 АПК', notice.documentId))).toBe('GS002')
    expect(await as('kada1', event('extended', 20, 'чл. 57 АПК', notice.documentId))).toBe('done')
  })

  test('a request is ended by those who decide, and handed out when it has a result', async () => {
    const { requestId, caseId } = await town.seedRequest({
      department: 'kad1',
      dueOn: town.today.add({ days: 7 }),
    })
    const { documentId } = await town.seedDocument({ caseId, direction: 'outgoing', by: 'kada1' })
    const handOut = `insert into hand_outs (request_id, way, taken_by, handed_by)
      values ('${requestId}', 'desk', 'Асен Кехайов', '${town.staff('head')}')`
    expect(await as('delo', end(requestId, documentId))).toBe('42501')
    expect(await as('delo', handOut)).toBe('GS002')
    expect(await as('kada1', end(requestId), handOut)).toBe('GS002')
    expect(await as('kada1', end(requestId, documentId), handOut)).toBe('done')
  })

  test('the fee of a request is the bill that was issued with it', async () => {
    const billId = randomUUIDv7()
    const bill = `insert into bills (id, kind, number, service_id, department_id, name, amount_cents, issued_by)
      select '${billId}', 'request', 'Х-1', id, department_id, 'Скица', 500, '${town.staff('delo')}' from services where code = '2016'`
    const { caseId } = await town.seedDocument({ department: 'kad1' })
    const id = randomUUIDv7()
    const request = `
      insert into requests (document_id, service_id, speed, bill_id, department_id, delivery, term_amount, term_unit, term_article, starts_on, due_on)
      select '${id}', s.id, 'normal', '${billId}', '${town.departments.kad1}', 'desk', 7, 'calendar_days', 'чл. 57 АПК', current_date, current_date + 7
      from services s where s.code = '2016'`
    expect(await as('delo', bill, document(id, caseId), request)).toBe('done')
    await line('delo').unsafe(bill)
    expect(await as('delo', document(id, caseId), request)).toBe('GS002')
  })

  test('nobody gets rid of the own late task by saying that nobody waits for it', async () => {
    const late = { dueOn: town.today.subtract({ days: 2 }), givenOn: town.today.subtract({ days: 9 }) }
    const { requestId, caseId } = await town.seedRequest({
      department: 'kad1',
      dueOn: town.today.add({ days: 7 }),
    })
    const to = { caseId, department: 'kad1', to: 'kada1', ...late } as const
    const own = await town.seedTask(to)
    const phase = await town.seedTask({ ...to, requestId, kind: 'phase', from: null })
    const cancel = ({ taskId }: { taskId: string }) => `
      insert into task_endings (task_id, outcome, result, ended_by) values ('${taskId}', 'cancelled', 'не се чака', '${town.staff('head')}')`
    for (const task of [own, phase]) expect(await as('kada1', cancel(task))).toBe('GS001')
    expect(await as('glava1', cancel(own), cancel(phase))).toBe('done')
    expect(await as('kada1', cancel(phase), end(requestId))).toBe('done')
  })

  test('a task that is given while its case is closed or made confidential waits, and they for it', async () => {
    const give = ({ caseId }: { caseId: string }) => `
      insert into tasks (id, case_id, kind, what, department_id, due_on)
      values ('${randomUUIDv7()}', '${caseId}', 'opinion', 'да се види', '${town.departments.kad1}', current_date)`
    const close = ({ caseId }: { caseId: string }) => `
      insert into case_closings (id, case_id, nomenclature_id, retention, closed_by)
      select '${randomUUIDv7()}', '${caseId}', id, 'П', '${town.staff('head')}' from nomenclature limit 1`
    const opened = () => town.seedDocument({ department: 'kad1' })
    const closed = await opened()
    expect(await meanwhile(close(closed), give(closed))).toBe('case.closed')
    const worked = await opened()
    expect(await meanwhile(give(worked), close(worked))).toBe('case.has_open_work')
    const secret = await opened()
    await line('glava1').unsafe(
      `insert into case_access (case_id, staff_id) values ('${secret.caseId}', '${town.staff('kada1')}')`,
    )
    const restrict = `insert into restricted_cases (case_id, reason, restricted_by) values ('${secret.caseId}', 'жалба', '${town.staff('head')}')`
    expect(await meanwhile(restrict, give(secret))).toBe('done')
    expect(await town.sql`select is_restricted from open_tasks where case_id = ${secret.caseId}`).toEqual([
      { is_restricted: true },
    ])
  })

  /** What an officer is answered who comes before a head's transaction is over. */
  async function meanwhile(first: string, second: string): Promise<string> {
    let answer = Promise.resolve('')
    await line('glava1').begin(async sql => {
      await sql.unsafe(first)
      answer = line('kada1')
        .unsafe(second)
        .then(
          () => 'done',
          (error: unknown) => databaseError(error)?.message ?? String(error),
        )
      const isOver = answer.then(() => true)
      while (!(await Promise.race([isOver, isWaiting()])));
    })
    return answer
  }

  const isWaiting = async (): Promise<boolean> =>
    (
      await town.sql`select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`
    ).length > 0
})
