import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listDays } from '../../office/calendar/list-days.ts'
import { calendarOf } from '../../office/calendar/lookup.ts'
import { type SetDay, setDay } from '../../office/calendar/set-day.ts'
import { setHours } from '../../office/calendar/set-hours.ts'
import { workOutDue } from '../../office/calendar/work-out-due.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { shippedDays } from '../../office/town/holidays.ts'
import { isWorkingDay, workingDaysIn } from '../../rules/calendar.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the calendar on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let today: Temporal.PlainDate
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    today = admin.ctx().today
  })
  afterAll(() => town.close())

  /** A weekday of next year that is an ordinary working day. */
  const ordinary = (week: number): Temporal.PlainDate => {
    const first = Temporal.PlainDate.from({ year: today.year + 1, month: 6, day: 1 })
    return first.add({ days: 7 * week + ((10 - first.dayOfWeek) % 7) })
  }
  const set = (day: Temporal.PlainDate, more: Partial<SetDay> = {}, session = admin) =>
    setDay(session.ctx(), {
      day,
      isWorking: false,
      order: 'РМС 812/20.11.2026',
      name: null,
      source: null,
      ...more,
    })
  const logged = async () => (await town.sql`select facts from logbook where act = 'calendar.set'`).length

  test('a new town has the days that are shipped, each with its source', async () => {
    const { days, workingDays } = await listDays((await town.signIn('delo')).ctx(), 2026)
    const shipped = shippedDays().filter(({ day }) => day.year === 2026)
    expect(days.map(({ day, source }) => [`${day}`, source])).toEqual(
      shipped.map(({ day, source }) => [`${day}`, source]),
    )
    expect(workingDays).toBe(248)
    expect(days.every(({ setBy }) => setBy === null)).toBe(true)
  })

  test('a year that was never written down is that of the law', async () => {
    const { days, workingDays } = await listDays(admin.ctx(), 2035)
    expect(workingDays).toBe(workingDaysIn(await calendarOf(town.db), 2035))
    expect(days.find(({ name }) => name.bg === 'Великден')?.day.toString()).toBe('2035-04-29')
    expect(days.every(({ source }) => source === null)).toBe(true)
  })

  test('a day off by order moves what ends on it, once, with a line in the logbook', async () => {
    const day = ordinary(0)
    const before = await logged()
    const done = await set(day, { source: 'ДВ бр. 95/2026' })
    expect(done).toEqual({ day, isWorking: false, next: day.add({ days: 1 }), dues: 0 })
    expect(await set(day, { source: 'ДВ бр. 95/2026' })).toEqual(done)
    expect(await logged()).toBe(before + 1)
    const listed = (await listDays(admin.ctx(), day.year)).days.find(each => each.day.equals(day))
    expect(listed).toMatchObject({ kind: 'one-off', basis: 'РМС 812/20.11.2026', source: 'ДВ бр. 95/2026' })
    expect(listed?.setBy).toBe(admin.ctx().who.name)
    const { due } = await workOutDue(admin.ctx(), {
      from: day.subtract({ days: 7 }),
      time: null,
      term: { amount: 7, unit: 'calendar_days', article: 'чл. 57, ал. 2 АПК' },
      events: [],
    })
    expect(due.on.equals(day.add({ days: 1 }))).toBe(true)
  })

  test('a Saturday becomes a working day, and a day off one again', async () => {
    const saturday = ordinary(1).add({ days: 3 })
    expect(await set(saturday, { isWorking: true })).toEqual({
      day: saturday,
      isWorking: true,
      next: null,
      dues: 0,
    })
    expect(isWorkingDay(await calendarOf(town.db), saturday)).toBe(true)
    await set(saturday, { order: 'РМС 900/01.12.2026' })
    expect(isWorkingDay(await calendarOf(town.db), saturday)).toBe(false)
  })

  test('two administrators at once: one day, one order, and the other is told that it is so', async () => {
    const day = ordinary(2)
    const other = await town.signIn('admin')
    const both = await Promise.allSettled([set(day), set(day, { order: 'РМС 7/2026' }, other)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const rows = await town.sql`select basis from calendar_days where day = ${day.toString()}`
    expect(rows).toHaveLength(1)
  })

  test('no order, another year by mistake, what is so already, and other posts are refused', async () => {
    const day = ordinary(3)
    await refused(set(day, { order: ' ' }), 'calendar.needs_order')
    await refused(set(day, { order: 'решение на МС' }), 'calendar.needs_order')
    await refused(set(today.subtract({ years: 1, days: 1 })), 'calendar.out_of_reach')
    await refused(set(day.add({ years: 30 })), 'calendar.out_of_reach')
    await refused(set(day, { isWorking: true }), 'calendar.is_so')
    await refused(
      set(Temporal.PlainDate.from({ year: today.year + 1, month: 12, day: 24 })),
      'calendar.is_so',
    )
    for (const login of ['kasa1', 'delo', 'head', 'audit'])
      await refused(set(day, {}, await town.signIn(login)), 'authority.denied')
  })

  test('a term of the law is worked out for everybody; one that is none is refused', async () => {
    const session = await town.signIn('audit')
    const of = (rule: string) =>
      workOutDue(session.ctx(), {
        from: Temporal.PlainDate.from('2026-11-24'),
        time: null,
        term: { rule },
        events: [],
      })
    expect((await of('information-answer')).due.on.toString()).toBe('2026-12-08')
    expect((await of('right-expires')).due.on.toString()).toBe('2026-10-23')
    await refused(of('срок'), 'term.unknown_rule')
  })

  test('what arrives after the hours of the town counts as of the next working day', async () => {
    const time = (text: string) => Temporal.PlainTime.from(text)
    const dueOfEvening = async (session: Session) =>
      (
        await workOutDue(session.ctx(), {
          from: Temporal.PlainDate.from('2026-11-20'),
          time: time('17:20'),
          term: { rule: 'act-general' },
          events: [],
        })
      ).due.on.toString()
    expect(await dueOfEvening(admin)).toBe('2026-12-07')
    const hours = { from: time('08:30'), until: time('17:30') }
    await setHours(admin.ctx(), hours)
    expect(await dueOfEvening(await town.signIn('delo'))).toBe('2026-12-04')
    expect(await town.sql`select facts from logbook where facts ? 'until'`).toHaveLength(1)
    await refused(setHours(admin.ctx(), { from: hours.until, until: hours.from }), 'calendar.hours_wrong')
    await refused(setHours((await town.signIn('head')).ctx(), hours), 'authority.denied')
  })

  test('what happened to a term may be told in any order', async () => {
    const on = (text: string) => Temporal.PlainDate.from(text)
    const { due } = await workOutDue(admin.ctx(), {
      from: on('2026-11-02'),
      time: Temporal.PlainTime.from('09:15'),
      term: { amount: 14, unit: 'calendar_days', article: '' },
      events: [
        { kind: 'resumed', on: on('2026-11-10') },
        { kind: 'suspended', on: on('2026-11-05') },
      ],
    })
    expect(due.on.toString()).toBe('2026-11-23')
  })
})
