import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDevice } from '../../office/fiscal/ask-device.ts'
import { giveDevice } from '../../office/fiscal/give-device.ts'
import { listDocuments } from '../../office/fiscal/list-documents.ts'
import { seeDevice } from '../../office/fiscal/see-device.ts'
import { type SetDevice, setDevice } from '../../office/fiscal/set-device.ts'
import { tellDocument } from '../../office/fiscal/tell-document.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { issued, needsFiscalReceipt } from '../support/fiscal-desk.ts'
import { refused } from '../support/refused.ts'
import { reverse } from '../support/reversing.ts'
import { newest, openTillFor, payOnce, pricedService, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('fiscal devices on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let kasa1: Session
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    kasa1 = await town.signIn('kasa1', 1)
    await openTillFor(kasa1)
    await needsFiscalReceipt(admin, await pricedService(kasa1.ctx(), 'normal', 1))
    for (const name of ['ФУ 1', 'ФУ 2'])
      await town.sql`insert into printers (id, name, profile, line)
        values (${randomUUIDv7()}, ${name}, 'datecs-fp', 'file:/nowhere/fiscal')`
  })
  afterAll(() => town.close())
  const set = (more: Partial<SetDevice> = {}, isFiscal = true) =>
    setDevice(
      admin.ctx(),
      { printer: 'ФУ 1', number: 'DT000600', operator: 1, password: '0000', ...more },
      () => isFiscal,
    )
  const sell = () => payOnce(kasa1, 1)
  const here = () => kasa1.desk?.id ?? ''

  test('a printer becomes a fiscal device, then its operator is another; the password is in no logbook', async () => {
    expect(await set()).toEqual({ printer: 'ФУ 1', number: 'DT000600', added: true })
    expect(await set({ operator: 2, password: '123456' })).toMatchObject({ added: false })
    const logged = await town.sql`select facts from logbook where act = 'fiscal.set' order by id`
    expect(logged[1]?.['facts']).toMatchObject({
      before: { number: 'DT000600', operator: 1 },
      after: { number: 'DT000600', operator: 2 },
    })
    expect(JSON.stringify(logged)).not.toContain('123456')
  })

  test('what is on no seal, no password, no fiscal printer and another device’s number are refused', async () => {
    await refused(set({ number: 'DT600' }), 'fiscal.number_wrong')
    await refused(set({ password: 'парола' }), 'fiscal.password_wrong')
    await refused(set({ password: '' }), 'fiscal.password_wrong')
    await refused(set({ printer: 'няма' }), 'printer.unknown')
    await refused(set({}, false), 'fiscal.not_a_device')
    expect(await refused(set({ printer: 'ФУ 2' }), 'fiscal.number_taken')).toEqual({
      number: 'DT000600',
      printer: 'ФУ 1',
    })
    const both = await Promise.allSettled([
      set({ printer: 'ФУ 2', number: 'DT000700' }),
      set({ printer: 'ФУ 1', number: 'DT000700' }),
    ])
    expect(both.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    await set()
    await set({ printer: 'ФУ 2', number: 'DT000701' })
  })

  test('a device is given to a desk and taken from it', async () => {
    await giveDevice(admin.ctx(), { desk: 1, printer: 'ФУ 2' })
    await giveDevice(admin.ctx(), { desk: 1, printer: 'ФУ 1' })
    expect(await seeDevice(kasa1.ctx(), here())).toMatchObject({ name: 'ФУ 1', deviceNumber: 'DT000600' })
    await giveDevice(admin.ctx(), { desk: 1, printer: null })
    expect(await seeDevice(kasa1.ctx(), here())).toBeNull()
    await giveDevice(admin.ctx(), { desk: 1, printer: 'ФУ 1' })
    await refused(giveDevice(admin.ctx(), { desk: 99, printer: 'ФУ 1' }), 'desk.unknown')
    await refused(giveDevice(admin.ctx(), { desk: 1, printer: 'екран 1' }), 'fiscal.not_a_device')
    await refused(giveDevice(kasa1.ctx(), { desk: 1, printer: 'ФУ 1' }), 'authority.denied')
  })

  test('what it sold since its last Z is known, and stornos count against it', async () => {
    const one = await sell()
    const two = await sell()
    expect(await seeDevice(kasa1.ctx(), here())).toMatchObject({ waiting: 2, sold: { documents: 0 } })
    await issued(town, one.fiscal?.printJobId ?? '', '0000001')
    await issued(town, two.fiscal?.printJobId ?? '', '0000002')
    const { fiscal } = await reverse(kasa1, two.paymentId, await town.signIn('head'))
    await issued(town, fiscal?.printJobId ?? '', '0000003')
    expect(await seeDevice(kasa1.ctx(), here())).toMatchObject({
      lastZAt: null,
      waiting: 0,
      sold: { documents: 3, total: one.total },
    })
    const { printJobId } = await askDevice(kasa1.ctx(), {
      id: randomUUIDv7(),
      device: 'ФУ 1',
      task: { task: 'z_report' },
    })
    await issued(town, printJobId, '0000004')
    const seen = await seeDevice(kasa1.ctx(), here())
    expect(seen?.sold).toEqual({ documents: 0, total: 0n })
    expect(seen?.lastZAt).not.toBeNull()
  })

  test('its number stays once it has sales', async () => {
    await refused(set({ number: 'DT000999' }), 'fiscal.number_has_sales')
  })

  test('a report and a movement of its cash are owed once, however often they are asked for', async () => {
    const id = randomUUIDv7()
    const ask = () =>
      askDevice(kasa1.ctx(), { id, device: 'ФУ 1', task: { task: 'cash_in', amount: 50_00n } })
    const both = await Promise.all([ask(), ask()])
    expect(both.map(each => each.printJobId)).toEqual([id, id])
    const jobs = await town.sql`select kind, paper -> 'fiscal' as task from print_jobs where id = ${id}`
    expect([...jobs]).toEqual([{ kind: 'fiscal-cash', task: { task: 'cash_in', amountCents: 5000 } }])
    const asked = (amount: bigint, device = 'ФУ 1') =>
      askDevice(kasa1.ctx(), { id: randomUUIDv7(), device, task: { task: 'cash_out', amount } })
    await refused(asked(0n), 'amount.zero')
    await refused(asked(10n ** 12n), 'amount.too_large')
    await refused(asked(1n, 'екран 1'), 'fiscal.not_a_device')
  })

  describe('what a device could not tell', () => {
    const tell = (jobId: string, document = '0000017', fiscalMemory: string | null = null) =>
      tellDocument(kasa1.ctx(), { jobId, document, fiscalMemory, at: null })

    test('a person reads on the receipt: then the sale can be taken back', async () => {
      const { paymentId, fiscal } = await sell()
      const job = fiscal?.printJobId ?? ''
      await refused(tell(job), 'job.still_owed')
      await town.sql`update print_jobs set state = 'unsure', fault = 'interrupted' where id = ${job}`
      await refused(tell(job, '17a'), 'fiscal.document_wrong')
      expect(await tell(job)).toMatchObject({ document: '0000017' })
      expect(await tell(job)).toMatchObject({ document: '0000017' })
      await refused(tell(job, '0000018'), 'fiscal.document_known')
      const { fiscal: storno } = await reverse(kasa1, paymentId, await town.signIn('head'))
      expect(storno?.paper.fiscal).toMatchObject({ of: { document: '0000017', fiscalMemory: '02000600' } })
    })

    test('but not of one that is sent again in the same moment', async () => {
      const job = (await sell()).fiscal?.printJobId ?? ''
      await town.sql`update print_jobs set state = 'unsure' where id = ${job}`
      const telling = await town.sql.begin(async other => {
        await other`update print_jobs set state = 'sending' where id = ${job}`
        const told = refused(tell(job), 'job.still_owed')
        const waiting = async () => (await town.sql`select from pg_locks where not granted`).length
        await expect.poll(waiting).toBeGreaterThan(0)
        return { told }
      })
      await telling.told
    })

    test('the fiscal memory is asked for until the device told one; a receipt of the town has no such number', async () => {
      await giveDevice(admin.ctx(), { desk: 1, printer: 'ФУ 2' })
      const { fiscal, printJobId } = await sell()
      const job = fiscal?.printJobId ?? ''
      await town.sql`update print_jobs set state = 'printed' where id in ${town.sql([job, printJobId])}`
      await refused(tell(job), 'fiscal.memory_needed')
      expect(await tell(job, '5', '02000701')).toMatchObject({ document: '5' })
      await refused(tell(printJobId), 'fiscal.not_a_device')
      await refused(tell(randomUUIDv7()), 'job.unknown')
    })
  })

  test('what the devices issued is listed by time, with its УНП and receipt', async () => {
    const { today } = admin.ctx()
    const listed = await listDocuments(admin.ctx(), { from: today, to: today })
    expect(listed.map(({ device, task, document }) => [device, task, document])).toContainEqual([
      'ФУ 1',
      'sale',
      '0000001',
    ])
    const [first] = listed
    expect(first).toMatchObject({
      unp: expect.stringMatching(/^DT000600-/),
      receipt: expect.stringMatching(/^1-/),
    })
    const tomorrow = today.add({ days: 1 })
    expect(await listDocuments(admin.ctx(), { from: tomorrow, to: tomorrow })).toEqual([])
  })
})
