import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scramVerifier } from '../../office/staff/scram.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const DENIED = '42501'
const REFUSED = 'GS001'
const BROKEN = 'GS002'
const AGAIN = '40001'
const CHECKED = '23514'

describe.each(servers)('what psql may do with tills on PostgreSQL %s', version => {
  let town: TestTown
  let lines: Record<'kasa1' | 'kasa2' | 'kasa3' | 'head' | 'admin' | 'audit' | 'delo', postgres.Sql>
  let mine: string
  let theirs: string
  let closed: string
  let expected: number

  beforeAll(async () => {
    town = await testTown(version)
    const [kasa1, kasa2] = await Promise.all([town.signIn('kasa1', 1), town.signIn('kasa2', 2)])
    closed = (await openTillFor(kasa1, 0n)).id
    await closeTill(kasa1.ctx(), { tillId: closed, counted: 0n, reason: null })
    ;[mine, theirs] = [(await openTillFor(kasa1)).id, (await openTillFor(kasa2)).id]
    expected = 5000 + Number((await payOnce(kasa1)).total)
    await town.sql`select add_staff(${randomUUIDv7()}, 'kasa3', 'Нова каса', 'cashier', ${scramVerifier(DEMO_PASSWORD)})`
    const as = (login: string) => lineAs(town, login)
    lines = {
      kasa1: as('kasa1'),
      kasa2: as('kasa2'),
      kasa3: as('kasa3'),
      head: as('head'),
      admin: as('admin'),
      audit: as('audit'),
      delo: as('delo'),
    }
  })
  afterAll(async () => {
    await Promise.all(Object.values(lines).map(line => line.end()))
    await town.close()
  })

  const movement = (till: string, kind: string, cents: number, id = randomUUIDv7()) =>
    `insert into cash_movements (id, till_id, kind, amount_cents, reason) values ('${id}', '${till}', '${kind}', ${cents}, 'причина')`
  const voucher = (till: string, direction: string, subject: string, of: string, cents: number) =>
    `insert into cash_vouchers (id, till_id, direction, subject, subject_id, amount_cents, ground)
      values ('${randomUUIDv7()}', '${till}', '${direction}', '${subject}', '${of}', ${cents}, 'основание')`
  const closing = (till: string, sum: number, counted = sum, left = 0, money = 'null') =>
    `insert into till_closings (till_id, expected_cents, counted_cents, difference_cents, reason, left_cents, counted_money)
      values ('${till}', ${sum}, ${counted}, ${counted - sum}, 'причина', ${left}, ${money})`

  test('cash is moved with its voucher, whole and once', async () => {
    const id = randomUUIDv7()
    const both = [movement(mine, 'pay_in', 100, id), voucher(mine, 'in', 'movement', id, 100)]
    expect(await outcome(lines.kasa1, ...both)).toBe('done')
    expect(await outcome(lines.kasa1, both[0]!)).toBe(BROKEN)
    expect(await outcome(lines.kasa1, both[0]!, voucher(mine, 'in', 'movement', id, 99))).toBe(BROKEN)
    expect(await outcome(lines.kasa1, both[0]!, voucher(mine, 'out', 'movement', id, 100))).toBe(BROKEN)
    expect(await outcome(lines.kasa1, ...both, voucher(mine, 'in', 'movement', id, 100))).toBe('23505')
    expect(await outcome(lines.kasa1, movement(mine, 'no_sale', 0))).toBe('done')
  })

  test('only out of and into the own open till, and never more than lies in it', async () => {
    for (const till of [theirs, closed])
      expect(await outcome(lines.kasa1, movement(till, 'no_sale', 0)), till).toBe(REFUSED)
    expect(await outcome(lines.kasa1, movement(mine, 'pay_out', expected + 1))).toBe(REFUSED)
    expect(await outcome(lines.kasa1, movement(mine, 'pay_in', 0))).toBe(CHECKED)
    expect(await outcome(lines.kasa1, movement(mine, 'no_sale', 1))).toBe(CHECKED)
    for (const post of ['head', 'admin', 'audit', 'delo'] as const)
      expect(await outcome(lines[post], movement(mine, 'no_sale', 0)), post).toBe(DENIED)
  })

  test('a closing tells what there is, with its vouchers, and is one’s own or a head’s', async () => {
    const whole = [
      voucher(mine, 'in', 'takings', mine, expected - 5000),
      voucher(mine, 'out', 'handed_over', mine, expected),
      closing(mine, expected),
    ]
    expect(await outcome(lines.kasa1, ...whole)).toBe('done')
    expect(await outcome(lines.head, ...whole)).toBe('done')
    expect(await outcome(lines.kasa2, closing(mine, expected))).toBe(REFUSED)
    expect(await outcome(lines.admin, closing(mine, expected))).toBe(DENIED)
    expect(await outcome(lines.kasa1, closing(mine, expected))).toBe(BROKEN)
    expect(await outcome(lines.kasa1, closing(mine, expected - 1))).toBe(AGAIN)
    expect(await outcome(lines.kasa1, closing(mine, expected, expected, expected + 1))).toBe(CHECKED)
    expect(await outcome(lines.kasa1, ...whole.slice(0, 2), closing(mine, expected, expected - 5))).toBe(
      BROKEN,
    )
  })

  test('a voucher of an opening or a closing is issued with it, never before or after', async () => {
    for (const subject of ['takings', 'difference', 'handed_over'])
      for (const direction of ['in', 'out'])
        expect(await outcome(lines.kasa1, voucher(mine, direction, subject, mine, 100)), subject).toBe(BROKEN)
    expect(await outcome(lines.head, voucher(mine, 'out', 'handed_over', mine, 100))).toBe(BROKEN)
    const opened = randomUUIDv7()
    const opening = `insert into tills (id, desk_id, staff_id, opening_float_cents)
      select '${opened}', d.id, s.id, 0 from desks d, staff s where d.number = 3 and s.login = 'kasa3'`
    const unseen = ['set constraints all immediate', 'set constraints all deferred']
    expect(await outcome(lines.kasa3, opening)).toBe('done')
    expect(await outcome(lines.kasa3, opening, ...unseen, voucher(opened, 'in', 'float', opened, 100))).toBe(
      BROKEN,
    )
  })

  test('notes and coins make the counted sum', async () => {
    const whole = (pieces: number) => [
      voucher(mine, 'in', 'takings', mine, expected - 5000),
      voucher(mine, 'out', 'handed_over', mine, expected),
      closing(mine, expected, expected, 0, `'{"1": ${pieces}}'`),
    ]
    expect(await outcome(lines.kasa1, ...whole(expected))).toBe('done')
    expect(await outcome(lines.kasa1, ...whole(expected - 1))).toBe(BROKEN)
  })

  test('what was moved, vouchered and closed never changes, whoever asks', async () => {
    for (const table of ['cash_movements', 'cash_vouchers', 'till_closings', 'settings'])
      for (const line of [lines.kasa1, lines.head, lines.admin]) {
        expect(await outcome(line, `delete from ${table}`), table).toBe(DENIED)
        expect(await outcome(line, `truncate ${table} cascade`), table).toBe(DENIED)
      }
    expect(await outcome(lines.kasa1, `update till_closings set counted_cents = 0`)).toBe(DENIED)
    expect(await outcome(lines.kasa1, `update cash_vouchers set amount_cents = 1`)).toBe(DENIED)
  })

  test('numbers of Z and vouchers are the database’s, without a gap', async () => {
    const named = `insert into cash_vouchers (id, till_id, direction, subject, subject_id, amount_cents, ground, number, year)
      values ('${randomUUIDv7()}', '${mine}', 'in', 'takings', '${mine}', 1, 'основание', 999, 1999) returning number, year`
    const undone = lines.kasa1.begin(async sql => {
      const [row] = await sql.unsafe(named)
      expect(row).toMatchObject({ number: 2, year: new Date().getFullYear() })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    const numbers = await town.sql`select direction, number from cash_vouchers where desk_id =
      (select desk_id from tills where id = ${mine}) order by direction, number`
    for (const direction of ['in', 'out']) {
      const own = numbers.filter(row => row['direction'] === direction).map(row => row['number'])
      expect(own).toEqual(own.map((_, at) => at + 1))
    }
  })
})
