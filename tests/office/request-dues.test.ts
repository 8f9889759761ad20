import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '../../office/calendar/lookup.ts'
import { moveDueDates } from '../../office/calendar/move-due-dates.ts'
import { setDay } from '../../office/calendar/set-day.ts'
import { setHours } from '../../office/calendar/set-hours.ts'
import { showCase } from '../../office/cases/show-case.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { nextWorkingDay, workingDayFrom } from '../../rules/calendar.ts'
import { showDay, ZONE } from '../../rules/dates.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the last day of a registered request on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  let admin: Session
  let service: string
  let applicantId: string
  let sunday: Temporal.PlainDate
  beforeAll(async () => {
    town = await testTown(version)
    ;[delo, admin] = await Promise.all([town.signIn('delo', 3), town.signIn('admin')])
    service = (await listServices(delo.ctx())).find(({ code }) => code === '2052')!.id
    const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
    applicantId = party!['id'] as string
    const { today } = delo.ctx()
    sunday = today.subtract({ days: today.dayOfWeek })
    await town.sql`update service_fees set term = 14, term_unit = 'calendar_days' where service_id = ${service}`
  })
  afterAll(() => town.close())

  const register = (channel: 'desk' | 'email') =>
    registerRequest(delo.ctx(), {
      id: randomUUIDv7(),
      serviceId: service,
      applicantId,
      channel,
      receivedAt: sunday.toZonedDateTime({ timeZone: ZONE, plainTime: '11:00' }).toInstant(),
    })
  const explainedIn = async (session: Session, caseId: string) =>
    (await showCase(session.ctx(), { caseId })).requests[0]?.dueExplained ?? ''

  test('by e-mail on a Sunday it counts from the next working day, at a desk from its own', async () => {
    const calendar = await calendarOf(town.db)
    const monday = nextWorkingDay(calendar, sunday)
    const [byMail, atDesk] = [await register('email'), await register('desk')]
    expect(byMail.due.from.equals(monday)).toBe(true)
    expect(byMail.due.on.equals(workingDayFrom(calendar, monday.add({ days: 14 })))).toBe(true)
    expect(atDesk.due.from.equals(sunday)).toBe(true)
    expect(atDesk.due.on.equals(workingDayFrom(calendar, sunday.add({ days: 14 })))).toBe(true)
  })

  test('set off, moved, stopped and gone on: what the case explains is what the boards go by', async () => {
    const { requestId, caseId, due } = await register('email')
    const order = { order: 'РМС 812/20.11.2026', name: null, source: null }
    await setDay(admin.ctx(), { day: due.on, isWorking: false, ...order })
    const { next } = await moveDueDates(admin.ctx(), { day: due.on })
    const boardOf = async () =>
      (await town.sql`select due_on::text as due from open_requests where request_id = ${requestId}`)[0]?.[
        'due'
      ]
    expect(await boardOf()).toBe(next.toString())
    expect(await explainedIn(delo, caseId)).toMatch(
      new RegExp(`^${showDay(next, 'bg')}: получено .* е почивен \\(РМС 812/20\\.11\\.2026\\)$`),
    )
    const officer = await town.signIn('grao1', 3)
    const reason = 'до приключване на съдебно дело'
    const told = { requestId, reason }
    await suspendRequest(officer.ctx(), { id: randomUUIDv7(), ...told })
    expect(await boardOf()).toBeNull()
    await resumeRequest(officer.ctx(), { id: randomUUIDv7(), ...told })
    expect(await boardOf()).toBe(next.toString())
  })

  test('hours that are set later move nothing that was told', async () => {
    const { caseId, due } = await register('email')
    await setHours(admin.ctx(), {
      from: Temporal.PlainTime.from('00:01'),
      until: Temporal.PlainTime.from('23:59'),
    })
    const explained = await explainedIn(await town.signIn('delo', 3), caseId)
    expect(explained.startsWith(`${showDay(due.on, 'bg')}: получено`)).toBe(true)
  })
})
