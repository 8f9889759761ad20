import type postgres from 'postgres'

const DIRECTORATES = 5
const DEPARTMENTS = 30
const CASES = 40_000
const OLD_CASES = 150_000

/**
 * A town that works: so many open tasks in five directorates, due from forty days ago to sixty from now, every tenth case with a
 * request that is under way, a few restricted; and what ended before today. Written by the owner, without asking the triggers.
 */
export async function fillOpenWork(sql: postgres.Sql, tasks: number): Promise<void> {
  await sql.begin(async tx => {
    const tables = ['cases', 'documents', 'requests', 'tasks', 'task_endings']
    for (const table of tables) await tx`alter table ${tx(table)} disable trigger user`
    await addStructure(tx)
    await addCases(tx)
    await addTasks(tx, tasks)
    for (const table of tables) await tx`alter table ${tx(table)} enable trigger user`
  })
  await sql`vacuum analyze`
}

async function addStructure(sql: postgres.TransactionSql): Promise<void> {
  await sql`insert into departments (id, code, name_bg, name_en, kind)
    select gen_random_uuid(), 'bdir' || n, 'Дирекция ' || n, 'Directorate ' || n, 'directorate' from generate_series(1, ${DIRECTORATES}::int) n`
  await sql`insert into departments (id, code, name_bg, name_en, kind, parent_id)
    select gen_random_uuid(), 'bdep' || n, 'Отдел ' || n, 'Department ' || n, 'department', d.id
    from generate_series(1, ${DEPARTMENTS}::int) n join departments d on d.code = 'bdir' || (n % ${DIRECTORATES}::int + 1)`
}

/** The nth department of the bench, and whoever stands for all of its people. */
const numbered = `(select id, row_number() over (order by code) - 1 as at from departments where code like 'bdep%')`

async function addCases(sql: postgres.TransactionSql): Promise<void> {
  await sql`insert into registers (id, index, name_bg, name_en, is_official, template)
    select gen_random_uuid(), 900, 'Проба', 'Trial', false, '{seq}'`
  await sql`insert into document_kinds (id, code, name_bg, name_en, mode)
    select gen_random_uuid(), 'bench', 'Проба', 'Trial', 'unsolicited'`
  await sql.unsafe(`create temp table bench_cases on commit drop as
    select n, gen_random_uuid() as case_id, gen_random_uuid() as document_id, d.id as department_id, s.id as staff_id,
      case when n <= ${CASES} then current_date - n % 40 else current_date - 40 - n % 300 end as day
    from generate_series(1, ${CASES + OLD_CASES}) n join ${numbered} d on d.at = n % ${DEPARTMENTS}
    cross join (select id from staff where login = 'delo') s`)
  await sql`insert into cases (id, access_code, department_id, opened_at, opened_by)
    select case_id, lpad(n::text, 10, '0'), department_id, day, staff_id from bench_cases`
  await sql`insert into documents (id, register_id, year, sequence, day, uri, number, direction, kind_id, channel, subject, words, case_id,
      opens_case, department_id, received_at, registered_at, registered_by, content)
    select document_id, r.id, 2026, n, day, '900-' || n || '-2026', n::text, 'incoming', k.id, 'desk', 'Заявление ' || n, '', case_id,
      true, department_id, day, day, staff_id, ''
    from bench_cases cross join (select id from registers where index = 900) r cross join (select id from document_kinds where code = 'bench') k`
  await sql`insert into case_access (case_id, department_id) select case_id, department_id from bench_cases`
  await sql`insert into restricted_cases (case_id, reason, restricted_by) select case_id, 'проба', staff_id from bench_cases where n % 500 = 0`
  await sql.unsafe(`insert into requests (document_id, service_id, speed, department_id, delivery, term_amount, term_unit, term_article, starts_on, due_on)
    select document_id, s.id, 'normal', department_id, 'desk', 14, 'calendar_days', 'чл. 57, ал. 1 АПК', day, day + 14
    from bench_cases cross join (select id from services where code = '2016' limit 1) s where n <= ${CASES} and n % 10 = 0`)
  await sql.unsafe(`insert into open_requests (request_id, case_id, service_id, department_id, due_on, is_restricted)
    select b.document_id, b.case_id, r.service_id, b.department_id, r.due_on, n % 500 = 0
    from bench_cases b join requests r on r.document_id = b.document_id`)
}

async function addTasks(sql: postgres.TransactionSql, tasks: number): Promise<void> {
  await sql.unsafe(`create temp table bench_tasks on commit drop as
    select m, gen_random_uuid() as id, b.case_id, b.department_id, b.staff_id, current_date - 40 + m % 100 as due_on, b.n % 500 = 0 as is_restricted
    from generate_series(1, ${tasks}) m join bench_cases b on b.n = m % ${CASES} + 1`)
  await sql.unsafe(`create temp table bench_ended on commit drop as
    select b.n, gen_random_uuid() as id, b.case_id, b.department_id, b.staff_id, b.day + 14 as due_on,
      b.day + 9 + b.n % 8 as ended_on from bench_cases b where b.n > ${CASES}`)
  await sql`insert into tasks (id, case_id, kind, what, assigner_id, assignee_id, department_id, due_on, given_at)
    select id, case_id, 'resolution', 'да се отговори по преписка ' || m, staff_id, staff_id, department_id, due_on, due_on - 20 from bench_tasks
    union all
    select id, case_id, 'resolution', 'да се отговори по преписка ' || n, staff_id, staff_id, department_id, due_on, due_on - 20 from bench_ended`
  await sql`insert into open_tasks (task_id, case_id, kind, assigner_id, assignee_id, department_id, due_on, is_restricted)
    select id, case_id, 'resolution', staff_id, staff_id, department_id, due_on, is_restricted from bench_tasks`
  await sql`insert into task_endings (task_id, outcome, result, due_on, ended_on, late_reason, case_id, department_id, assignee_id, ended_at, ended_by)
    select id, 'done', 'отговорено', due_on, ended_on, case when ended_on > due_on then 'overload' end, case_id, department_id, staff_id,
      ended_on, staff_id from bench_ended`
}
