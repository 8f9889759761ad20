import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimJob, jobWaits } from '../../office/print/move-job.ts'
import { printTestPage } from '../../office/print/print-test-page.ts'
import { resolveJob } from '../../office/print/resolve-job.ts'
import { deviceOfPrinter, devicesOfDesk } from '../../office/print/see-devices.ts'
import { standAside, takeBack } from '../../office/print/stand-aside.ts'
import { tellState } from '../../office/print/tell-state.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

const well = { fault: null, warnings: [] }

describe.each(newest)('printers that help each other, on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let kasa2: Session
  let own: string
  let other: string
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1', 1)
    kasa2 = await town.signIn('kasa2', 2)
    await Promise.all([openTillFor(kasa1), openTillFor(kasa2)])
    own = kasa1.desk!.printerId
    other = kasa2.desk!.printerId
    expect(other).not.toBe(own)
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    await town.sql`delete from print_jobs`
    await town.sql`delete from printer_states`
    await town.sql`update printers set line = 'tcp://10.0.0.9' where id in (${own}, ${other})`
    await town.sql`update printers set stand_in_id = case when id = ${own} then ${other}::uuid end`
  })
  const owe = async (session = kasa1) => (await payOnce(session)).printJobId
  const jobs = async () =>
    (await town.sql`select id, printer_id, state, stands_in_for_id from print_jobs order by ordinal`).map(
      row => [row['id'], row['printer_id'], row['state'], row['stands_in_for_id']],
    )
  const nameOf = async (id: string) =>
    (await town.sql`select name from printers where id = ${id}`)[0]?.['name']

  describe('what waits goes to the printer that stands in', () => {
    test('where that one is well: in its place, saying whose it is, with its drawer shut', async () => {
      const [first, between] = [await owe(), await owe(kasa2)]
      await tellState(kasa2.ctx(), other, well)
      expect(await standAside(kasa1.ctx(), own)).toBe(await nameOf(other))
      expect(await jobs()).toEqual([
        [first, other, 'queued', own],
        [between, other, 'queued', null],
      ])
      const paper = (await claimJob(kasa2.ctx(), other))?.paper
      expect(paper?.blocks[0]).toEqual({ text: 'За каса 1', align: 'center', bold: true })
      expect(paper?.blocks.some(block => 'drawer' in block)).toBe(false)
      const its = (await claimJob(kasa2.ctx(), other))?.paper
      expect(its?.blocks.some(block => 'drawer' in block)).toBe(true)
      expect(its?.blocks).not.toContainEqual(
        expect.objectContaining({ text: expect.stringContaining('За каса') }),
      )
    })

    test('a paper of no desk says whose printer it would have been', async () => {
      await town.sql`insert into print_jobs (id, printer_id, kind, title, paper)
        values (gen_random_uuid(), ${own}, 'report', 'справка', '{"kind":"report","title":"справка","blocks":[]}')`
      await tellState(kasa2.ctx(), other, well)
      await standAside(kasa1.ctx(), own)
      const text = `За принтер ${await nameOf(own)}`
      expect((await claimJob(kasa2.ctx(), other))?.paper.blocks).toEqual([
        { text, align: 'center', bold: true },
      ])
    })

    test.each([
      ['nobody ever printed there', async () => undefined],
      ['it has no paper', () => tellState(kasa2.ctx(), other, { fault: 'out_of_paper', warnings: [] })],
      [
        'nobody has seen it for long',
        async () => {
          await tellState(kasa2.ctx(), other, well)
          await town.sql`update printer_states set seen_at = now() - interval '2 minutes'`
        },
      ],
      [
        'it is a screen',
        async () => {
          await tellState(kasa2.ctx(), other, well)
          await town.sql`update printers set line = 'preview:' where id = ${other}`
        },
      ],
      [
        'none stands in',
        async () => {
          await tellState(kasa2.ctx(), other, well)
          await town.sql`update printers set stand_in_id = null`
        },
      ],
    ])('but stays where %s', async (_, happens) => {
      const job = await owe()
      await happens()
      expect(await standAside(kasa1.ctx(), own)).toBeNull()
      expect(await jobs()).toEqual([[job, own, 'queued', null]])
    })

    test('a test page, a fiscal paper, one at the printer and one in doubt stay', async () => {
      const doubted = await owe()
      const sending = await owe()
      await town.sql`update print_jobs set state = case id when ${doubted} then 'unsure' else 'sending' end`
      await printTestPage(kasa1.ctx(), await deviceOfPrinter(kasa1.ctx(), { id: own, name: '' }), 42)
      await town.sql`insert into print_jobs (id, printer_id, kind, title, paper) values (gen_random_uuid(), ${own},
        'fiscal-report', 'X', '{"kind":"fiscal-report","title":"X","blocks":[],"fiscal":{"task":"x_report"}}')`
      await tellState(kasa2.ctx(), other, well)
      expect(await standAside(kasa1.ctx(), own)).not.toBeNull()
      const stayed = await jobs()
      expect(stayed.map(([, printer]) => printer)).toEqual([own, own, own, own])
      expect(stayed.slice(0, 2).map(([id]) => id)).toEqual([doubted, sending])
    })

    test('what it has not begun to print comes back when the own printer is well', async () => {
      const [begun, waiting] = [await owe(), await owe()]
      await tellState(kasa2.ctx(), other, well)
      await standAside(kasa1.ctx(), own)
      await claimJob(kasa2.ctx(), other)
      await takeBack(kasa1.ctx(), own)
      expect(await jobs()).toEqual([
        [begun, other, 'sending', own],
        [waiting, own, 'queued', null],
      ])
    })

    test('and is not handed on: the one that stands in has one of its own', async () => {
      await town.sql`update printers set stand_in_id = case id when ${own} then ${other}::uuid else ${own}::uuid end
        where id in (${own}, ${other})`
      const job = await owe()
      await tellState(kasa2.ctx(), other, well)
      await standAside(kasa1.ctx(), own)
      await tellState(kasa1.ctx(), own, well)
      await standAside(kasa2.ctx(), other)
      expect(await jobs()).toEqual([[job, other, 'queued', own]])
    })
  })

  describe('a paper that waited', () => {
    const waitedFor = (hours: number) =>
      town.sql`update print_jobs set changed_at = now() - make_interval(hours => ${hours})`

    test('longer than a working day is late, unless a person wants it after all', async () => {
      const job = await owe()
      await waitedFor(11)
      expect(await claimJob(kasa1.ctx(), own)).toMatchObject({ id: job, isLate: false })
      await jobWaits(kasa1.ctx(), { id: job, attempt: 1 }, 'no_answer')
      await waitedFor(13)
      expect(await claimJob(kasa1.ctx(), own)).toMatchObject({ id: job, isLate: true })
      await town.sql`update print_jobs set state = 'failed', fault = 'too_late'`
      await resolveJob(kasa1.ctx(), { jobId: job, cameOut: false })
      expect(await claimJob(kasa1.ctx(), own)).toMatchObject({ id: job, isLate: false })
    })

    test('some minutes comes out without the drawer springing open in front of somebody else', async () => {
      const opens = async () => {
        const job = await claimJob(kasa1.ctx(), own)
        return job?.paper.blocks.some(block => 'drawer' in block)
      }
      await owe()
      expect(await opens()).toBe(true)
      await owe()
      await town.sql`update print_jobs set queued_at = now() - interval '3 minutes'`
      expect(await opens()).toBe(false)
    })

    test('for a screen is never late: nothing comes out in front of anybody', async () => {
      await owe()
      await town.sql`update printers set line = 'preview:' where id = ${own}`
      await waitedFor(100)
      expect(await claimJob(kasa1.ctx(), own)).toMatchObject({ isLate: false })
      await town.sql`update printers set line = 'tcp://10.0.0.9' where id = ${own}`
    })
  })

  test('the report that ends the day of a device is taken before what came earlier', async () => {
    await owe()
    const report = randomUUIDv7()
    await town.sql`insert into print_jobs (id, printer_id, kind, title, paper) values (${report}, ${own},
      'fiscal-report', 'Z', '{"kind":"fiscal-report","title":"Z","blocks":[],"fiscal":{"task":"z_report"}}')`
    expect(await claimJob(kasa1.ctx(), own, 'z_report')).toMatchObject({ id: report })
    expect(await claimJob(kasa1.ctx(), own, 'z_report')).toBeNull()
  })

  test('how a printer does is seen by all of its desk, with who saw it and whether that is new', async () => {
    await tellState(kasa1.ctx(), own, { fault: 'cover_open', warnings: ['paper_near_end'] })
    const { printer, fiscal, standIn } = await devicesOfDesk(kasa1.ctx(), kasa1.desk!.id)
    expect(printer).toMatchObject({
      id: own,
      operator: null,
      seen: { fault: 'cover_open', warnings: ['paper_near_end'], program: 'tests', isFresh: true },
    })
    expect([fiscal, standIn?.id, standIn?.seen]).toEqual([null, other, null])
    await tellState(kasa1.ctx(), own, well)
    await town.sql`update printer_states set seen_at = now() - interval '2 minutes'`
    const { seen } = await deviceOfPrinter(kasa1.ctx(), { id: own, name: '' })
    expect(seen).toMatchObject({ fault: null, isFresh: false })
  })

  test('a fiscal device is found with who works with it; a post that does not print is refused', async () => {
    await town.sql`insert into fiscal_devices (printer_id, device_number, operator, operator_password)
      values (${other}, 'DT000002', 3, '0003')`
    await town.sql`insert into fiscal_desks (desk_id, printer_id) values (${kasa1.desk!.id}, ${other})`
    const { fiscal, printer } = await devicesOfDesk(kasa1.ctx(), kasa1.desk!.id)
    const operator = { operator: 3, password: '0003', deviceNumber: 'DT000002' }
    expect([fiscal?.id, fiscal?.operator, printer.operator]).toEqual([other, operator, null])
    await town.sql`delete from fiscal_desks`
    await refused(devicesOfDesk(kasa1.ctx(), randomUUIDv7()), 'desk.unknown')
    await refused(deviceOfPrinter(kasa1.ctx(), { id: randomUUIDv7(), name: 'няма' }), 'printer.unknown')
    const head = await town.signIn('head')
    for (const act of [
      devicesOfDesk(head.ctx(), kasa1.desk!.id),
      tellState(head.ctx(), own, well),
      standAside(head.ctx(), own),
      takeBack(head.ctx(), own),
    ])
      await refused(act, 'authority.denied')
  })
})
