import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FUNCTION_PRIVILEGES } from '../../db/function-privileges.ts'
import { TABLE_PRIVILEGES } from '../../db/privileges.ts'
import { groupRole, staffRole } from '../../db/roles.ts'
import { scramVerifier } from '../../office/staff/scram.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { POSTS, type Post } from '../../rules/authority.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const LOGINS: Record<Post, string> = {
  cashier: 'kasa1',
  clerk: 'delo',
  officer: 'grao1',
  head: 'head',
  admin: 'admin',
  auditor: 'audit',
  hub: 'hub',
}
const MONEY = [
  'tills',
  'till_closings',
  'payments',
  'payment_lines',
  'payment_tenders',
  'receipts',
  'logbook',
  'reversals',
  'confirmations',
  'cash_movements',
  'cash_vouchers',
  'bills',
  'bill_withdrawals',
  'bank_deposits',
  'deposited_tills',
  'terminal_reports',
  'settings',
]
const DENIED = '42501'

describe.each(servers)('the walls of PostgreSQL %s', version => {
  let town: TestTown
  let other: TestTown
  let lines: Record<Post, postgres.Sql>
  let facts: { mine: string; theirs: string; closed: string; payment: string; service: string; desk: string }

  beforeAll(async () => {
    ;[town, other] = await Promise.all([testTown(version), testTown(version)])
    const [kasa1, kasa2] = await Promise.all([town.signIn('kasa1', 1), town.signIn('kasa2', 2)])
    const closed = await openTillFor(kasa1, 0n)
    await closeTill(kasa1.ctx(), { tillId: closed.id, counted: 0n, reason: null })
    const [mine, theirs] = await Promise.all([openTillFor(kasa1), openTillFor(kasa2)])
    const { paymentId } = await payOnce(kasa1)
    const [service] = await town.sql`select id from services where pricing = 'open' limit 1`
    facts = {
      mine: mine.id,
      theirs: theirs.id,
      closed: closed.id,
      payment: paymentId,
      service: service?.['id'],
      desk: mine.deskId,
    }
    const open = (post: Post) => lineAs(town, LOGINS[post])
    lines = {
      cashier: open('cashier'),
      clerk: open('clerk'),
      officer: open('officer'),
      head: open('head'),
      admin: open('admin'),
      auditor: open('auditor'),
      hub: open('hub'),
    }
  })
  afterAll(async () => {
    await Promise.all(Object.values(lines).map(line => line.end()))
    await Promise.all([town.close(), other.close()])
  })

  const as = (post: Post, ...statements: string[]) => outcome(lines[post], ...statements)

  const paymentOf = (till: string, more: { id?: string; total?: number; takenAt?: string } = {}) =>
    `insert into payments (id, till_id, taken_at, total_cents, content)
     values ('${more.id}', '${till}', '${more.takenAt ?? 'now'}', ${more.total ?? 100}, 'x')`
  const lineOf = (
    payment: string,
    ordinal = 1,
    amount = 100,
    of = { department: 'department_id', code: 'payment_code' },
  ) =>
    `insert into payment_lines (payment_id, ordinal, service_id, department_id, name, speed, quantity, price_cents, amount_cents, payment_code)
     select '${payment}', ${ordinal}, id, ${of.department}, 'x', 'normal', 1, ${amount}, ${amount}, ${of.code} from services where id = '${facts.service}'`
  const tenderOf = (payment: string, ordinal = 1, amount = 100) =>
    `insert into payment_tenders values ('${payment}', ${ordinal}, 'cash', ${amount}, ${amount}, 0)`
  const receiptOf = (payment: string) => `insert into receipts (payment_id) values ('${payment}')`
  const whole = (till: string, id: string = randomUUIDv7()) => [
    paymentOf(till, { id }),
    receiptOf(id),
    lineOf(id),
    tenderOf(id),
  ]

  test.each(POSTS)(
    '%s may do with tables, columns and functions exactly what db/privileges.ts says',
    async post => {
      const group = groupRole(town.place.database, post)
      const wanted = Object.entries(TABLE_PRIVILEGES[post]).flatMap(([table, privileges]) =>
        privileges.flatMap(privilege => {
          const [, verb, columns] = /^(select|insert|update)\((.*)\)$/.exec(privilege) ?? []
          return columns
            ? columns.split(', ').map(column => `${table}.${column} ${verb?.toUpperCase()}`)
            : `${table} ${privilege.toUpperCase()}`
        }),
      )
      const tables =
        await town.sql`select table_name as t, privilege_type as p from information_schema.role_table_grants
      where grantee = ${group}`
      const columns = await town.sql`select table_name as t, column_name as c, privilege_type as p
      from information_schema.role_column_grants where grantee = ${group}`
      const whole = new Set(tables.map(r => `${r['t']} ${r['p']}`))
      const found = [
        ...whole,
        ...columns.filter(r => !whole.has(`${r['t']} ${r['p']}`)).map(r => `${r['t']}.${r['c']} ${r['p']}`),
      ]
      expect(found.sort()).toEqual(wanted.sort())
      const functions = await town.sql`select oid::regprocedure::text as f from pg_proc
      where pronamespace = 'public'::regnamespace and has_function_privilege(${group}, oid, 'execute')
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`
      const allowed = Object.entries(FUNCTION_PRIVILEGES).filter(([, posts]) => posts.includes(post))
      expect(functions.map(r => r['f'].replaceAll(',', ', ')).sort()).toEqual(allowed.map(([f]) => f).sort())
      const [role] =
        await town.sql`select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls from pg_roles where rolname = ${group}`
      expect(Object.values(role ?? {})).toEqual([false, false, false, false, false])
    },
  )

  test('nobody else has any privilege: neither the public nor the staff themselves', async () => {
    const staff = `${town.place.database}_staff_%`
    const grants = await town.sql`select grantee, table_name from information_schema.role_table_grants
      where table_schema = 'public' and (grantee = 'PUBLIC' or grantee like ${staff})`
    expect([...grants]).toEqual([])
  })

  describe.each(MONEY)('%s', table => {
    test.each(POSTS)('is not changed, deleted or emptied by %s', async post => {
      const [column] = await town.sql`select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum = 2`
      expect(await as(post, `update ${table} set "${column?.['name']}" = "${column?.['name']}"`)).toBe(DENIED)
      expect(await as(post, `delete from ${table}`)).toBe(DENIED)
      expect(await as(post, `truncate ${table} cascade`)).toBe(DENIED)
    })
    test('not even by the owner, while the trigger stands', async () => {
      const [column] = await town.sql`select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum = 2`
      expect(
        await outcome(town.sql, `update ${table} set "${column?.['name']}" = "${column?.['name']}"`),
      ).toBe('GS002')
      expect(await outcome(town.sql, `delete from ${table}`)).toBe('GS002')
      expect(await outcome(town.sql, `truncate ${table} cascade`)).toBe('GS002')
    })
  })

  test.each(POSTS)(
    '%s makes nothing and reaches nothing outside: tables, series, roles, settings',
    async post => {
      for (const statement of [
        'create table public.mine (id int)',
        'create temp table mine (id int)',
        'create schema mine',
        'create role mine',
        'update number_series set last_number = 0',
        'delete from number_series',
        'insert into open_tills select * from open_tills',
        'delete from open_tills',
        'update staff set disabled_at = null',
        'insert into staff (id, login, name, post, db_role) select gen_random_uuid(), $$x1$$, name, post, $$x$$ from staff',
        'alter table payments disable trigger all',
        'drop table payments',
        'set session_replication_role = replica',
        'select rolpassword from pg_authid',
        `grant ${groupRole(town.place.database, 'admin')} to current_user`,
        'copy payments to program $$true$$',
        'update town set name_bg = name_en',
        'update print_jobs set paper = paper',
        'update print_jobs set subject_id = null',
        'delete from print_jobs',
      ])
        expect(await as(post, statement), statement).toBe(DENIED)
    },
  )

  test.each(POSTS)('%s is not let into another town of the same server', async post => {
    const stranger = lineAs({ ...town, place: other.place }, LOGINS[post], town.place.database)
    expect(await outcome(stranger, 'select 1')).toBe(DENIED)
    await stranger.end()
  })

  test('a payment is entered by the cashier whose open till it is, and by nobody else', async () => {
    expect(await as('cashier', ...whole(facts.mine))).toBe('done')
    expect(await as('cashier', ...whole(facts.theirs))).toBe('GS001')
    expect(await as('cashier', ...whole(facts.closed))).toBe('GS001')
    expect(await as('cashier', ...whole(randomUUIDv7()))).toBe('GS001')
    for (const post of ['clerk', 'head', 'admin', 'auditor'] as const)
      expect(await as(post, ...whole(facts.mine)), post).toBe(DENIED)
  })

  test('its time is the server’s, its receipt number the next, whatever the writer says', async () => {
    const id = randomUUIDv7()
    const [row] = (await lines.cashier.begin(async sql => {
      await sql.unsafe(paymentOf(facts.mine, { id, takenAt: '2020-01-01' }))
      await sql.unsafe(`insert into receipts (payment_id, desk_id, year, number)
        select '${id}', id, 1999, 777 from desks where number = 2`)
      await sql.unsafe(lineOf(id))
      await sql.unsafe(tenderOf(id))
      return sql`select p.taken_at = now() as now, r.desk_id, r.year = extract(year from now()) as year,
        r.number = (select last_number from number_series s where s.desk_id = r.desk_id and s.year = r.year and s.series = 'receipt') as next
        from payments p join receipts r on r.payment_id = p.id where p.id = ${id}`
    })) as unknown as [unknown]
    expect(row).toEqual({ now: true, desk_id: facts.desk, year: true, next: true })
  })

  test('no number of a receipt is skipped by one that is left out', async () => {
    const id = randomUUIDv7()
    const twice = [...whole(facts.mine, id), `${receiptOf(id)} on conflict do nothing`]
    expect(await as('cashier', ...twice)).toBe('GS002')
  })

  test('a payment is whole or it is not there', async () => {
    const id = randomUUIDv7()
    const entered = paymentOf(facts.mine, { id })
    const cases: Record<string, [string[], string]> = {
      'without a receipt': [[entered, lineOf(id), tenderOf(id)], 'GS002'],
      'without lines': [[entered, receiptOf(id), tenderOf(id)], 'GS002'],
      'without a tender': [[entered, receiptOf(id), lineOf(id)], 'GS002'],
      'lines below the total': [[entered, receiptOf(id), lineOf(id, 1, 99), tenderOf(id)], 'GS002'],
      'lines above the total': [[entered, receiptOf(id), lineOf(id, 1, 101), tenderOf(id)], 'GS002'],
      'tenders above the total': [[entered, receiptOf(id), lineOf(id), tenderOf(id, 1, 101)], 'GS002'],
      'a line more after the sums were checked': [
        [...whole(facts.mine, id), 'set constraints all immediate', lineOf(id, 2)],
        'GS002',
      ],
      'a tender more after the sums were checked': [
        [...whole(facts.mine, id), 'set constraints all immediate', tenderOf(id, 2)],
        'GS002',
      ],
      'nothing taken': [[paymentOf(facts.mine, { id, total: 0 })], '23514'],
      'less than nothing taken': [[paymentOf(facts.mine, { id, total: -100 })], '23514'],
      'a line of less than nothing': [[entered, lineOf(id, 1, -5)], '23514'],
      'change that does not add up': [
        [entered, `insert into payment_tenders values ('${id}', 1, 'cash', 100, 120, 10)`],
        '23514',
      ],
      'the same payment twice': [[...whole(facts.mine, id), entered], '23505'],
      'two receipts': [[...whole(facts.mine, id), receiptOf(id)], '23505'],
    }
    for (const [what, [statements, code]] of Object.entries(cases))
      expect(await as('cashier', ...statements), what).toBe(code)
  })

  test('a line is of the department and the payment code that its service has', async () => {
    const id = randomUUIDv7()
    const paid = (line: string) => [paymentOf(facts.mine, { id }), receiptOf(id), line, tenderOf(id)]
    const foreign = '(select d.id from departments d where d.id <> department_id order by code limit 1)'
    for (const of of [
      { department: foreign, code: 'payment_code' },
      { department: 'department_id', code: "'448099'" },
    ])
      expect(await as('cashier', ...paid(lineOf(id, 1, 100, of))), of.department).toBe('40001')
  })

  test('nothing is added to a payment of yesterday', async () => {
    expect(await as('cashier', lineOf(facts.payment, 9))).toBe('GS002')
    expect(await as('cashier', tenderOf(facts.payment, 9))).toBe('GS002')
    expect(await as('cashier', receiptOf(facts.payment))).toMatch(/GS002|23505/)
    expect(await as('cashier', receiptOf(randomUUIDv7()))).toBe('GS002')
  })

  test('a till is opened for oneself, now, once; closed by its cashier, with the right sum', async () => {
    const [her] = await town.sql`select id from staff where login = 'kasa2'`
    const [desk3] = await town.sql`select id from desks where number = 3`
    const till = (desk: string, staff: string) =>
      `insert into tills (id, desk_id, staff_id, opened_at, opening_float_cents) values (gen_random_uuid(), '${desk}', '${staff}', '2020-01-01', 0)`
    const [me] = await town.sql`select id from staff where login = 'kasa1'`
    expect(await as('cashier', till(desk3?.['id'], her?.['id']))).toBe('GS002')
    expect(await as('cashier', till(desk3?.['id'], me?.['id']))).toBe('23505')
    const closing = (id: string, expected: string, difference = 0) =>
      `insert into till_closings (till_id, expected_cents, counted_cents, difference_cents, left_cents)
        values ('${id}', ${expected}, ${expected} + ${difference}, ${difference}, ${expected} + ${difference})`
    const takings = (cents: string) =>
      `insert into cash_vouchers (id, till_id, direction, subject, subject_id, amount_cents, ground)
        values (gen_random_uuid(), '${facts.mine}', 'in', 'takings', '${facts.mine}', ${cents}, 'x')`
    const [sum] =
      await town.sql`select sum(total_cents) + 5000 as cents from payments where till_id = ${facts.mine}`
    expect(await as('cashier', closing(facts.theirs, '5000'))).toBe('GS001')
    expect(await as('cashier', closing(facts.mine, '5000'))).toBe('40001')
    expect(await as('cashier', closing(facts.mine, sum?.['cents'], -3))).toBe('23514')
    expect(await as('cashier', closing(facts.mine, sum?.['cents'])), 'not in the cash book').toBe('GS002')
    const inTheBook = takings(`${sum?.['cents']} - 5000`)
    expect(await as('cashier', inTheBook, closing(facts.mine, sum?.['cents']))).toBe('done')
  })

  test.each(POSTS)(
    'what %s writes in the logbook stands under the own name and the time of now',
    async post => {
      const who = staffRole(town.place.database, LOGINS[post])
      await lines[
        post
      ]`insert into logbook (at, who, act, facts) values ('2001-01-01', 'somebody', 'forged', '{}')`
      const [row] =
        await town.sql`select who, at > now() - interval '1 minute' as fresh from logbook order by id desc limit 1`
      expect(row).toEqual({ who, fresh: true })
    },
  )

  test('only an administrator adds and disables staff, and sets the password of others', async () => {
    const verifier = scramVerifier('нова-парола')
    const add = `select add_staff(gen_random_uuid(), 'nov', 'Нов', 'cashier', '${verifier}')`
    const disable = "select disable_staff('kasa2')"
    const password = `select set_staff_password('kasa2', '${verifier}')`
    for (const post of ['cashier', 'clerk', 'head', 'auditor', 'hub'] as const)
      for (const statement of [add, disable, password]) expect(await as(post, statement), post).toBe(DENIED)
    for (const statement of [add, password]) expect(await as('admin', statement)).toBe('done')
    for (const post of POSTS)
      expect(await as(post, `select set_staff_password('${LOGINS[post]}', '${verifier}')`)).toBe(
        post === 'hub' ? DENIED : 'done',
      )
  })

  test('a password never reaches the server in the clear, nor a login that is code', async () => {
    expect(await as('admin', "select add_staff(gen_random_uuid(), 'nov', 'Нов', 'cashier', 'clear')")).toBe(
      'GS002',
    )
    expect(await as('admin', "select set_staff_password('kasa2', 'clear')")).toBe('GS002')
    const verifier = scramVerifier('нова-парола')
    for (const login of ['x"; drop table town; --', 'a_b', 'Ab', ''])
      expect(
        await as(
          'admin',
          `select add_staff(gen_random_uuid(), $a$${login}$a$, 'Нов', 'cashier', '${verifier}')`,
        ),
      ).toBe('23514')
    expect(
      await as('admin', `select add_staff(gen_random_uuid(), 'nov', 'Нов', 'owner', '${verifier}')`),
    ).toBe('23514')
  })
})
