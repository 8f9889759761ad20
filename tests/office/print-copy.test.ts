import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listJobs } from '../../office/print/list-jobs.ts'
import { printerOfDesk } from '../../office/print/lookup.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { closeTill } from '../../office/tills/close-till.ts'
import { textOf } from '../../rules/papers/lines.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('duplicates, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
    await openTillFor(kasa1)
  })
  afterAll(() => town.close())
  const cameOut = async () => {
    const taken = await payOnce(kasa1)
    await town.sql`update print_jobs set state = 'printed' where id = ${taken.printJobId}`
    return taken
  }
  const copy = (session: Session, jobId: string, id = randomUUIDv7()) =>
    printCopy(session.ctx(), { id, jobId })

  test('say that they are, which one, who took the money and who prints; the drawer stays shut', async () => {
    const taken = await cameOut()
    const head = await town.signIn('head', 2)
    expect(await copy(kasa1, taken.printJobId)).toMatchObject({ copy: 1 })
    expect((await copy(head, taken.printJobId)).copy).toBe(2)
    const [last, first] = (await listJobs(kasa1.ctx(), { limit: 2 })).map(job => textOf(job.paper, 42))
    expect(first).toContain('ДУБЛИКАТ № 1')
    expect(first).toContain('Отпечатал: Мария Иванова')
    expect(last?.match(/ДУБЛИКАТ № 2/g)).toHaveLength(2)
    expect(last).toContain('Отпечатал: Стоян Стоянов')
    expect(last).toContain(taken.receiptNumber)
    expect(last).toMatch(/Касиер +Мария Иванова/)
    const [row] = await town.sql`select paper::text as paper from print_jobs where copy = 2`
    expect(row?.['paper']).not.toContain('drawer')
    const logged = await town.sql`select facts from logbook where act = 'print.copy' order by id`
    expect(logged.map(each => each['facts'].copy)).toEqual([1, 2])
  })

  test('of a duplicate is the next duplicate of the original', async () => {
    const taken = await cameOut()
    const id = randomUUIDv7()
    await copy(kasa1, taken.printJobId, id)
    await refused(copy(kasa1, id), 'job.still_owed')
    await town.sql`update print_jobs set state = 'printed' where id = ${id}`
    expect((await copy(kasa1, id)).copy).toBe(2)
  })

  test('are counted right when two ask at once, and made once for one id', async () => {
    const taken = await cameOut()
    const head = await town.signIn('head', 2)
    const id = randomUUIDv7()
    const owed = await Promise.all([
      copy(kasa1, taken.printJobId, id),
      copy(kasa1, taken.printJobId, id),
      copy(head, taken.printJobId),
    ])
    expect(new Set(owed.map(each => each.copy))).toEqual(new Set([1, 2]))
    const rows =
      await town.sql`select copy from print_jobs where subject_id = ${taken.paymentId} order by copy`
    expect(rows.map(row => row['copy'])).toEqual([0, 1, 2])
  })

  test('of a receipt are made at whatever desk the payer comes to', async () => {
    const taken = await cameOut()
    expect(await copy(kasa2, taken.printJobId)).toMatchObject({ copy: 1 })
    const [job] =
      await town.sql`select d.number as desk from print_jobs j join desks d on d.id = j.desk_id where copy = 1
      and subject_id = ${taken.paymentId}`
    expect(job).toEqual({ desk: 2 })
  })

  test('are refused of what has not come out, of a test page, of another desk’s closing, and to other posts', async () => {
    const waiting = await payOnce(kasa1)
    await refused(copy(kasa1, waiting.printJobId), 'job.still_owed')
    const page = await printTestPage(kasa1.ctx(), await printerOfDesk(kasa1.ctx().db, kasa1.desk!.id), 42)
    await refused(copy(kasa1, page.jobId), 'job.has_no_copies')
    const kasa3 = await town.signIn('kasa2', 3)
    const till = await openTillFor(kasa3, 0n)
    await closeTill(kasa3.ctx(), { tillId: till.id, counted: 0n, reason: null })
    const [closing] =
      await town.sql`update print_jobs set state = 'printed' where subject_id = ${till.id} returning id`
    expect(await refused(copy(kasa1, closing?.['id']), 'job.of_other_desk')).toEqual({ desk: 3 })
    await refused(copy(kasa1, randomUUIDv7()), 'job.unknown')
    await refused(copy(await town.signIn('delo'), (await cameOut()).printJobId), 'authority.denied')
    await refused(copy(await town.signIn('grao1'), waiting.printJobId), 'authority.denied')
  })
})
