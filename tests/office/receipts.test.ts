import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerParty } from '../../office/parties/register-party.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { listJobs } from '../../office/print/list-jobs.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { findReceipts } from '../../office/receipts/find-receipts.ts'
import { listPapers } from '../../office/receipts/list-papers.ts'
import { showPayment, showReceipt } from '../../office/receipts/show-receipt.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showCents } from '../../rules/money.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import { seedPayment } from '../support/seed-payment.ts'
import {
  lineOf,
  newest,
  openTillFor,
  payOnce,
  pricedService,
  type TestTown,
  testTown,
} from '../support/town.ts'

describe.each(newest)('receipts, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let head: Session

  beforeAll(async () => {
    town = await testTown(version)
    ;[kasa1, kasa2, head] = await Promise.all([
      town.signIn('kasa1', 1),
      town.signIn('kasa2', 2),
      town.signIn('head', 3),
    ])
    await Promise.all([openTillFor(kasa1), openTillFor(kasa2)])
  })
  afterAll(() => town.close())

  const find = async (session: Session, text: string, more: { limit?: number; before?: string } = {}) => {
    const found = await findReceipts(session.ctx(), { text, ...more })
    return { ...found, numbers: found.receipts.map(receipt => receipt.number) }
  }
  const register = async (name: string, digits: string | null = null) => {
    const id = randomUUIDv7()
    await registerParty(kasa1.ctx(), {
      id,
      kind: 'person',
      identifier: digits === null ? null : { kind: 'egn', digits },
      name,
    })
    return id
  }
  const payFor = async (session: Session, payerId: string, quantity = 1) =>
    takePayment(session.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(await pricedService(session.ctx()), quantity)],
      given: null,
      payerId,
    })

  test('are found by number in any written form, the bare one at the own desk', async () => {
    const taken = await payOnce(kasa1)
    const [desk, year, number] = taken.receiptNumber.split('-').map(Number)
    for (const text of [taken.receiptNumber, `№ ${desk}-${year}-${number}`, String(number), '000001'])
      expect((await find(kasa1, text)).numbers, text).toEqual([taken.receiptNumber])
    expect((await find(kasa2, '999')).numbers).toEqual([])
  })

  test('of another desk a cashier finds by the whole number only, a head in every way', async () => {
    const taken = await payOnce(kasa2, 1)
    expect((await find(kasa1, taken.receiptNumber)).numbers).toEqual([taken.receiptNumber])
    for (const text of ['', 'днес', showCents(taken.total, 'bg')]) {
      expect((await find(kasa1, text)).numbers, text).not.toContain(taken.receiptNumber)
      expect((await find(kasa2, text)).numbers, text).toContain(taken.receiptNumber)
      expect((await find(head, text)).numbers, text).toContain(taken.receiptNumber)
    }
  })

  test('are found by the payer’s name or number, whole or in pieces', async () => {
    const id = await register('Калина Христова Бояджиева', '7523169263')
    const [one, two] = [await payFor(kasa1, id), await payFor(kasa1, id, 2)]
    const both = [two.receiptNumber, one.receiptNumber]
    for (const text of ['Бояджиева', 'кал бояд', '7523169263'])
      expect((await find(kasa1, text)).numbers, text).toEqual(both)
    expect((await find(kasa1, 'Калинка')).numbers).toEqual([])
    expect((await find(kasa1, '…')).numbers).toEqual([])
    expect((await find(kasa1, 'Бояджиева')).receipts[0]).toMatchObject({
      payer: 'Калина Христова Бояджиева',
      cashier: 'Мария Иванова',
      desk: 1,
      reversal: null,
    })
  })

  test('are found by day and by amount, the newest first', async () => {
    const old = await seedPayment(town, 'kasa1', 1, '2025-03-04T10:00:00Z', 777n)
    const older = await seedPayment(town, 'kasa1', 1, '2025-03-04T09:00:00Z', 777n)
    const numbers = [older, old].map(({ year, number }) => `1-${year}-${String(number).padStart(6, '0')}`)
    for (const text of ['04.03.2025', '7,77']) {
      expect((await find(kasa1, text)).numbers.toSorted(), text).toEqual(numbers.toSorted())
      expect((await find(head, text)).numbers, text).toEqual(
        [old, older].map(({ year, number }) => `1-${year}-${String(number).padStart(6, '0')}`),
      )
    }
    expect((await find(kasa1, '05.03.2025')).numbers).toEqual([])
  })

  test('come in pages that neither repeat nor leave out', async () => {
    for (const at of [0, 1, 2, 0, 1]) await payOnce(kasa2, at)
    for (const session of [kasa2, head]) {
      const all = await find(session, '')
      const paged: string[] = []
      for (let before: string | undefined; ; ) {
        const page = await find(session, '', { limit: 2, ...(before ? { before } : {}) })
        paged.push(...page.numbers)
        before = page.receipts.at(-1)?.paymentId
        if (!page.isMore) break
      }
      expect(paged).toEqual(all.numbers)
    }
  })

  test('are shown whole: lines, tenders, papers, duplicates with their makers, the reversal', async () => {
    const id = await register('Борис Борисов')
    const taken = await payFor(kasa1, id, 3)
    await town.sql`update print_jobs set state = 'printed' where id = ${taken.printJobId}`
    await printCopy(kasa2.ctx(), { id: randomUUIDv7(), jobId: taken.printJobId })
    const made = await reverse(kasa1, taken.paymentId, kasa2, { reason: 'дублирано' })
    const shown = await showReceipt(kasa2.ctx(), taken.receiptNumber)
    expect(shown).toMatchObject({
      paymentId: taken.paymentId,
      number: taken.receiptNumber,
      cashier: 'Мария Иванова',
      payer: { name: 'Борис Борисов' },
      tenders: taken.tenders,
      reversal: {
        number: made.number,
        cashier: 'Мария Иванова',
        confirmedBy: 'Петър Георгиев',
        reason: 'дублирано',
      },
    })
    expect(shown.lines).toEqual([expect.objectContaining({ quantity: 3, amount: taken.total })])
    expect(shown.papers.map(({ kind, copy, state }) => [kind, copy, state])).toEqual([
      ['receipt', 0, 'printed'],
      ['receipt', 1, 'queued'],
      ['reversal', 0, 'queued'],
    ])
    expect(shown.papers.map(paper => paper.duplicate?.who ?? null)).toEqual([null, 'Петър Георгиев', null])
    expect((await find(kasa1, taken.receiptNumber)).receipts[0]?.reversal?.number).toBe(made.number)
    expect(await showPayment(head.ctx(), taken.paymentId)).toEqual(shown)
  })

  test('that are not there are refused, and the registry clerk sees none', async () => {
    for (const text of ['1-2026-999999', '77-2026-1', 'Иван', ''])
      await refused(showReceipt(kasa1.ctx(), text), 'receipt.unknown')
    await refused(showPayment(kasa1.ctx(), randomUUIDv7()), 'receipt.unknown')
    const delo = await town.signIn('delo')
    await refused(findReceipts(delo.ctx(), { text: '' }), 'authority.denied')
    await refused(showReceipt(delo.ctx(), '1-2026-1'), 'authority.denied')
    expect((await listPapers(delo.ctx(), { text: '', limit: 5 })).papers).toEqual([])
    const audit = await town.signIn('audit', 3)
    expect((await find(audit, '7523169263')).receipts).toHaveLength(2)
  })

  test('the papers of a desk: what asks for a person first, then the newest, with their receipts', async () => {
    const [first, second] = [await payOnce(kasa1), await payOnce(kasa1)]
    await town.sql`update print_jobs set state = 'unsure' where id = ${first.printJobId}`
    const { papers } = await listPapers(kasa1.ctx(), { text: '', limit: 3 })
    expect(papers.slice(0, 2).map(({ receipt }) => receipt?.number)).toEqual([
      first.receiptNumber,
      second.receiptNumber,
    ])
    expect(papers.filter(({ job }) => job.id === first.printJobId)).toHaveLength(1)
    const [newest] = await listJobs(kasa1.ctx(), { deskId: kasa1.desk!.id, limit: 1 })
    expect(papers[1]?.job.id).toBe(newest?.id)
    const found = await listPapers(kasa1.ctx(), { text: second.receiptNumber, limit: 3 })
    expect(found).toMatchObject({ isMore: false, papers: [{ job: { id: second.printJobId } }] })
  })
})
