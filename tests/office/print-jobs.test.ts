import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listJobs, outcomeOf } from '../../office/print/list-jobs.ts'
import { listPrinters, printerNamed, printerOfDesk } from '../../office/print/lookup.ts'
import {
  claimJob,
  doubtOrphans,
  jobFailed,
  jobPrinted,
  jobUnsure,
  jobWaits,
  noteJob,
} from '../../office/print/move-job.ts'
import { printQueueOf } from '../../office/print/print-queue.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('papers that are owed, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let printer: string
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    await openTillFor(kasa1)
    printer = kasa1.desk!.printerId
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.sql`delete from print_jobs`
  })
  const owe = async () => (await payOnce(kasa1)).printJobId
  const stateOf = async (id: string) => {
    const [row] = await town.sql`select state, confirmed, attempts, fault from print_jobs where id = ${id}`
    return { ...row }
  }
  const claimed = async () => {
    const id = await owe()
    await claimJob(kasa1.ctx(), printer)
    return id
  }

  test('say what became of them: a screen showed, a device took, only a device’s own word is printed', async () => {
    const id = await claimed()
    const outcome = async () => outcomeOf((await listJobs(kasa1.ctx(), { limit: 1 }))[0]!)
    expect(await outcome()).toBe('sending')
    await jobPrinted(kasa1.ctx(), { id, attempt: 1 }, { confirmed: false })
    expect(await outcome()).toBe('shown')
    const [before] = await town.sql`select line from printers where id = ${printer}`
    await town.sql`update printers set line = 'usb:/dev/usb/lp0' where id = ${printer}`
    expect(await outcome()).toBe('sent')
    await town.sql`update print_jobs set confirmed = true where id = ${id}`
    expect(await outcome()).toBe('printed')
    await town.sql`update printers set line = ${before!['line']} where id = ${printer}`
  })

  test('are claimed oldest first, each once, also by two at once; another printer has nothing', async () => {
    const owed = [await owe(), await owe(), await owe()]
    const first = await claimJob(kasa1.ctx(), printer)
    expect(first?.id).toBe(owed[0])
    const rest = await Promise.all([1, 2, 3].map(() => claimJob(kasa1.ctx(), printer)))
    const ids = rest.filter(job => job !== null).map(job => job.id)
    expect(new Set(ids).size).toBe(ids.length)
    let next = await claimJob(kasa1.ctx(), printer)
    while (next) {
      ids.push(next.id)
      next = await claimJob(kasa1.ctx(), printer)
    }
    expect(ids.sort()).toEqual(owed.slice(1).sort())
    expect(await claimJob(kasa1.ctx(), randomUUIDv7())).toBeNull()
  })

  test('move only from the state they are in', async () => {
    const id = await owe()
    expect(await jobPrinted(kasa1.ctx(), { id, attempt: 0 }, { confirmed: true })).toBe(false)
    await claimJob(kasa1.ctx(), printer)
    expect(await jobWaits(kasa1.ctx(), { id, attempt: 1 }, 'no_answer')).toBe(true)
    expect(await stateOf(id)).toEqual({ state: 'queued', confirmed: false, attempts: 1, fault: 'no_answer' })
    await claimJob(kasa1.ctx(), printer)
    expect(await jobPrinted(kasa1.ctx(), { id, attempt: 2 }, { confirmed: true })).toBe(true)
    expect(await stateOf(id)).toEqual({ state: 'printed', confirmed: true, attempts: 2, fault: null })
    expect(await jobUnsure(kasa1.ctx(), { id, attempt: 2 }, 'late')).toBe(false)
    expect(await jobFailed(kasa1.ctx(), { id, attempt: 2 }, 'late')).toBe(false)
  })

  test('a program that was cut off has no say about a later sending of the same paper', async () => {
    const id = await claimed()
    const cutOff = { id, attempt: 1 }
    await jobUnsure(kasa1.ctx(), cutOff, 'interrupted')
    await resolveJob(kasa1.ctx(), { jobId: id, cameOut: false })
    const sending = await claimJob(kasa1.ctx(), printer)
    expect(sending).toMatchObject({ id, attempt: 2 })
    expect(await jobWaits(kasa1.ctx(), cutOff, 'no_answer')).toBe(false)
    expect(await stateOf(id)).toMatchObject({ state: 'sending' })
    expect(await jobPrinted(kasa1.ctx(), sending!, { confirmed: true })).toBe(true)
  })

  test('what the device told is kept until it is certain that nothing came of it', async () => {
    const id = await claimed()
    const told = { device: 'DT000600', document: 122 }
    await noteJob(kasa1.ctx(), { id, attempt: 1 }, told)
    await jobUnsure(kasa1.ctx(), { id, attempt: 1 }, 'no_answer')
    await resolveJob(kasa1.ctx(), { jobId: id, cameOut: false })
    expect(await claimJob(kasa1.ctx(), printer)).toMatchObject({ id, attempt: 2, note: told })
    await jobWaits(kasa1.ctx(), { id, attempt: 2 }, 'no_answer')
    expect(await claimJob(kasa1.ctx(), printer)).toMatchObject({ id, attempt: 3, note: null })
  })

  test('a screen leaves nothing in doubt: its paper waits again', async () => {
    const id = await claimed()
    expect(await doubtOrphans(kasa1.ctx(), printer)).toBe(0)
    expect(await stateOf(id)).toMatchObject({ state: 'queued', fault: null })
  })

  test('what a dead program left in sending is in doubt, once, and only on its printer', async () => {
    const id = await claimed()
    await town.sql`update printers set line = 'tcp://10.0.0.9:9100' where id = ${printer}`
    expect(await doubtOrphans(kasa1.ctx(), randomUUIDv7())).toBe(0)
    expect(await doubtOrphans(kasa1.ctx(), printer)).toBe(1)
    expect(await doubtOrphans(kasa1.ctx(), printer)).toBe(0)
    expect(await stateOf(id)).toMatchObject({ state: 'unsure', fault: 'interrupted' })
    expect(await claimJob(kasa1.ctx(), printer)).toBeNull()
  })

  test('in doubt, a person says: it came out, or it is printed again; the logbook knows who', async () => {
    const lost = await claimed()
    await jobUnsure(kasa1.ctx(), { id: lost, attempt: 1 }, 'no_answer')
    expect(await resolveJob(kasa1.ctx(), { jobId: lost, cameOut: false })).toEqual({ state: 'queued' })
    await claimJob(kasa1.ctx(), printer)
    await jobFailed(kasa1.ctx(), { id: lost, attempt: 2 }, 'not_configured')
    const admin = await town.signIn('admin', 1)
    expect(await resolveJob(admin.ctx(), { jobId: lost, cameOut: true })).toEqual({ state: 'printed' })
    const logged =
      await town.sql`select who, facts from logbook where act = 'print.resolve' and subject_id = ${lost} order by id`
    expect(logged.map(row => [row['who'], row['facts']])).toEqual([
      [`${town.place.database}_staff_kasa1`, { came_out: false }],
      [`${town.place.database}_staff_admin`, { came_out: true }],
    ])
  })

  test('a paper that is not in doubt, an unknown one and a post that does not print are refused', async () => {
    const id = await owe()
    const resolve = (jobId: string, session = kasa1) => resolveJob(session.ctx(), { jobId, cameOut: true })
    expect(await refused(resolve(id), 'job.not_unsure')).toEqual({ state: 'queued' })
    const unknown = randomUUIDv7()
    expect(await refused(resolve(unknown), 'job.unknown')).toEqual({ id: unknown })
    for (const login of ['grao1', 'head', 'audit'])
      await refused(resolve(id, await town.signIn(login)), 'authority.denied')
  })

  test('two persons resolving one paper at once: one does, the other is told its state', async () => {
    const id = await claimed()
    await jobUnsure(kasa1.ctx(), { id, attempt: 1 }, 'no_answer')
    const both = await Promise.allSettled(
      [1, 2].map(() => resolveJob(kasa1.ctx(), { jobId: id, cameOut: true })),
    )
    expect(both.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(o => o.status === 'rejected')?.reason).toMatchObject({ code: 'job.not_unsure' })
  })

  test('a test page is owed and logged; the list shows what is owed, newest first', async () => {
    const [device] = await listPrinters(kasa1.ctx())
    const { jobId } = await printTestPage(kasa1.ctx(), device!, 42)
    const receipt = await owe()
    await claimJob(kasa1.ctx(), printer)
    const jobs = await listJobs(kasa1.ctx(), { owed: true, limit: 10 })
    expect(jobs.map(job => job.id)).toEqual([receipt, jobId])
    expect(jobs[1]).toMatchObject({ kind: 'test-page', desk: 1, printer: device!.name })
    const [log] = await town.sql`select facts from logbook where act = 'print.test' order by id desc limit 1`
    expect(log?.['facts']).toEqual({ printer: device!.name })
  })

  test('a paper is found by its id or the end of it, however many came after', async () => {
    const id = await owe()
    await owe()
    const named = async (text: string) =>
      (await listJobs(kasa1.ctx(), { named: text, limit: 1 })).map(job => job.id)
    expect(await named(id)).toEqual([id])
    expect(await named(id.slice(-6))).toEqual([id])
    expect(await named(randomUUIDv7())).toEqual([])
  })

  test('a printer is found by its desk and by its name; others are refused', async () => {
    expect((await printerOfDesk(kasa1.database.db, kasa1.desk!.id)).id).toBe(printer)
    expect((await printerNamed(kasa1.database.db, 'екран 1')).id).toBe(printer)
    await refused(printerOfDesk(kasa1.database.db, randomUUIDv7()), 'desk.unknown')
    expect(await refused(printerNamed(kasa1.database.db, 'няма'), 'printer.unknown')).toEqual({
      name: 'няма',
    })
  })

  test('one program at a time works off a printer; the next has it when the first ends, however it ends', async () => {
    const first = await town.signIn('kasa1', 1)
    const second = await town.signIn('admin', 1)
    const queue = printQueueOf(second, printer)
    expect(await printQueueOf(first, printer).own()).toBe('new')
    expect(await queue.own()).toBe('elsewhere')
    expect(await printQueueOf(first, printer).own()).toBe('kept')
    await first.holds.close()
    expect(await queue.own()).toBe('new')
  })

  test('the commit that owes a paper wakes its printer', async () => {
    const session = await town.signIn('kasa1', 1)
    let wake: () => void = () => undefined
    let listening: () => void = () => undefined
    const heard = new Promise<void>(resolve => {
      listening = resolve
    })
    const woken = new Promise<void>(resolve => {
      wake = resolve
    })
    let calls = 0
    const stop = printQueueOf(session, printer).onWake(() => (calls++ === 0 ? listening() : wake()))
    await heard
    await owe()
    await woken
    stop()
  })
})
