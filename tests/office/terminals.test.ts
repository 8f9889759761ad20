import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchTerminal } from '../../office/books/match-terminal.ts'
import { seeTerminals, unmatchedTerminals } from '../../office/books/see-terminals.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { isUnmatched, terminalState } from '../../rules/terminals.ts'
import { nextDay } from '../support/next-day.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import {
  lineOf,
  newest,
  openTillFor,
  payOnce,
  pricedService,
  type TestTown,
  testTown,
} from '../support/town.ts'

let rrn = 100_000_000_000
async function payByCard(session: Session, terminal: string, card: bigint) {
  const service = await pricedService(session.ctx())
  return takePayment(session.ctx(), {
    paymentId: randomUUIDv7(),
    lines: [lineOf(service, 9)],
    given: null,
    others: [
      {
        tender: 'card',
        amount: card,
        terminal,
        authorisation: 'A1B2C3',
        rrn: String(rrn++),
        cardTail: '4242',
      },
    ],
  })
}

describe.each(newest)('card terminals on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session
  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 2),
    ])
    await town.sql`update desks set terminal = 'T0000009' where number = 3`
    await openTillFor(kasa1)
    await openTillFor(kasa2)
  })
  afterAll(() => town.close())
  const today = () => ({ from: head.ctx().today, to: head.ctx().today })
  const match = (
    session: Session,
    terminal: string,
    stated: bigint,
    reason: string | null = null,
    day = today().from,
  ) => matchTerminal(session.ctx(), { id: randomUUIDv7(), terminal, day, stated, reason })

  test('card totals of a day by terminal, less what went back; cash is none of it', async () => {
    expect((await seeTerminals(head.ctx(), today())).map(day => [day.terminal, terminalState(day)])).toEqual([
      ['T0000009', 'idle'],
    ])
    await payByCard(kasa1, 'T0000001', 300n)
    const second = await payByCard(kasa2, 'T0000001', 200n)
    await payByCard(kasa2, 'T0000002', 50n)
    await payOnce(kasa1)
    await reverse(kasa2, second.paymentId, head, { refundReference: 'V7' })
    const days = await seeTerminals(kasa1.ctx(), today())
    expect(days.map(day => [day.terminal, day.payments, day.paid, day.reversals, day.returned])).toEqual([
      ['T0000001', 2, 500n, 1, 200n],
      ['T0000002', 1, 50n, 0, 0n],
      ['T0000009', 0, 0n, 0, 0n],
    ])
    expect((await unmatchedTerminals(head.ctx())).map(day => day.terminal)).toEqual(['T0000001', 'T0000002'])
  })

  test('a total that differs wants its reason; a later report replaces the earlier in the view, both stay', async () => {
    const difference = await refused(match(kasa1, 'T0000001', 310n), 'terminal.difference_needs_reason')
    expect(difference).toEqual({ terminal: 'T0000001', difference: 10n })
    const explained = await match(kasa1, 't0000001', 310n, 'бонът е от вчера')
    expect(terminalState(explained)).toBe('explained')
    expect(explained.report).toMatchObject({ stated: 310n, expected: 300n, who: 'Мария Иванова' })
    const input = { id: randomUUIDv7(), terminal: 'T0000001', day: today().from, stated: 300n, reason: null }
    const [matched, again] = await Promise.all([
      matchTerminal(head.ctx(), input),
      matchTerminal(head.ctx(), input),
    ])
    expect(terminalState(matched)).toBe('matched')
    expect(again).toEqual(matched)
    const [{ count } = { count: 0 }] =
      await town.sql`select count(*)::int from terminal_reports where terminal = 'T0000001'`
    expect(count).toBe(2)
    const logged = await town.sql`select act from logbook where subject_id = ${input.id}`
    expect(logged).toHaveLength(1)
  })

  test('money that moves after the match asks for another one', async () => {
    await payByCard(kasa1, 'T0000001', 100n)
    const [day] = await seeTerminals(head.ctx(), today())
    expect(day && [terminalState(day), isUnmatched(day)]).toEqual(['changed', true])
    await match(kasa1, 'T0000001', 400n)
    expect((await unmatchedTerminals(head.ctx())).map(day => day.terminal)).toEqual(['T0000002'])
  })

  test('a reversal on another day counts on its own day, below zero where nothing else came', async () => {
    const taken = await payByCard(kasa2, 'T0000003', 70n)
    await match(kasa2, 'T0000003', 70n)
    await nextDay(town)
    await reverse(kasa2, taken.paymentId, head, { refundReference: 'V8' })
    const days = await seeTerminals(head.ctx(), today())
    expect(days.map(day => [day.terminal, day.paid - day.returned])).toEqual([
      ['T0000003', -70n],
      ['T0000009', 0n],
    ])
  })

  test('what cannot be matched: an unknown terminal, a day to come, by an auditor', async () => {
    await refused(match(kasa1, 'T0009999', 0n), 'terminal.unknown')
    await refused(match(kasa1, 'T0000009', 0n, null, today().from.add({ days: 1 })), 'terminal.day_ahead')
    expect(terminalState(await match(kasa1, 'T0000009', 0n))).toBe('matched')
    const auditor = await town.signIn('audit')
    await refused(match(auditor, 'T0000009', 0n), 'authority.denied')
  })
})
