import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listLate } from '../../office/control/list-late.ts'
import { listOpenWork } from '../../office/control/list-open-work.ts'
import { seeBoard } from '../../office/control/see-board.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { type BoardRow, NOTHING } from '../../rules/control.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

describe.each(newest)('the board of the terms on PostgreSQL %s', version => {
  let town: RegistryTown
  let secretary: Session
  let head1: Session
  beforeAll(async () => {
    town = await registryTown(version)
    ;[secretary, head1] = await Promise.all([town.signIn('head', null), town.signIn('glava1', null)])
    const { today } = town
    const ago = (days: number) => today.subtract({ days })
    await town.seedTask({ department: 'kad1', to: 'kada1', dueOn: ago(9), what: 'скица на имота' })
    await town.seedTask({ department: 'kad1', to: 'kada2', dueOn: ago(2) })
    await town.seedTask({ department: 'kad1', dueOn: today })
    await town.seedTask({ department: 'str1', to: 'stro1', dueOn: ago(30), what: 'проверка на място' })
    await town.seedTask({ department: 'dir1', to: 'glava1', dueOn: today.add({ days: 1 }) })
    await town.seedTask({ department: 'dan2', to: 'dana1', dueOn: today.add({ days: 60 }) })
    await town.seedRequest({ department: 'kad1', on: ago(20), dueOn: ago(6) })
    const still = await town.seedRequest({ department: 'kad1', on: ago(3), dueOn: today.add({ days: 11 }) })
    await town.sql`insert into request_events (id, request_id, kind, on_day, due_on, reason, told_by)
      values (gen_random_uuid(), ${still.requestId}, 'suspended', ${today.toString()}, null, 'чака суда', ${town.staff('kada1')})`
  })
  afterAll(() => town.close())
  const rowOf = (rows: BoardRow[], code: string) => rows.find(row => row.code === code)

  test('a head sees the own directorate with its departments rolled up, and the oldest with whoever holds it', async () => {
    const { rows, totals, oldest, oldestRequest } = await seeBoard(head1.ctx())
    expect(rows.map(({ code, depth }) => [code, depth])).toEqual([
      ['dir1', 0],
      ['kad1', 1],
      ['str1', 1],
    ])
    expect(rowOf(rows, 'kad1')?.own.tasks).toEqual({ ...NOTHING, overdue: 2, today: 1 })
    expect(rowOf(rows, 'kad1')?.own.requests).toEqual({ ...NOTHING, overdue: 1, still: 1 })
    expect(rowOf(rows, 'kad1')?.oldest).toMatchObject({ holder: 'Румяна Велева', what: 'скица на имота' })
    expect(rowOf(rows, 'dir1')).toMatchObject({
      own: { tasks: { ...NOTHING, soon: 1 } },
      all: { tasks: { ...NOTHING, overdue: 3, today: 1, soon: 1 } },
      oldest: { holder: 'Огнян Лазаров', what: 'проверка на място' },
    })
    expect(totals).toEqual(rowOf(rows, 'dir1')?.all)
    expect(oldest?.dueOn.until(town.today).days).toBe(30)
    const waiting = rowOf(rows, 'kad1')?.oldestRequest
    expect(waiting?.dueOn.until(town.today).days).toBeGreaterThan(0)
    expect(waiting?.number).toMatch(/\d/)
    expect(rowOf(rows, 'dir1')?.oldestRequest).toEqual(waiting)
    expect(oldestRequest).toEqual(waiting)
  })

  test('the secretary sees every directorate, or the one that is asked for; a unit without open work is left out', async () => {
    const all = await seeBoard(secretary.ctx())
    expect(all.rows.map(row => row.code)).toEqual(['dir1', 'kad1', 'str1', 'dir2', 'dan2'])
    expect(all.totals.tasks).toEqual({ ...NOTHING, overdue: 3, today: 1, soon: 1, later: 1 })
    const one = await seeBoard(secretary.ctx(), 'dir2')
    expect(one.rows.map(row => row.code)).toEqual(['dir2', 'dan2'])
    expect(one.totals.tasks).toEqual({ ...NOTHING, later: 1 })
    await refused(seeBoard(secretary.ctx(), 'nyama'), 'department.unknown')
  })

  test('an officer sees the own department; another directorate is empty for a head; a cashier has no board', async () => {
    const kada1 = await town.signIn('kada1', null)
    expect((await seeBoard(kada1.ctx())).rows.map(row => row.code)).toEqual(['kad1'])
    expect((await seeBoard(head1.ctx(), 'dir2')).rows).toEqual([])
    await refused(seeBoard((await town.signIn('kasa1')).ctx()), 'authority.denied')
  })

  test('a cell is listed due first, page by page, each row once', async () => {
    const asked = { what: 'tasks', whose: 'dir1', nearness: 'overdue' } as const
    const first = await listOpenWork(secretary.ctx(), asked, { after: null, limit: 2 })
    expect(first.map(row => [row.holder, row.daysLate, row.department.code])).toEqual([
      ['Огнян Лазаров', 30, 'str1'],
      ['Румяна Велева', 9, 'kad1'],
    ])
    expect(first[1]).toMatchObject({ what: 'скица на имота', from: 'Стоян Стоянов', nearness: 'overdue' })
    const rest = await listOpenWork(secretary.ctx(), asked, { after: first[1] ?? null, limit: 2 })
    expect(rest.map(row => row.holder)).toEqual(['Явор Манолов'])
  })

  test('requests are listed with their service; one that stands still comes last, and alone when asked for', async () => {
    const asked = { what: 'requests', whose: null, nearness: null } as const
    const all = await listOpenWork(head1.ctx(), asked, { after: null, limit: null })
    expect(all.map(row => [row.nearness, row.daysLate])).toEqual([
      ['overdue', 6],
      ['still', 0],
    ])
    const [still] = await listOpenWork(
      head1.ctx(),
      { ...asked, nearness: 'still' },
      { after: null, limit: 5 },
    )
    expect(still).toMatchObject({
      dueOn: null,
      holder: null,
      what: expect.stringMatching(/скица|удостовер/i),
    })
    expect(await listOpenWork(head1.ctx(), asked, { after: all[1] ?? null, limit: 5 })).toEqual([])
  })

  test('what is restricted is counted only for those named in its case', async () => {
    const { caseId } = await town.seedTask({ department: 'dan2', dueOn: town.today })
    await town.sql`insert into restricted_cases (case_id, reason, restricted_by) values (${caseId}, 'лични данни', ${town.staff('dana1')})`
    expect((await seeBoard(secretary.ctx(), 'dir2')).totals.tasks.today).toBe(0)
    const dana1 = await town.signIn('dana1', null)
    expect((await seeBoard(dana1.ctx())).totals.tasks.today).toBe(1)
  })

  test('nothing ends late without a reason, and with it goes from the board into the report of its unit', async () => {
    const { taskId } = await town.seedTask({
      department: 'selo',
      to: 'selo1',
      dueOn: town.today.subtract({ days: 4 }),
      givenOn: town.today.subtract({ days: 9 }),
      what: 'оглед на чешмата',
    })
    const selo = await town.signIn('selo1', null)
    expect((await seeBoard(selo.ctx())).totals.tasks.overdue).toBe(1)
    const end = { taskId, outcome: 'done', result: 'огледана и снимана' } as const
    await refused(endTask(selo.ctx(), end), 'task.late_reason_needed')
    await refused(endTask(selo.ctx(), { ...end, lateReason: 'other' }), 'late_reason.note_needed')
    expect((await seeBoard(selo.ctx())).totals.tasks.overdue).toBe(1)
    await endTask(selo.ctx(), { ...end, lateReason: 'other', lateNote: 'пътят беше затворен' })
    expect((await seeBoard(selo.ctx())).rows).toEqual([])
    const today = { from: town.today, to: town.today }
    expect(await listLate(secretary.ctx(), { period: today, whose: 'selo' })).toMatchObject([
      {
        id: taskId,
        department: 'Кметство Горно село',
        holder: 'Севда Юсеинова',
        daysLate: 4,
        reason: 'other',
        note: 'пътят беше затворен',
      },
    ])
  })
})
