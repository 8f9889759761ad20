import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listForReview } from '../../office/control/list-for-review.ts'
import { reviewTask } from '../../office/control/review-task.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { weekOf } from '../../rules/reviews.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

const WHOLE = { after: null, limit: null }

describe.each(newest)('the weekly review on PostgreSQL %s', version => {
  let town: RegistryTown
  let head1: Session
  let week: Temporal.PlainDate
  let late: string
  let ended: string
  beforeAll(async () => {
    town = await registryTown(version)
    head1 = await town.signIn('glava1', null)
    week = weekOf(town.today)
    const givenOn = town.today.subtract({ days: 40 })
    late = (
      await town.seedTask({ department: 'kad1', to: 'kada1', givenOn, dueOn: week.subtract({ days: 9 }) })
    ).taskId
    ended = (await town.seedTask({ department: 'str1', to: 'stro1', givenOn, dueOn: week.add({ days: 20 }) }))
      .taskId
    await town.endTask(ended, { on: week, by: 'stro1' })
    await town.seedTask({ department: 'dir1', givenOn, dueOn: week.add({ days: 30 }) })
    const dropped = await town.seedTask({ department: 'dir1', givenOn, dueOn: week.add({ days: 30 }) })
    await town.endTask(dropped.taskId, { on: week, by: 'glava1', outcome: 'cancelled' })
    const long = await town.seedTask({
      department: 'str1',
      to: 'stro1',
      givenOn,
      dueOn: week.subtract({ days: 10 }),
    })
    await town.endTask(long.taskId, { on: week.subtract({ days: 12 }), by: 'stro1' })
    await town.seedTask({ department: 'dan2', to: 'dana1', givenOn, dueOn: week.add({ days: 1 }) })
  })
  afterAll(() => town.close())
  const weekNow = (who = head1) => listForReview(who.ctx(), { week: town.today, whose: null }, WHOLE)
  const review = (taskId: string, more: Partial<Parameters<typeof reviewTask>[1]> = {}, who = head1) =>
    reviewTask(who.ctx(), { id: randomUUIDv7(), taskId, verdict: 'no_problems', note: null, ...more })

  test('a head has the open tasks of the own units and those that ended this week, as they stand', async () => {
    const { rows, all, reviewed } = await weekNow()
    expect({ all, reviewed }).toEqual({ all: 3, reviewed: 0 })
    expect(rows.map(row => [row.department.code, row.status, row.review])).toEqual([
      ['kad1', 'not_done', null],
      ['str1', 'done', null],
      ['dir1', 'under_way', null],
    ])
    expect(rows[0]).toMatchObject({ id: late, holder: 'Румяна Велева' })
    expect(rows[0]?.daysLate).toBeGreaterThanOrEqual(9)
  })

  test('the week before has what was under way then, as it stood at its end', async () => {
    const before = await listForReview(head1.ctx(), { week: week.subtract({ days: 3 }), whose: null }, WHOLE)
    expect(before.rows.map(row => [row.department.code, row.status]).toSorted()).toEqual([
      ['dir1', 'under_way'],
      ['dir1', 'under_way'],
      ['kad1', 'not_done'],
      ['str1', 'under_way'],
    ])
    const longAgo = { week: week.subtract({ days: 80 }), whose: null }
    expect(await listForReview(head1.ctx(), longAgo, WHOLE)).toMatchObject({ rows: [], all: 0 })
  })

  test('a review is written once for one id, again adds a record, and the last one counts', async () => {
    const id = randomUUIDv7()
    const first = await review(late, { id, verdict: 'lack_of_resources', note: 'двама отсъстват' })
    expect(first).toMatchObject({ status: 'not_done', verdict: 'lack_of_resources' })
    expect(await review(late, { id, verdict: 'lack_of_resources', note: 'двама отсъстват' })).toEqual(first)
    await review(late, { verdict: 'outside_problem', note: 'чака се АГКК' })
    const { rows, reviewed } = await weekNow()
    expect(reviewed).toBe(1)
    expect(rows[0]?.review).toEqual({
      status: 'not_done',
      verdict: 'outside_problem',
      note: 'чака се АГКК',
      by: 'Виолета Кирова',
    })
    const [kept] = await town.sql`select count(*)::int as records from reviews where task_id = ${late}`
    expect(kept).toEqual({ records: 2 })
    const [line] =
      await town.sql`select facts from logbook where act = 'control.review' order by at desc limit 1`
    expect(line?.['facts']).toMatchObject({ verdict: 'outside_problem', week: week.toString() })
  })

  test('two at once with one id make one record', async () => {
    const id = randomUUIDv7()
    const both = await Promise.all([review(ended, { id }), review(ended, { id })])
    expect(both[0]).toEqual(both[1])
    const [kept] = await town.sql`select count(*)::int as records from reviews where task_id = ${ended}`
    expect(kept).toEqual({ records: 1 })
  })

  test('what was reviewed may be left out, and pages go on where the one before ended', async () => {
    const rest = await listForReview(
      head1.ctx(),
      { week, whose: null, onlyUnreviewed: true },
      { after: null, limit: 10 },
    )
    expect(rest.rows.map(row => row.department.code)).toEqual(['dir1'])
    expect(rest).toMatchObject({ all: 3, reviewed: 2 })
    const [first] = (await listForReview(head1.ctx(), { week, whose: null }, { after: null, limit: 1 })).rows
    const next = await listForReview(head1.ctx(), { week, whose: null }, { after: first ?? null, limit: 5 })
    expect(next.rows).toHaveLength(2)
  })

  test('refusals, in their order', async () => {
    const ahead = { week: week.add({ days: 7 }), verdict: 'impossible' } as const
    await refused(review(randomUUIDv7(), ahead, await town.signIn('kada1', null)), 'authority.denied')
    await refused(review(randomUUIDv7(), ahead), 'review.week_ahead')
    await refused(review(randomUUIDv7(), { verdict: 'impossible', note: '..' }), 'review.note_needed')
    await refused(review(randomUUIDv7()), 'task.unknown')
    await refused(review(ended, { week: week.subtract({ days: 60 }) }), 'review.not_of_week')
    const { caseId, taskId } = await town.seedTask({ department: 'dan2', dueOn: town.today })
    await town.sql`insert into case_access (case_id, department_id) values (${caseId}, ${town.departments.dir1})`
    expect(await refused(review(taskId), 'review.not_yours')).toEqual({ unit: 'Отдел „Данъци“' })
  })
})
