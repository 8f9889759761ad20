import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseError } from '../../db/open.ts'
import { restrictCase } from '../../office/cases/restrict-case.ts'
import { endSubstitution } from '../../office/staff/end-substitution.ts'
import { setSubstitution } from '../../office/staff/set-substitution.ts'
import { register } from '../support/at-the-registry.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { servers } from '../support/town.ts'

const LOGINS = [
  'delo',
  'head',
  'audit',
  'glava1',
  'glava2',
  'kada1',
  'kada2',
  'stro1',
  'dana1',
  'selo1',
] as const
type Login = (typeof LOGINS)[number]

/** Matters: of the cadastre, of the taxes, of the mayoralty, and a confidential one of the cadastre. */
const SEEN: Record<Login, string> = {
  delo: 'cadastre mayoralty taxes',
  head: 'cadastre mayoralty taxes',
  audit: 'cadastre mayoralty taxes',
  glava1: 'cadastre confidential',
  glava2: 'taxes',
  kada1: 'cadastre confidential',
  kada2: 'cadastre',
  stro1: '',
  dana1: 'taxes',
  selo1: 'mayoralty',
}

/** A column of each table that leads to its matter. */
const LEADS: Record<string, string> = {
  cases: 'id',
  filings: 'case_id',
  documents: 'case_id',
  document_parties: 'document_id',
  document_files: 'document_id',
  files: 'sha256',
  requests: 'document_id',
  open_requests: 'case_id',
  tasks: 'case_id',
  open_tasks: 'case_id',
  dispatches: 'document_id',
}

describe.each(servers)('who sees and does what in the registry on PostgreSQL %s', version => {
  let town: RegistryTown
  const lines = new Map<string, postgres.Sql>()
  /** Ids of everything, each with the name of its matter. */
  const matterOf = new Map<string, string>()
  const made = new Map<string, { documentId: string; caseId: string; taskId: string; dispatchId: string }>()
  const line = (login: string): postgres.Sql => {
    const open = lines.get(login) ?? lineAs(town, login)
    lines.set(login, open)
    return open
  }
  const as = (login: string, ...statements: string[]) => outcome(line(login), ...statements)
  const of = (matter: string) => made.get(matter)!

  beforeAll(async () => {
    town = await registryTown(version)
    const [delo, glava1, selo1] = await Promise.all(
      (['delo', 'glava1', 'selo1'] as const).map(login => town.signIn(login, null)),
    )
    const letters = {
      cadastre: await register(town, delo!, { departmentId: town.departments.kad1 }),
      taxes: await register(town, delo!, { departmentId: town.departments.dan2 }),
      mayoralty: await register(town, selo1!, { channel: 'mayoralty' }),
      confidential: await register(town, glava1!, {
        direction: 'internal',
        channel: null,
        parties: [],
        departmentId: town.departments.kad1,
      }),
    }
    const departments = { cadastre: 'kad1', taxes: 'dan2', mayoralty: 'selo', confidential: 'kad1' } as const
    for (const [matter, { documentId, caseId }] of Object.entries(letters)) {
      const department = departments[matter as keyof typeof departments]
      const ids = [documentId, caseId]
      const { taskId } = await town.seedTask({ caseId, department, dueOn: town.today.add({ days: 5 }) })
      const sha256 = Buffer.from(matter.padEnd(32, '.')).toString('hex')
      const dispatchId = randomUUIDv7()
      await town.sql`insert into files (sha256, bytes, media_type, stored_by) values (${sha256}, 1, 'text/plain', ${town.staff('admin')})`
      await town.sql`insert into document_files (document_id, ordinal, sha256, name, role, attached_by)
        values (${documentId}, 1, ${sha256}, 'скан.txt', 'scan', ${town.staff('admin')})`
      await town.sql`insert into dispatches (id, document_id, way, sent_by) values (${dispatchId}, ${documentId}, 'post', ${town.staff('admin')})`
      await town.sql`insert into requests (document_id, service_id, speed, department_id, delivery, term_amount, term_unit, term_article, starts_on, due_on)
        select ${documentId}, id, 'normal', ${town.departments[department]}, 'desk', 14, 'calendar_days', 'чл. 57', current_date, current_date + 14
        from services where code = '2016'`
      for (const id of [...ids, sha256]) matterOf.set(id, matter)
      made.set(matter, { documentId, caseId, taskId, dispatchId })
    }
    await restrictCase(glava1!.ctx(), {
      caseId: of('confidential').caseId,
      reason: 'жалба срещу служител',
      staffIds: [town.staff('kada1')],
    })
  })
  afterAll(async () => {
    await Promise.all([...lines.values()].map(open => open.end()))
    await town.close()
  })

  async function seen(login: string, table: string): Promise<string> {
    const rows = await line(login).unsafe(`select ${LEADS[table]} as id from ${table}`)
    const matters = new Set(rows.map(row => matterOf.get(row['id'])).filter(matter => matter !== undefined))
    return [...matters].sort().join(' ')
  }

  test.each(Object.keys(LEADS))('%s: each sees the rows of their own matters and no others', async table => {
    for (const login of LOGINS) {
      const wanted = table === 'document_parties' ? SEEN[login].replace(/ ?confidential/, '') : SEEN[login]
      expect(`${login}: ${await seen(login, table)}`).toBe(`${login}: ${wanted}`)
    }
  })

  test('whoever takes money and whoever administers see no document at all', async () => {
    for (const table of Object.keys(LEADS))
      for (const login of ['kasa1', 'admin'])
        expect(await as(login, `select from ${table}`), `${login} ${table}`).toBe('42501')
  })

  test('a search gives nobody more than the tables do', async () => {
    for (const login of LOGINS) {
      const found = await line(login)`
        select id from find_documents('{}', null, null, null, null, null, null, null, null, null, 100) id`
      const matters = new Set(found.map(row => matterOf.get(row['id'])))
      expect(`${login}: ${[...matters].filter(Boolean).sort().join(' ')}`).toBe(`${login}: ${SEEN[login]}`)
    }
  })

  test('a substitute sees what the absent one sees, and only on those days', async () => {
    const glava1 = await town.signIn('glava1', null)
    const days = (from: number, until: number) => ({
      from: town.today.add({ days: from }),
      until: town.today.add({ days: until }),
    })
    const absent = { absent: 'kada1', substitute: 'stro1', ground: 'отпуск' }
    await setSubstitution(glava1.ctx(), { id: randomUUIDv7(), ...absent, ...days(3, 9) })
    expect(await seen('stro1', 'documents')).toBe('')
    const now = await setSubstitution(glava1.ctx(), { id: randomUUIDv7(), ...absent, ...days(0, 2) })
    expect(await seen('stro1', 'documents')).toBe('cadastre confidential')
    expect(await seen('kada2', 'documents')).toBe('cadastre')
    await endSubstitution(glava1.ctx(), { substitutionId: now.id })
    expect(await seen('stro1', 'documents')).toBe('')
  })

  test('nobody makes oneself a substitute of somebody who is not of the own people', async () => {
    const stand = (absent: string, substitute: string) =>
      `insert into substitutions (id, absent_id, substitute_id, from_day, until_day, ground)
       values ('${randomUUIDv7()}', '${town.staff(absent)}', '${town.staff(substitute)}', current_date, current_date + 30, 'сам')`
    expect(await as('glava1', stand('head', 'glava1'))).toBe('GS001')
    expect(await as('glava1', stand('dana1', 'glava1'))).toBe('GS001')
    expect(await as('glava1', stand('stro1', 'kada2'))).toBe('done')
    expect(await as('head', stand('glava2', 'head'))).toBe('done')
    for (const login of ['delo', 'kada1', 'audit'])
      expect(await as(login, stand('head', login))).toBe('42501')
    expect(await as('glava1', `update substitutions set until_day = until_day + 90`)).toBe('GS002')
    expect(await as('glava1', `update staff set department_id = null where login = 'glava1'`)).toBe('42501')
  })

  test('rows of the registry never change, not even by the owner of the database', async () => {
    const tables = await town.sql<{ name: string }[]>`
      select tgrelid::regclass::text as name from pg_trigger where tgname like '%never_change' and tgrelid::regclass::text not like 'pg_%'`
    const names = tables.map(({ name }) => name)
    for (const table of [
      'documents',
      'tasks',
      'requests',
      'filings',
      'cases',
      'task_endings',
      'party_merges',
      'document_corrections',
    ])
      expect(names).toContain(table)
    for (const table of names) {
      for (const change of [`delete from ${table}`, `truncate ${table} cascade`])
        expect(await ownerDoes(change), change).toBe('GS002')
      for (const login of ['delo', 'head', 'kada1'])
        expect(await as(login, `delete from ${table}`), `${login} ${table}`).toBe('42501')
    }
    for (const login of ['delo', 'head', 'kada1', 'admin'])
      for (const change of [
        "update documents set number = '1'",
        'update tasks set due_on = current_date',
        'truncate documents',
      ])
        expect(await as(login, change), `${login}: ${change}`).toBe('42501')
    expect(await ownerDoes("update documents set number = '1'")).toBe('GS002')
  })

  const ownerDoes = (statement: string): Promise<string> =>
    town.sql.unsafe(statement).then(
      () => 'done',
      (error: unknown) => databaseError(error)?.code ?? String(error),
    )

  const document = (caseId: string, more: Record<string, string> = {}) => {
    const values: Record<string, string> = {
      id: `'${randomUUIDv7()}'`,
      register_id: '(select id from registers where is_official)',
      day: 'current_date',
      number: "'{nnnnn}'",
      direction: "'incoming'",
      channel: "'post'",
      kind_id: "(select id from document_kinds where code = 'letter')",
      subject: "'Писмо'",
      words: "''",
      case_id: `'${caseId}'`,
      opens_case: 'false',
      received_at: 'now()',
      registered_by: `'${town.staff('head')}'`,
      content: "''",
      ...more,
    }
    return `insert into documents (${Object.keys(values)}) values (${Object.values(values)})`
  }

  const officialSeries = () => town.sql`
    select last_number from document_series s join registers r on r.id = s.register_id
    where r.is_official and year = extract(year from now())`

  test('numbers, days and hands of a document are the database’s: nobody takes or skips a number by hand', async () => {
    const id = randomUUIDv7()
    const [before] = await officialSeries()
    await line('delo').unsafe(
      document(of('taxes').caseId, {
        id: `'${id}'`,
        sequence: '999999',
        year: '1999',
        uri: "'1-999999-01.01.2030'",
        registered_at: "'2020-01-01'",
      }),
    )
    const [row] = await town.sql`
      select d.sequence, d.uri, d.registered_at > now() - interval '1 minute' as is_now, s.login from documents d
      join staff s on s.id = d.registered_by where d.id = ${id}`
    expect(row).toMatchObject({ sequence: before!['last_number'] + 1, is_now: true, login: 'delo' })
    expect(row!['uri']).toMatch(new RegExp(`^1-${before!['last_number'] + 1}-`))
    expect(await as('delo', document(of('taxes').caseId))).toBe('done')
    const [after] = await officialSeries()
    expect(after!['last_number']).toBe(before!['last_number'] + 1)
    for (const change of [
      'update document_series set last_number = 1',
      'insert into document_series select register_id, 1999, 5 from document_series limit 1',
      'delete from document_series',
    ])
      expect(await as('delo', change)).toBe('42501')
    expect(await as('delo', document(of('taxes').caseId, { day: 'current_date + 1' }))).toBe('GS002')
    expect(await as('delo', document(of('taxes').caseId, { received_at: "now() + interval '1 hour'" }))).toBe(
      'GS002',
    )
    expect(await as('delo', document(of('taxes').caseId, { number: "'моят'" }))).toBe('GS002')
  })

  test('nothing is written into a matter that is not theirs to see', async () => {
    const { caseId, documentId, taskId, dispatchId } = of('taxes')
    const me = town.staff('kada2')
    const tries: Record<string, string> = {
      'a document': document(caseId),
      'a way in': `insert into case_access (case_id, staff_id) values ('${caseId}', '${me}')`,
      'a way into what is confidential': `insert into case_access (case_id, staff_id) values ('${of('confidential').caseId}', '${me}')`,
      'another place of its document': `insert into filings (case_id, section, document_id, filed_by) values ('${of('cadastre').caseId}', 'official', '${documentId}', '${me}')`,
      'that it arrived': `insert into deliveries (dispatch_id, delivered_on, proof, told_by) values ('${dispatchId}', current_date, 'разписка', '${me}')`,
      'a file': `insert into document_files (document_id, ordinal, sha256, name, role, attached_by) select '${documentId}', 9, sha256, 'x.txt', 'scan', '${me}' from files limit 1`,
      'an opinion': `insert into opinions (id, document_id, value, given_by) values ('${randomUUIDv7()}', '${documentId}', 'agree', '${me}')`,
      'a task': `insert into tasks (id, case_id, kind, what, department_id, due_on) values ('${randomUUIDv7()}', '${caseId}', 'opinion', 'да се види', '${town.departments.kad1}', current_date)`,
      'the end of a task': `insert into task_endings (task_id, outcome, result, ended_by) values ('${taskId}', 'done', 'готово', '${me}')`,
      'the end of a request': `insert into request_endings (request_id, outcome, ended_by) values ('${documentId}', 'completed', '${me}')`,
      'a closing': `insert into case_closings (id, case_id, nomenclature_id, retention, closed_by) select '${randomUUIDv7()}', '${caseId}', id, 'П', '${me}' from nomenclature limit 1`,
    }
    for (const [what, statement] of Object.entries(tries))
      expect(await as('kada2', statement), what).toBe('42501')
  })

  test('nothing ends late without a reason, whatever day is written beside it', async () => {
    const { taskId } = await town.seedTask({
      caseId: of('cadastre').caseId,
      department: 'kad1',
      to: 'kada1',
      dueOn: town.today.subtract({ days: 2 }),
      givenOn: town.today.subtract({ days: 9 }),
    })
    const end = (more = '', values = '') =>
      `insert into task_endings (task_id, outcome, result, ended_by${more}) values ('${taskId}', 'done', 'готово', '${town.staff('head')}'${values})`
    expect(await as('kada1', end())).toBe('GS001')
    expect(await as('kada1', end(', ended_on, due_on', ', current_date - 2, current_date + 5'))).toBe('GS001')
    expect(await as('kada1', end(', late_reason', ", 'workload'"))).toBe('done')
    const asked = await town.seedRequest({
      department: 'kad1',
      dueOn: town.today.subtract({ days: 1 }),
      on: town.today.subtract({ days: 9 }),
    })
    const request = (more = '', values = '') =>
      `insert into request_endings (request_id, outcome, ended_by${more}) values ('${asked.requestId}', 'completed', '${town.staff('head')}'${values})`
    expect(await as('kada1', request())).toBe('GS001')
    expect(await as('kada1', request(', late_reason', ", 'workload'"))).toBe('done')
  })

  test('a task goes no further than what it is part of, and a resolution is a head’s', async () => {
    const { caseId } = of('cadastre')
    const { taskId } = await town.seedTask({
      caseId,
      department: 'kad1',
      to: 'kada1',
      dueOn: town.today.add({ days: 3 }),
    })
    const give = (parent: string | null, days: number) =>
      `insert into tasks (id, case_id, parent_id, kind, what, assigner_id, department_id, due_on) values ('${randomUUIDv7()}', '${caseId}',
       ${parent === null ? 'null' : `'${parent}'`}, 'resolution', 'да се провери', '${town.staff('head')}', '${town.departments.kad1}', current_date + ${days})`
    expect(await as('kada1', give(taskId, 4))).toBe('GS001')
    expect(await as('kada1', give(taskId, 3))).toBe('done')
    expect(await as('kada1', give(null, 1))).toBe('42501')
    expect(await as('glava1', give(null, 1))).toBe('done')
  })

  test('the paper of a document is for those who see it; why a case is confidential too', async () => {
    const paper = (subject: string) => town.sql`
      insert into print_jobs (id, printer_id, kind, subject_id, title, paper, state, changed_at)
      select ${randomUUIDv7()}, id, 'label', ${subject}, 'Етикет', '{}', 'printed', now() - interval '1 day' from printers limit 1`
    await paper(of('taxes').documentId)
    await paper(randomUUIDv7())
    const count = async (login: string) =>
      (
        await line(
          login,
        )`select count(*)::int as n from print_jobs where changed_at < now() - interval '13 hours'`
      )[0]!['n']
    expect(
      Object.fromEntries(
        await Promise.all(
          ['kada2', 'dana1', 'selo1', 'delo', 'head', 'kasa1'].map(async login => [
            login,
            await count(login),
          ]),
        ),
      ),
    ).toEqual({ kada2: 0, dana1: 1, selo1: 0, delo: 1, head: 2, kasa1: 2 })
    const why = async (login: string) =>
      (await line(login)`select why_restricted(${of('confidential').caseId}) as why`)[0]!['why']
    expect(await why('kada1')).toBe('жалба срещу служител')
    for (const login of ['delo', 'head', 'kada2', 'audit']) expect(await why(login)).toBeNull()
    expect(await as('delo', 'select reason from restricted_cases')).toBe('42501')
  })

  test('the logbook is read whole by those who answer for it; a director reads who looked at whom', async () => {
    const acts = async (login: string) =>
      new Set((await line(login)`select distinct act from logbook`).map(row => row['act']))
    expect(await acts('head')).toContain('documents.receive')
    expect(await acts('audit')).toContain('documents.receive')
    for (const act of await acts('glava1')) expect(act).toMatch(/^parties\./)
    for (const login of ['delo', 'kada1', 'selo1'])
      expect(await as(login, 'select from logbook')).toBe('42501')
  })

  test('whose login was taken away sees nothing, also on a line that is still open', async () => {
    const open = lineAs(town, 'dana1')
    await open`select 1`
    await town.sql`update staff set disabled_at = now() where login = 'dana1'`
    expect((await open`select from documents`).length + (await open`select from open_tasks`).length).toBe(0)
    await town.sql`update staff set disabled_at = null where login = 'dana1'`
    await open.end()
  })
})
