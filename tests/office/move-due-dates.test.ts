import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseError } from '../../db/open.ts'
import { calendarOf } from '../../office/calendar/lookup.ts'
import { moveDueDates } from '../../office/calendar/move-due-dates.ts'
import { setDay } from '../../office/calendar/set-day.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { nextWorkingDay, workingDayUntil } from '../../rules/calendar.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

describe.each(newest)('a last day that is set off, on PostgreSQL %s', version => {
  let town: RegistryTown
  let admin: Session
  let day: Temporal.PlainDate
  let next: Temporal.PlainDate
  let requests: string[]
  beforeAll(async () => {
    town = await registryTown(version)
    admin = await town.signIn('admin')
    const calendar = await calendarOf(town.db)
    day = nextWorkingDay(calendar, town.today.add({ days: 20 }))
    next = nextWorkingDay(calendar, day)
    const seeds = [day, day, next].map(dueOn => town.seedRequest({ department: 'kad1', dueOn }))
    requests = (await Promise.all(seeds)).map(({ requestId }) => requestId)
    await town.sql`insert into restricted_cases (case_id, reason, restricted_by)
      select case_id, 'лични данни', ${town.staff('kada1')} from open_requests where request_id = ${requests[1] ?? ''}`
    await town.seedTask({ department: 'kad1', dueOn: day })
  })
  afterAll(() => town.close())

  const order = { order: 'РМС 812/20.11.2026', name: null, source: null }
  const duesOf = async () =>
    Object.fromEntries(
      (await town.sql`select request_id, due_on::text as due from open_requests`).map(row => [
        row['request_id'],
        row['due'],
      ]),
    )
  const tell = (session: Session, dueOn: Temporal.PlainDate) =>
    session.ctx().db.execute(sql`insert into request_events (id, request_id, kind, on_day, due_on, told_by)
      values (gen_random_uuid(), ${requests[0]}, 'moved', ${`${day}`}::date, ${`${dueOn}`}::date, ${town.staff('kada1')})`)
  const saidNo = (work: Promise<unknown>) =>
    work.then(
      () => null,
      error => databaseError(error)?.message,
    )

  test('a working day moves nothing', async () => {
    await refused(moveDueDates(admin.ctx(), { day }), 'calendar.is_so')
  })

  test('nobody moves a last day off a working day, nor far, whatever they write', async () => {
    const officer = await town.signIn('kada1')
    expect(await saidNo(tell(officer, next))).toMatch(/a last day is moved off a day off alone/)
  })

  test('whoever sets it off is told how many end then, those too that are not for everybody', async () => {
    expect(await setDay(admin.ctx(), { day, isWorking: false, ...order })).toMatchObject({ next, dues: 2 })
    const officer = await town.signIn('kada1')
    expect(await saidNo(tell(officer, day.add({ days: 40 })))).toMatch(/and not far/)
    expect(await saidNo(tell(officer, day.subtract({ days: 1 })))).toMatch(/and not far/)
  })

  test('they move to the next working day, once, with an event and a line each; the rest stays', async () => {
    expect(await moveDueDates(admin.ctx(), { day })).toEqual({ day, next, moved: 2 })
    expect(await duesOf()).toEqual(Object.fromEntries(requests.map(id => [id, next.toString()])))
    const events = await town.sql`
      select reason, due_on::text as due, told_by from request_events where kind = 'moved' order by request_id`
    expect(events).toHaveLength(2)
    expect(events[0]).toMatchObject({
      reason: order.order,
      due: next.toString(),
      told_by: town.staff('admin'),
    })
    const lines = await town.sql`
      select subject_id from logbook where act = 'calendar.set' and subject_id is not null order by subject_id`
    expect(lines.map(line => line['subject_id'])).toEqual(requests.slice(0, 2).sort())
    const [task] = await town.sql`select due_on::text as due from open_tasks`
    expect(task?.['due']).toBe(day.toString())
    expect(await moveDueDates(admin.ctx(), { day })).toEqual({ day, next, moved: 0 })
  })

  test('two at once move each of them once', async () => {
    const calendar = await calendarOf(town.db)
    await setDay(admin.ctx(), { day: next, isWorking: false, ...order })
    const both = await Promise.all([1, 2].map(() => moveDueDates(admin.ctx(), { day: next })))
    expect(both.map(({ moved }) => moved).sort()).toEqual([0, 3])
    expect(new Set(Object.values(await duesOf()))).toEqual(
      new Set([nextWorkingDay(calendar, next).toString()]),
    )
  })

  test('a day that passed, and other posts, are refused', async () => {
    const gone = workingDayUntil(await calendarOf(town.db), town.today.subtract({ days: 3 }))
    await setDay(admin.ctx(), { day: gone, isWorking: false, ...order })
    await refused(moveDueDates(admin.ctx(), { day: gone }), 'calendar.day_passed')
    await refused(moveDueDates((await town.signIn('head')).ctx(), { day }), 'authority.denied')
  })
})
