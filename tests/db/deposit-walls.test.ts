import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listWaitingTills } from '../../office/books/list-deposits.ts'
import { makeDeposit } from '../../office/books/make-deposit.ts'
import { matchTerminal } from '../../office/books/match-terminal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const DENIED = '42501'

describe.each(servers)('deposits and terminals behind the program’s back, on PostgreSQL %s', version => {
  let town: TestTown
  let lines: Record<'kasa1' | 'kasa2' | 'head' | 'delo' | 'admin' | 'audit', postgres.Sql>
  let kasa1: Session
  let desk: string
  let waiting: { id: string; amount: bigint }
  let more: string
  let empty: string
  let done: string
  let report: string

  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    const closeWith = async (counted: bigint) => {
      const till = await openTillFor(kasa1, counted)
      await closeTill(kasa1.ctx(), { tillId: till.id, counted, reason: null })
      return till.id
    }
    const deposited = await closeWith(5000n)
    done = (
      await makeDeposit(kasa1.ctx(), {
        id: randomUUIDv7(),
        tillIds: [deposited],
        money: { '5000': 1 },
        note: null,
      })
    ).id
    waiting = { id: await closeWith(2000n), amount: 2000n }
    more = await closeWith(700n)
    empty = await closeWith(0n)
    await openTillFor(kasa1, 0n)
    await payOnce(kasa1)
    desk = kasa1.desk?.id ?? ''
    report = randomUUIDv7()
    await town.sql`update desks set terminal = 'T0000001' where number = 1`
    const today = kasa1.ctx().today
    await matchTerminal(kasa1.ctx(), {
      id: report,
      terminal: 'T0000001',
      day: today,
      stated: 0n,
      reason: null,
    })
    const open = (login: string) => lineAs(town, login)
    lines = {
      kasa1: open('kasa1'),
      kasa2: open('kasa2'),
      head: open('head'),
      delo: open('delo'),
      admin: open('admin'),
      audit: open('audit'),
    }
  })
  afterAll(async () => {
    await Promise.all(Object.values(lines).map(line => line.end()))
    await town.close()
  })

  const deposit = (id: string, amount: bigint, more = '', values = '', coins = amount) =>
    `insert into bank_deposits (id, desk_id, amount_cents, counted_money${more}) values ('${id}', '${desk}', ${amount}, '{"1": ${coins}}'${values})`
  const carry = (id: string, till: string) =>
    `insert into deposited_tills (deposit_id, till_id) values ('${id}', '${till}')`
  const reported = (stated: number, expected: number, reason: string, more = '', values = '') =>
    `insert into terminal_reports (id, terminal, day, stated_cents, expected_cents, reason${more})
      values ('${randomUUIDv7()}', 'T0000001', current_date, ${stated}, ${expected}, ${reason}${values})`

  test('whole tills make a deposit, exactly their money, by a cashier or a head alone', async () => {
    const id = randomUUIDv7()
    const right = [deposit(id, waiting.amount), carry(id, waiting.id)]
    expect(await outcome(lines.kasa1, ...right)).toBe('done')
    expect(await outcome(lines.head, ...right)).toBe('done')
    for (const line of [lines.delo, lines.admin, lines.audit])
      expect(await outcome(line, ...right)).toBe(DENIED)
    expect(await outcome(lines.kasa1, deposit(id, 1999n), carry(id, waiting.id))).toBe('GS002')
    expect(await outcome(lines.kasa1, deposit(id, 2000n))).toBe('GS002')
    expect(await outcome(lines.kasa1, deposit(id, 0n))).toBe('23514')
    expect((await listWaitingTills(kasa1.ctx())).map(till => till.id)).toEqual([waiting.id, more])
  })

  test('money of somebody else, money that was not counted and a till beyond the sum stay where they are', async () => {
    const id = randomUUIDv7()
    const right = [deposit(id, waiting.amount), carry(id, waiting.id)]
    expect(await outcome(lines.kasa2, ...right), 'another cashier').toBe('GS002')
    expect(await outcome(lines.kasa1, deposit(id, 2000n, '', '', 1999n), carry(id, waiting.id))).toBe('GS002')
    const unseen = ['set constraints all immediate', 'set constraints all deferred', carry(id, more)]
    expect(await outcome(lines.kasa1, ...right, ...unseen), 'after the sum was checked').toBe('GS002')
    expect(await outcome(lines.kasa1, deposit(id, 2000n), carry(id, waiting.id), carry(id, empty))).toBe(
      'GS002',
    )
  })

  test('an open till, one already carried and a deposit of earlier take nothing more', async () => {
    const id = randomUUIDv7()
    const [open] = await town.sql`select till_id from open_tills limit 1`
    const [carried] = await town.sql`select till_id from deposited_tills limit 1`
    expect(await outcome(lines.kasa1, deposit(id, 2000n), carry(id, open?.['till_id']))).toBe('23503')
    expect(await outcome(lines.kasa1, deposit(id, 2000n), carry(id, carried?.['till_id']))).toBe('23505')
    expect(await outcome(lines.kasa1, carry(done, waiting.id))).toBe('GS002')
  })

  test('who, when and the number are the database’s, whatever is written', async () => {
    const id = randomUUIDv7()
    const [head] = await town.sql`select id from staff where login = 'head'`
    const undo = new Error('undo')
    const made = lines.kasa1.begin(async sql => {
      await sql.unsafe(
        deposit(
          id,
          2000n,
          ', staff_id, made_at, year, number',
          `, '${head?.['id']}', '2001-01-01', 2001, 77`,
        ),
      )
      await sql.unsafe(carry(id, waiting.id))
      const [row] = await sql`select staff_id, year, number, made_at > now() - interval '1 minute' as is_now
        from bank_deposits where id = ${id}`
      expect(row).toMatchObject({
        staff_id: kasa1.who.id,
        year: kasa1.ctx().today.year,
        number: 2,
        is_now: true,
      })
      throw undo
    })
    await expect(made).rejects.toBe(undo)
  })

  test('nothing of a deposit or of a report changes or goes', async () => {
    for (const line of [lines.kasa1, lines.head, lines.admin])
      for (const statement of [
        `update bank_deposits set note = 'друг' where id = '${done}'`,
        `delete from deposited_tills where deposit_id = '${done}'`,
        `delete from bank_deposits where id = '${done}'`,
        `update terminal_reports set stated_cents = 1 where id = '${report}'`,
        `delete from terminal_reports where id = '${report}'`,
      ])
        expect(await outcome(line, statement), statement).toBe(DENIED)
    const asOwner = town.sql.unsafe(`update bank_deposits set note = 'друг' where id = '${done}'`)
    await expect(asOwner).rejects.toMatchObject({ code: 'GS002' })
  })

  test('a report says who made it and why it differs', async () => {
    expect(await outcome(lines.kasa1, reported(0, 0, 'null'))).toBe('done')
    expect(await outcome(lines.head, reported(-10, 0, `'грешен бон'`))).toBe('done')
    expect(await outcome(lines.kasa1, reported(90, 0, 'null'))).toBe('23514')
    expect(await outcome(lines.kasa1, reported(90, 0, `'  x '`))).toBe('23514')
    expect(await outcome(lines.kasa1, reported(90, 90, 'null')), 'not what the receipts say').toBe('40001')
    for (const line of [lines.delo, lines.admin, lines.audit])
      expect(await outcome(line, reported(0, 0, 'null'))).toBe(DENIED)
    const [head] = await town.sql`select id from staff where login = 'head'`
    expect(await outcome(lines.kasa1, reported(0, 0, 'null', ', staff_id', `, '${head?.['id']}'`))).toBe(
      'done',
    )
    const [row] = await town.sql`select staff_id from terminal_reports where id = ${report}`
    expect(row?.['staff_id']).toBe(kasa1.who.id)
  })
})
