import { randomUUIDv7 } from 'node:crypto'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { payMixed } from '../support/other-tenders.ts'
import { lineAs, outcome } from '../support/psql.ts'
import { reverse, yesTo } from '../support/reversing.ts'
import { openTillFor, payOnce, servers, type TestTown, testTown } from '../support/town.ts'

const DENIED = '42501'

describe.each(servers)('reversals behind the program’s back, on PostgreSQL %s', version => {
  let town: TestTown
  let lines: Record<'kasa1' | 'kasa2' | 'head' | 'delo' | 'admin' | 'audit', postgres.Sql>
  let kasa1: Session
  let head: Session
  let tills: { mine: string; theirs: string; closed: string }
  let payment: string
  let other: string
  let done: { payment: string; reversal: string; confirmation: string }

  beforeAll(async () => {
    town = await testTown(version)
    const kasa2 = await town.signIn('kasa2', 2)
    ;[kasa1, head] = await Promise.all([town.signIn('kasa1', 1), town.signIn('head', 3)])
    const closed = await openTillFor(kasa1, 100_000n)
    await closeTill(kasa1.ctx(), { tillId: closed.id, counted: 100_000n, reason: null })
    const [mine, theirs] = [await openTillFor(kasa1, 0n), await openTillFor(kasa2)]
    tills = { mine: mine.id, theirs: theirs.id, closed: closed.id }
    payment = (await payOnce(kasa1)).paymentId
    other = (await payOnce(kasa1)).paymentId
    const reversed = (await payOnce(kasa1)).paymentId
    const confirmation = await yesTo(reversed, head)
    const made = await reverse(kasa1, reversed, head, { confirmationId: confirmation })
    done = { payment: reversed, reversal: made.reversalId, confirmation }
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

  const reversalOf = (
    paymentId: string,
    till: string,
    confirmation: string,
    more: { reason?: string; reference?: string } = {},
  ) =>
    `insert into reversals (id, payment_id, till_id, reason, confirmation_id, refund_reference, reversed_at, desk_id, year, number)
     select '${randomUUIDv7()}', '${paymentId}', '${till}', '${more.reason ?? 'отказ'}', '${confirmation}',
       ${more.reference ? `'${more.reference}'` : 'null'}, '2020-01-01', id, 1999, 777 from desks where number = 3`
  const yes = (subject: string, more: { act?: string; staff?: string; at?: string } = {}) => {
    const id = randomUUIDv7()
    return {
      id,
      sql: `insert into confirmations (id, act, subject_id, staff_id, given_at)
        select '${id}', '${more.act ?? 'reversals.make'}', '${subject}', id, '${more.at ?? 'now'}'
        from staff where login = '${more.staff ?? 'head'}'`,
    }
  }

  test('with a second person’s yes, out of the own open till: number, time and desk are the database’s', async () => {
    const confirmation = await yesTo(payment, head)
    const undone = new Error('undone')
    let made: unknown
    await lines.kasa1
      .begin(async sql => {
        await sql.unsafe(reversalOf(payment, tills.mine, confirmation))
        ;[made] = await sql`select d.number as desk, r.number, r.year = extract(year from now()) as year,
          r.reversed_at = now() as now from reversals r join desks d on d.id = r.desk_id where r.payment_id = ${payment}`
        throw undone
      })
      .catch((error: unknown) => expect(error).toBe(undone))
    expect(made).toEqual({ desk: 1, number: 2, year: true, now: true })
  })

  test('without a yes, with another payment’s, with one to something else: refused', async () => {
    const anothers = await yesTo(other, head)
    expect(await outcome(lines.kasa1, reversalOf(payment, tills.mine, anothers))).toBe('GS001')
    expect(await outcome(lines.kasa1, reversalOf(payment, tills.mine, randomUUIDv7()))).toBe('GS001')
    const price = yes(payment, { act: 'payments.override' })
    expect(await outcome(lines.head, price.sql)).toBe('done')
    expect(await outcome(lines.kasa1, reversalOf(payment, tills.mine, done.confirmation))).toBe('GS001')
  })

  test('nobody says yes for somebody else, to oneself, or in another time', async () => {
    const forged = yes(payment, { staff: 'head', at: '2020-01-01' })
    expect(await outcome(lines.kasa1, forged.sql, reversalOf(payment, tills.mine, forged.id))).toBe('GS001')
    const [row] = (await lines.kasa1.begin(async sql => {
      await sql.unsafe(forged.sql)
      return sql`select s.login, c.given_at = now() as now from confirmations c join staff s on s.id = c.staff_id
        where c.id = ${forged.id}`
    })) as unknown as [unknown]
    expect(row).toEqual({ login: 'kasa1', now: true })
  })

  test('a cashier says yes to a reversal but not to a price; clerk, admin and auditor to nothing', async () => {
    expect(await outcome(lines.kasa2, yes(payment).sql)).toBe('done')
    expect(await outcome(lines.kasa2, yes(payment, { act: 'payments.override' }).sql)).toBe(DENIED)
    for (const login of ['delo', 'admin', 'audit'] as const)
      expect(await outcome(lines[login], yes(payment).sql), login).toBe(DENIED)
  })

  test('a yes of sixteen minutes ago is none any more', async () => {
    const old = randomUUIDv7()
    await town.sql`insert into confirmations (id, act, subject_id, staff_id, given_at)
      select ${old}, 'reversals.make', ${payment}, id, now() - interval '16 minutes' from staff where login = 'head'`
    expect(await outcome(lines.kasa1, reversalOf(payment, tills.mine, old))).toBe('GS001')
  })

  test('out of somebody else’s till, a closed one or none: refused; by other posts: denied', async () => {
    const confirmation = await yesTo(payment, head)
    for (const till of [tills.theirs, tills.closed, randomUUIDv7()])
      expect(await outcome(lines.kasa1, reversalOf(payment, till, confirmation))).toBe('GS001')
    for (const login of ['head', 'delo', 'admin', 'audit'] as const)
      expect(await outcome(lines[login], reversalOf(payment, tills.mine, confirmation)), login).toBe(DENIED)
  })

  test('twice: refused, whatever the confirmation', async () => {
    const again = await yesTo(done.payment, head)
    expect(await outcome(lines.kasa1, reversalOf(done.payment, tills.mine, again))).toBe('23505')
    expect(await outcome(lines.kasa1, reversalOf(done.payment, tills.mine, done.confirmation))).toBe('23505')
  })

  test('more cash than the till holds, a reason that is none, an older snapshot: refused', async () => {
    const confirmation = await yesTo(payment, head)
    const [sum] = await town.sql`select till_cash(${tills.mine})::text as held`
    const emptied = `insert into cash_movements (id, till_id, kind, amount_cents, reason)
      values ('${randomUUIDv7()}', '${tills.mine}', 'pay_out', ${sum?.['held']}, 'към банката')`
    expect(await outcome(lines.kasa1, emptied, reversalOf(payment, tills.mine, confirmation))).toBe('GS001')
    expect(await outcome(lines.kasa1, reversalOf(payment, tills.mine, confirmation, { reason: ' x ' }))).toBe(
      '23514',
    )
    expect(
      await outcome(
        lines.kasa1,
        'set transaction isolation level serializable',
        reversalOf(payment, tills.mine, confirmation),
      ),
    ).toBe('GS002')
  })

  test('money of a card goes back with the refund’s number', async () => {
    const { paymentId } = await payMixed(kasa1, { card: 1n })
    const confirmation = await yesTo(paymentId, head)
    expect(await outcome(lines.kasa1, reversalOf(paymentId, tills.mine, confirmation))).toBe('GS001')
    const told = reversalOf(paymentId, tills.mine, confirmation, { reference: 'RRN 7' })
    expect(await outcome(lines.kasa1, told)).toBe('done')
  })

  describe.each(['reversals', 'confirmations'])('%s', table => {
    test('are not changed, deleted or emptied, not even by the owner', async () => {
      const change = `update ${table} set id = id`
      for (const statement of [change, `delete from ${table}`, `truncate ${table} cascade`]) {
        for (const [login, line] of Object.entries(lines))
          expect(await outcome(line, statement), `${login}: ${statement}`).toBe(DENIED)
        expect(await outcome(town.sql, statement)).toBe('GS002')
      }
    })
  })
})
