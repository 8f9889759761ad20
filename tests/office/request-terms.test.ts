import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { extendRequest } from '../../office/requests/extend-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import { listRequests } from '../../office/requests/list-requests.ts'
import { markDelivered } from '../../office/requests/mark-delivered.ts'
import { mendIrregularity } from '../../office/requests/mend-irregularity.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import { resumeRequest } from '../../office/requests/resume-request.ts'
import { showRequest } from '../../office/requests/show-request.ts'
import { suspendRequest } from '../../office/requests/suspend-request.ts'
import { tellIrregularity } from '../../office/requests/tell-irregularity.ts'
import { terminateRequest } from '../../office/requests/terminate-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('terms of requests on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  let grao: Session
  let maria: string
  /** No card, nothing to pay, seven working days. */
  let plain: string
  beforeAll(async () => {
    town = await testTown(version)
    ;[delo, grao] = await Promise.all([town.signIn('delo', 3), town.signIn('grao1', 3)])
    const services = await listServices(delo.ctx())
    plain = services.find(({ code }) => code === '2052')!.id
    const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
    maria = party!['id'] as string
  })
  afterAll(() => town.close())

  const register = () =>
    registerRequest(delo.ctx(), { id: randomUUIDv7(), serviceId: plain, applicantId: maria })
  const show = (requestId: string) => showRequest(delo.ctx(), { requestId })
  const act = () => ({ documentId: randomUUIDv7() })
  const today = () => delo.ctx().today
  const tell = (requestId: string, id = randomUUIDv7(), notice = act()) =>
    tellIrregularity(grao.ctx(), { id, requestId, what: 'липсва пълномощно', notice })
  /** Days pass: the request and what happened with it become older. */
  const daysPass = async (requestId: string, days: number) =>
    town.sql.begin(async sql => {
      const tables = ['documents', 'requests', 'request_events', 'tasks'] as const
      for (const table of tables) await sql`alter table ${sql(table)} disable trigger user`
      await sql`update documents set received_at = received_at - ${days} * interval '1 day' where id = ${requestId}`
      await sql`update requests set due_on = due_on - ${days}::int, starts_on = starts_on - ${days}::int where document_id = ${requestId}`
      await sql`update open_requests set due_on = due_on - ${days}::int where request_id = ${requestId}`
      await sql`update open_tasks set due_on = due_on - ${days}::int where request_id = ${requestId}`
      await sql`update request_events set on_day = on_day - ${days}::int, due_on = due_on - ${days}::int where request_id = ${requestId}`
      for (const table of tables) await sql`alter table ${sql(table)} enable trigger user`
    })

  test('an irregularity stops the term until it is mended; then it begins anew, and so do the phases', async () => {
    const { requestId, number } = await register()
    const [id, notice] = [randomUUIDv7(), act()]
    const told = await tell(requestId, id, notice)
    expect(told).toMatchObject({ standing: 'irregular', dueOn: null })
    expect(told.events).toMatchObject([
      { kind: 'irregular', documentNumber: expect.stringContaining(number) },
    ])
    expect(await tell(requestId, id, notice)).toEqual(told)
    await refused(tell(requestId), 'request.stands_still')
    await refused(completeRequest(grao.ctx(), { requestId, act: act() }), 'request.stands_still')
    await daysPass(requestId, 5)

    const mend = { id: randomUUIDv7(), requestId, what: 'донесено пълномощно' }
    await refused(mendIrregularity(grao.ctx(), { ...mend, what: '' }), 'request.reason_needed')
    const other = await register()
    for (const [documentId, code] of [
      [randomUUIDv7(), 'document.unknown'],
      [other.requestId, 'request.document_of_other_case'],
    ] as const)
      await refused(mendIrregularity(grao.ctx(), { ...mend, documentId }), code)
    const mended = await mendIrregularity(grao.ctx(), mend)
    expect(await mendIrregularity(grao.ctx(), mend)).toEqual(mended)
    expect(mended.standing).toBe('under_way')
    const shown = await show(requestId)
    expect(shown.due.why).toContainEqual(expect.objectContaining({ kind: 'fixed', on: today() }))
    expect(mended.dueOn?.equals(shown.due.on)).toBe(true)
    expect(shown.tasks[0]?.dueOn.equals(shown.due.on)).toBe(true)
    await refused(mendIrregularity(grao.ctx(), { ...mend, id: randomUUIDv7() }), 'request.not_irregular')
  })

  test('what nobody mended is terminated only after three days from the notice', async () => {
    const { requestId } = await register()
    const terminate = () =>
      terminateRequest(grao.ctx(), { requestId, reason: 'не е отстранено в срок', act: act() })
    await tell(requestId)
    await refused(terminate(), 'request.not_notified')
    const notified = (deliveredOn: Temporal.PlainDate) =>
      markDelivered(delo.ctx(), { id: randomUUIDv7(), requestId, deliveredOn, proof: 'обратна разписка' })
    await refused(notified(today().add({ days: 1 })), 'request.day_wrong')
    await refused(notified(today().subtract({ days: 1 })), 'request.day_wrong')
    const { mendBy } = await notified(today())
    expect(Temporal.PlainDate.compare(mendBy!, today().add({ days: 3 }))).toBeGreaterThanOrEqual(0)
    await refused(notified(today()), 'request.notified_already')
    await refused(terminate(), 'request.may_be_mended')
    await daysPass(requestId, 20)
    expect(await terminate()).toMatchObject({ standing: 'terminated' })
    expect((await show(requestId)).tasks[0]?.ending?.outcome).toBe('cancelled')
  })

  test('a suspended term stands still and gets its days back', async () => {
    const { requestId, due } = await register()
    const suspend = { id: randomUUIDv7(), requestId, reason: 'чл. 54, ал. 1, т. 5 АПК: преюдициален спор' }
    await refused(suspendRequest(grao.ctx(), { ...suspend, reason: '' }), 'request.reason_needed')
    const stopped = await suspendRequest(grao.ctx(), suspend)
    expect(stopped).toMatchObject({ standing: 'suspended', dueOn: null })
    expect(await suspendRequest(grao.ctx(), suspend)).toEqual(stopped)
    await daysPass(requestId, 14)
    const resume = { id: randomUUIDv7(), requestId, reason: 'спорът приключи' }
    await refused(resumeRequest(grao.ctx(), { ...resume, reason: ' ' }), 'request.reason_needed')
    const going = await resumeRequest(grao.ctx(), resume)
    expect(going.standing).toBe('under_way')
    expect(Temporal.PlainDate.compare(going.dueOn!, due.on)).toBeGreaterThanOrEqual(0)
    expect(Temporal.PlainDate.compare((await show(requestId)).tasks[0]!.dueOn, today())).toBeGreaterThan(0)
    await refused(resumeRequest(grao.ctx(), { ...resume, id: randomUUIDv7() }), 'request.not_suspended')
    await refused(
      markDelivered(delo.ctx(), { id: randomUUIDv7(), requestId, deliveredOn: today(), proof: '' }),
      'request.not_irregular',
    )
  })

  test('more time only as far as the law gives it, by a document', async () => {
    const { requestId, due } = await register()
    const extend = (amount: number, more = {}) =>
      extendRequest(grao.ctx(), {
        id: randomUUIDv7(),
        requestId,
        amount,
        reason: 'поискано е становище на друг орган',
        notice: act(),
        ...more,
      })
    await refused(extend(15), 'term.extended_too_far')
    await refused(extend(5, { article: 'чл. 1 АПК' }), 'term.not_extendable')
    await refused(extend(5, { reason: '' }), 'request.reason_needed')
    const longer = await extend(14)
    expect(Temporal.PlainDate.compare(longer.dueOn!, due.on)).toBeGreaterThan(0)
    expect(longer.events).toMatchObject([{ kind: 'extended', by: { amount: 14 } }])
    expect((await show(requestId)).tasks[0]?.dueOn.equals(longer.dueOn!)).toBe(true)
    // Fourteen days are all that one ground gives, however often it is asked.
    await refused(extend(1), 'term.extended_too_far')
  })

  test('nothing ends late without its reason, and „other“ is told in words', async () => {
    const { requestId } = await register()
    await daysPass(requestId, 60)
    expect((await listRequests(delo.ctx(), { which: 'overdue' })).map(({ id }) => id)).toContain(requestId)
    const complete = (more = {}) => completeRequest(grao.ctx(), { requestId, act: act(), ...more })
    await refused(complete(), 'request.late_reason_needed')
    await refused(complete({ lateReason: 'other' }), 'late_reason.note_needed')
    const done = await complete({ lateReason: 'overload', lateNote: 'много заявления' })
    expect(done.ending).toMatchObject({ lateReason: 'overload', lateNote: 'много заявления' })
    expect((await show(requestId)).tasks[0]?.ending).toMatchObject({ lateReason: 'overload' })
  })

  test('a refusal and a withdrawal have their reasons, at any phase; what has no document is not handed out', async () => {
    const one = (await register()).requestId
    await refused(
      refuseRequest(grao.ctx(), { requestId: one, reason: '', act: act() }),
      'request.reason_needed',
    )
    await refuseRequest(grao.ctx(), { requestId: one, reason: 'няма съставен акт', act: act() })
    const other = (await register()).requestId
    await refused(handOut(delo.ctx(), { requestId: other, takenBy: 'Мария' }), 'request.not_ended')
    const back = await terminateRequest(grao.ctx(), {
      requestId: other,
      isWithdrawn: true,
      reason: 'оттеглено с молба',
    })
    expect(back.standing).toBe('withdrawn')
    const withdraw = (by: Session) =>
      terminateRequest(by.ctx(), { requestId: other, isWithdrawn: true, reason: 'оттеглено с молба' })
    expect(await withdraw(grao)).toEqual(back)
    const head = await town.signIn('diradm', 3)
    await expect(withdraw(head)).rejects.toMatchObject({
      code: 'request.ended_by',
      facts: { standing: 'withdrawn', by: grao.who.name, at: expect.any(String) },
    })
    await refused(
      handOut(delo.ctx(), { requestId: other, takenBy: 'Мария', identity: 'лична карта' }),
      'request.document_needed',
    )
    await refused(tell(other), 'request.ended')
    const third = (await register()).requestId
    await refused(
      completeRequest(grao.ctx(), { requestId: third, act: { documentId: one } }),
      'request.document_of_other_case',
    )
    await refused(
      completeRequest(grao.ctx(), { requestId: third, act: { ...act(), kind: 'няма' } }),
      'document.kind_unknown',
    )
  })

  test('two who end one request at one moment end it once', async () => {
    const { requestId } = await register()
    const both = await Promise.allSettled([
      completeRequest(grao.ctx(), { requestId, act: act() }),
      refuseRequest(grao.ctx(), { requestId, reason: 'няма съставен акт', act: act() }),
    ])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    const lost = both.find(one => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'request.ended_by' })
  })
})
