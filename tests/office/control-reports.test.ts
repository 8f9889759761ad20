import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countDocuments } from '../../office/control/count-documents.ts'
import { countReasons } from '../../office/control/count-reasons.ts'
import { countRequests } from '../../office/control/count-requests.ts'
import { listLate } from '../../office/control/list-late.ts'
import { printControlReport } from '../../office/control/print-report.ts'
import { seeWorkload } from '../../office/control/see-workload.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { DOCUMENTS_BY, REQUESTS_BY } from '../../rules/reports/registry.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const MAY: Period = { from: day('2026-05-01'), to: day('2026-05-31') }

describe.each(newest)('reports of the registry on PostgreSQL %s', version => {
  let town: RegistryTown
  let secretary: Session
  let head1: Session
  beforeAll(async () => {
    town = await registryTown(version)
    ;[secretary, head1] = await Promise.all([town.signIn('head', null), town.signIn('glava1', null)])
    const request = async (
      department: 'kad1' | 'dan2',
      [from, due, ended]: [string, string, string],
      more: Partial<Parameters<RegistryTown['seedRequest']>[0]> & {
        outcome?: 'completed' | 'refused'
        lateReason?: string
        lateNote?: string
      } = {},
    ) => {
      const { outcome, lateReason, lateNote, ...seed } = more
      const made = await town.seedRequest({ department, on: day(from), dueOn: day(due), ...seed })
      const by = department === 'kad1' ? 'kada1' : 'dana1'
      await town.endRequest(made.requestId, {
        on: day(ended),
        by,
        ...(outcome ? { outcome } : {}),
        lateReason: lateReason ?? null,
        lateNote: lateNote ?? null,
      })
      return made
    }
    await request('kad1', ['2026-05-04', '2026-05-18', '2026-05-11'])
    await request('kad1', ['2026-05-04', '2026-05-18', '2026-05-18'], { channel: 'post', speed: 'fast' })
    await request('kad1', ['2026-05-04', '2026-05-11', '2026-05-20'], {
      lateReason: 'other_body',
      lateNote: 'АГКК отговори на 19.05.',
    })
    await request('dan2', ['2026-04-20', '2026-05-04', '2026-05-04'], { service: '2396', outcome: 'refused' })
    await request('dan2', ['2026-04-01', '2026-04-20', '2026-04-21'], { lateReason: 'overload' })
    const task = async (
      to: string | null,
      due: string,
      ended: string | null,
      lateReason: string | null = null,
    ) => {
      const { taskId } = await town.seedTask({
        department: 'kad1',
        to,
        givenOn: day('2026-05-01'),
        dueOn: day(due),
        what: 'проверка на място',
      })
      if (ended)
        await town.endTask(taskId, { on: day(ended), by: 'kada2', lateReason, lateNote: 'двама в отпуск' })
      return taskId
    }
    await task('kada2', '2026-05-08', '2026-05-06')
    await task('kada2', '2026-05-08', '2026-05-12', 'staff_absent')
    await task(null, '2026-05-15', '2026-05-15')
    await task('kada1', '2026-06-15', null)
    await task(null, '2030-01-07', null)
    const cancelled = await town.seedTask({ department: 'kad1', to: 'kada1', dueOn: day('2026-05-02') })
    await town.endTask(cancelled.taskId, { on: day('2026-05-25'), by: 'glava1', outcome: 'cancelled' })
  })
  afterAll(() => town.close())
  const may = (who: Session, more = {}) => ({ ctx: who.ctx(), asked: { period: MAY, whose: null, ...more } })

  test('services that ended: in the term or not, and how long they took beside how long they had', async () => {
    const { ctx, asked } = may(secretary)
    const rows = await countRequests(ctx, { ...asked, by: 'department' })
    expect(rows.find(({ key }) => key === 'kad1')).toMatchObject({
      ended: 3,
      late: 1,
      median: 140,
      term: 140,
    })
    expect(rows.find(({ key }) => key === 'dan2')).toMatchObject({ ended: 1, late: 0, median: 140 })
    expect(rows.find(({ key }) => key === null)).toMatchObject({ ended: 4, late: 1 })
  })

  test.each(REQUESTS_BY)('by %s the rows sum to the total', async by => {
    const { ctx, asked } = may(secretary)
    const rows = await countRequests(ctx, { ...asked, by })
    const all = rows.find(({ key }) => key === null)
    const parts = rows.filter(({ key }) => key !== null)
    expect(parts.reduce((sum, { ended }) => sum + ended, 0)).toBe(all?.ended)
    expect(parts.reduce((sum, { late }) => sum + late, 0)).toBe(all?.late)
  })

  test('a head counts the own units only; one unit may be asked for; a month without anything is zero', async () => {
    const { asked } = may(head1)
    const total = async (who: Session, whose: string | null, period = MAY) =>
      (await countRequests(who.ctx(), { ...asked, period, whose, by: 'speed' })).find(
        ({ key }) => key === null,
      )?.ended
    expect(await total(head1, null)).toBe(3)
    expect(await total(secretary, 'dir2')).toBe(1)
    expect(await total(secretary, null, { from: day('2026-01-01'), to: day('2026-01-31') })).toBe(0)
    await refused(total(secretary, 'nyama'), 'department.unknown')
    await refused(total(await town.signIn('kada1', null), null), 'authority.denied')
  })

  test('what ended late is told with its unit, reason and words; what nobody waited for was not late', async () => {
    const { ctx, asked } = may(secretary)
    const rows = await listLate(ctx, asked)
    expect(rows.map(row => [row.department, row.reason, row.note, row.daysLate, row.holder])).toEqual([
      ['Отдел „Кадастър“', 'staff_absent', 'двама в отпуск', 4, 'Явор Манолов'],
      ['Отдел „Кадастър“', 'other_body', 'АГКК отговори на 19.05.', 9, 'Румяна Велева'],
    ])
    expect(rows[1]?.number).toMatch(/^\d{5}$/)
    const reasons = await countReasons(ctx, { ...asked, by: 'department' })
    expect(reasons).toHaveLength(2)
    expect(reasons).toContainEqual({
      department: 'Отдел „Кадастър“',
      reason: 'other_body',
      requests: 1,
      tasks: 0,
      median: 90,
    })
    expect((await countReasons(ctx, { ...asked, by: 'reason' })).map(row => row.department)).toEqual(['', ''])
  })

  test('workload: whoever ended what nobody took has ended it, and open work is as of today', async () => {
    const { ctx, asked } = may(head1)
    const rows = await seeWorkload(ctx, asked)
    const of = (key: string) => rows.find(row => row.key === key)
    expect(of('kada2')).toMatchObject({ open: 0, ended: 3, late: 1, mean: Math.round((50 + 110 + 140) / 3) })
    expect(of('kada1')).toMatchObject({ open: 1, overdue: 1, ended: 0, late: 0, mean: null })
    expect(of('kad1')).toMatchObject({ name: null, department: 'Отдел „Кадастър“', open: 1, overdue: 0 })
  })

  test.each(DOCUMENTS_BY)('documents by %s sum to those of the period', async by => {
    const { ctx, asked } = may(secretary)
    const rows = await countDocuments(ctx, { ...asked, by })
    expect(rows.reduce((sum, row) => sum + row.incoming, 0)).toBe(3)
    expect(rows.every(row => row.outgoing === 0 && row.internal === 0)).toBe(true)
  })

  test('a mayoralty counts what it took in, a restricted case is listed to its own people alone', async () => {
    await town.seedDocument({ department: 'dan2', on: day('2026-03-03'), direction: 'outgoing' })
    const { documentId } = await town.seedDocument({ department: null, on: day('2026-03-03') })
    await town.sql.begin(async sql => {
      await sql`alter table documents disable trigger user`
      await sql`update documents set intake_id = ${town.departments.selo} where id = ${documentId}`
      await sql`alter table documents enable trigger user`
    })
    const march = {
      period: { from: day('2026-03-01'), to: day('2026-03-31') },
      whose: null,
      by: 'day',
    } as const
    const selo = await town.signIn('selo1', null)
    expect(await countDocuments(selo.ctx(), march)).toEqual([
      { key: '2026-03-03', name: '', incoming: 1, outgoing: 0, internal: 0 },
    ])
    expect(await countDocuments(secretary.ctx(), march)).toMatchObject([{ incoming: 1, outgoing: 1 }])
    const { asked } = may(secretary)
    const [first] = await listLate(secretary.ctx(), asked)
    await town.sql`insert into restricted_cases (case_id, reason, restricted_by)
      select case_id, 'лични данни', ${town.staff('kada1')} from tasks where id = ${first!.id}`
    expect(await listLate(secretary.ctx(), asked)).toHaveLength(1)
  })

  test('a report is owed to the printer of the desk once for one id, and not by an auditor', async () => {
    const id = randomUUIDv7()
    const asked = { report: 'late', period: MAY, whose: 'kad1' } as const
    const atDesk = await town.signIn('head', 1)
    const twice = await Promise.all([1, 2].map(() => printControlReport(atDesk.ctx(), id, asked)))
    expect(twice).toEqual(Array(2).fill({ title: 'Приключени след срока, с причините' }))
    const [job] = await town.sql`select paper, count(*) over ()::int as jobs from print_jobs where id = ${id}`
    expect(job?.['jobs']).toBe(1)
    const paper = textOf(job?.['paper'], 42)
    for (const words of ['само Отдел „Кадастър“', 'АГКК', 'Общо']) expect(paper).toContain(words)
    const audit = await town.signIn('audit', 1)
    await refused(printControlReport(audit.ctx(), randomUUIDv7(), asked), 'authority.denied')
  })
})
