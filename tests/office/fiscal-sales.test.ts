import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueBill } from '../../office/bills/issue-bill.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { makeReversal } from '../../office/reversals/make-reversal.ts'
import { setFiscal } from '../../office/services/set-fiscal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { cents } from '../../rules/money.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Service } from '../../rules/services.ts'
import { fiscalDeviceAt, issued, needsFiscalReceipt } from '../support/fiscal-desk.ts'
import { refused } from '../support/refused.ts'
import { reverse, reversingOf } from '../support/reversing.ts'
import { lineOf, newest, openTillFor, pricedService, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('payments with a fiscal receipt on PostgreSQL %s', version => {
  let town: TestTown
  let desk1: Session
  let desk2: Session
  let head: Session
  let plain: Service
  let fiscal: Service
  let device: string
  beforeAll(async () => {
    town = await testTown(version)
    const admin = await town.signIn('admin')
    desk1 = await town.signIn('kasa1', 1)
    desk2 = await town.signIn('kasa2', 2)
    head = await town.signIn('head')
    plain = await pricedService(desk1.ctx(), 'normal', 0)
    fiscal = await pricedService(desk1.ctx(), 'normal', 1)
    await needsFiscalReceipt(admin, fiscal)
    device = await fiscalDeviceAt(town, 1)
    await openTillFor(desk1)
    await openTillFor(desk2)
  })
  afterAll(() => town.close())
  const priceOf = (service: Service) => Number(service.fees.normal?.cents)
  const pay = (services: Service[], paymentId: string = randomUUIDv7(), at = desk1) =>
    takePayment(at.ctx(), { paymentId, lines: services.map(service => lineOf(service)), given: null })
  const jobsOf = (paymentId: string) =>
    town.sql`select kind, printer_id, paper -> 'fiscal' as task from print_jobs
      where subject_id = ${paymentId} order by kind`

  test('a mixed basket is one payment, a receipt of the town and a fiscal receipt of the device', async () => {
    const taken = await pay([plain, fiscal])
    expect(taken.fiscal).toMatchObject({
      unp: expect.stringMatching(/^DT000600-\d{4}-0000001$/),
      total: fiscal.fees.normal?.cents,
    })
    const [owed, receipt] = await jobsOf(taken.paymentId)
    expect(receipt).toMatchObject({ kind: 'receipt', task: null })
    expect(owed).toMatchObject({
      kind: 'fiscal-receipt',
      printer_id: device,
      task: {
        task: 'sale',
        unp: taken.fiscal?.unp,
        lines: [{ name: fiscal.name.bg, taxGroup: 2, priceCents: priceOf(fiscal), quantity: 1 }],
        tenders: [{ how: 'cash', amountCents: priceOf(fiscal) }],
        totalCents: priceOf(fiscal),
      },
    })
    const text = textOf(taken.paper, 48)
    expect(text).toContain('ПРИХОДНА КВИТАНЦИЯ')
    expect(text).toContain(plain.code)
    expect(text).not.toContain(`${fiscal.code} `)
    expect(text).toContain('По фискален бон, УНП')
    expect(text).toContain(taken.fiscal?.unp)
    const lines = await town.sql`select tax_group from payment_lines
      where payment_id = ${taken.paymentId} order by ordinal`
    expect(lines.map(line => line['tax_group'])).toEqual([null, 2])
    const [logged] = await town.sql`select facts from logbook where subject_id = ${taken.paymentId}`
    expect(logged?.['facts']).toMatchObject({ unp: taken.fiscal?.unp })
  })

  test('where all of it is fiscal the town’s paper is a note that says it is no receipt', async () => {
    const { paper } = await pay([fiscal])
    const text = textOf(paper, 42)
    expect(paper.kind).toBe('receipt')
    expect(text).toContain('БЕЛЕЖКА КЪМ ФИСКАЛЕН БОН')
    expect(text).not.toContain('ПРИХОДНА КВИТАНЦИЯ')
  })

  test('sent again under its id it is taken once, with the same УНП', async () => {
    const paymentId = randomUUIDv7()
    const [one, two] = await Promise.all([pay([plain, fiscal], paymentId), pay([plain, fiscal], paymentId)])
    const three = await pay([plain, fiscal], paymentId)
    expect([two.fiscal, three.fiscal]).toEqual([one.fiscal, one.fiscal])
    expect(await jobsOf(paymentId)).toHaveLength(2)
  })

  test('two desks with one device: the numbers of its sales have no gap and none twice', async () => {
    await town.sql`insert into fiscal_desks (desk_id, printer_id) select id, ${device} from desks where number = 2`
    const before = await lastNumber()
    const sold = await Promise.all(
      [desk1, desk2, desk1, desk2, desk1, desk2].map(at => pay([fiscal], randomUUIDv7(), at)),
    )
    await refused(
      pay([fiscal, fiscal].map(service => ({ ...service, id: randomUUIDv7() }))),
      'service.unknown',
    )
    const numbers = sold.map(({ fiscal: part }) => Number(part?.unp.slice(-7))).sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map(n => before + n))
    expect(await lastNumber()).toBe(before + 6)
    await town.sql`delete from fiscal_desks where desk_id = (select id from desks where number = 2)`
  })

  const lastNumber = async () => {
    const [row] = await town.sql`select last_number from fiscal_series where printer_id = ${device}`
    return Number(row?.['last_number'] ?? 0)
  }

  test('only the device makes a duplicate of its receipt', async () => {
    const { fiscal: sale } = await pay([fiscal])
    const jobId = sale?.printJobId ?? ''
    await issued(town, jobId, '0000050')
    await refused(printCopy(desk1.ctx(), { id: randomUUIDv7(), jobId }), 'fiscal.no_copies')
  })

  test('a desk without a device takes all but what needs one', async () => {
    await pay([plain], randomUUIDv7(), desk2)
    expect(await refused(pay([plain, fiscal], randomUUIDv7(), desk2), 'fiscal.no_device')).toEqual({
      code: fiscal.code,
    })
  })

  test('a card covers the lines in their order, the fiscal receipt tells what paid its own', async () => {
    const slip = { terminal: 'T0000001', authorisation: 'A1B2C3', rrn: '700000000001', cardTail: '4242' }
    const amount = cents(priceOf(plain) + 1)
    const taken = await takePayment(desk1.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [lineOf(plain), lineOf(fiscal)],
      given: null,
      others: [{ tender: 'card', amount, ...slip }],
    })
    const [owed] = await jobsOf(taken.paymentId)
    expect(owed?.['task'].tenders).toEqual([
      { how: 'card', amountCents: 1 },
      { how: 'cash', amountCents: priceOf(fiscal) - 1 },
    ])
  })

  test('a bill is fiscal as its service is', async () => {
    const clerk = await town.signIn('delo')
    const id = randomUUIDv7()
    const [payer] = await town.sql`select id from parties limit 1`
    const subject = { serviceId: fiscal.id }
    const bill = {
      id,
      kind: 'request' as const,
      number: 'ЗАЛА-1',
      subject,
      amount: 35_00n,
      payerId: payer?.['id'],
      dueOn: null,
    }
    await issueBill(clerk.ctx(), bill)
    const taken = await takePayment(desk1.ctx(), {
      paymentId: randomUUIDv7(),
      lines: [{ billId: id }],
      given: null,
    })
    expect(taken.fiscal?.total).toBe(35_00n)
  })

  describe('taken back', () => {
    test('waits for the fiscal receipt, then owes the storno of exactly that document, to the same device', async () => {
      const { paymentId, fiscal: sale } = await pay([plain, fiscal])
      await refused(reverse(desk1, paymentId, head), 'fiscal.not_issued')
      await town.sql`update print_jobs set state = 'printed' where id = ${sale?.printJobId ?? ''}`
      await refused(reverse(desk1, paymentId, head), 'fiscal.document_unknown')
      await issued(town, sale?.printJobId ?? '')
      await refused(reverse(desk2, paymentId, head), 'fiscal.other_device')
      const asked = await reversingOf(paymentId, head, { stornoReason: 'operator_error' })

      const [one, two] = await Promise.all([
        makeReversal(desk1.ctx(), asked),
        makeReversal(desk1.ctx(), asked),
      ])
      expect(two.fiscal).toEqual(one.fiscal)
      const jobs = await jobsOf(paymentId)
      const storno = jobs.find(job => job['kind'] === 'fiscal-storno')
      expect(storno).toMatchObject({
        printer_id: device,
        task: {
          task: 'storno',
          reason: 'operator_error',
          unp: sale?.unp,
          of: { unp: sale?.unp, document: '0000123', fiscalMemory: '02000600' },
          totalCents: priceOf(fiscal),
        },
      })
      expect(storno?.['task'].of.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
      expect(textOf(one.paper, 42)).toContain('По фискален бон')
    })

    test('a mistake of the operator only until the 7th of the next month', async () => {
      const { paymentId, fiscal: sale } = await pay([fiscal])
      await issued(town, sale?.printJobId ?? '', '0000124')
      await town.sql`alter table payments disable trigger user`
      await town.sql`update payments set taken_at = now() - interval '70 days' where id = ${paymentId}`
      await town.sql`alter table payments enable trigger user`
      await refused(
        reverse(desk1, paymentId, head, { stornoReason: 'operator_error' }),
        'fiscal.storno_too_late',
      )
      expect((await reverse(desk1, paymentId, head)).fiscal?.unp).toBe(sale?.unp)
    })

    test('a payment without a fiscal part owes no storno', async () => {
      const { paymentId } = await pay([plain])
      expect((await reverse(desk1, paymentId, head)).fiscal).toBeNull()
    })
  })

  test('what a revenue needs from tomorrow changes nothing today', async () => {
    const admin = await town.signIn('admin')
    const { code } = plain
    const validFrom = admin.ctx().today.add({ days: 1 })
    await setFiscal(admin.ctx(), { code, taxGroup: 2, validFrom, ground: 'Заповед 7' })
    expect((await pay([plain])).fiscal).toBeNull()
  })
})
