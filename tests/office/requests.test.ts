import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBills } from '../../office/bills/find-bills.ts'
import { importCard } from '../../office/cards/import-card.ts'
import { takePayment } from '../../office/payments/take-payment.ts'
import { completeRequest } from '../../office/requests/complete-request.ts'
import { handOut } from '../../office/requests/hand-out.ts'
import { listRequests } from '../../office/requests/list-requests.ts'
import { refuseRequest } from '../../office/requests/refuse-request.ts'
import { registerRequest } from '../../office/requests/register-request.ts'
import type { RegisterRequest } from '../../office/requests/request-plan.ts'
import { showRequest } from '../../office/requests/show-request.ts'
import { listServices } from '../../office/services/list-services.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { endTask } from '../../office/tasks/end-task.ts'
import { textOf } from '../../rules/papers/lines.ts'
import type { Service } from '../../rules/services.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('requests for services on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  let grao: Session
  let head: Session
  let kasa: Session
  let services: Service[]
  let maria: string
  beforeAll(async () => {
    town = await testTown(version)
    ;[delo, grao, head, kasa] = await Promise.all([
      town.signIn('delo', 3),
      town.signIn('grao1', 3),
      town.signIn('diradm', 3),
      town.signIn('kasa1', 1),
    ])
    services = await listServices(delo.ctx())
    const [party] = await town.sql`select id from parties where name = 'Мария Петрова Чаушева'`
    maria = party!['id'] as string
    await openTillFor(kasa)
  })
  afterAll(() => town.close())

  const service = (code: string) => services.find(known => known.code === code)!
  const input = (more: Partial<RegisterRequest> = {}): RegisterRequest => ({
    id: randomUUIDv7(),
    serviceId: service('2016').id,
    applicantId: maria,
    ...more,
  })
  const register = (more: Partial<RegisterRequest> = {}, by = delo) => registerRequest(by.ctx(), input(more))
  const show = (requestId: string, by = delo) => showRequest(by.ctx(), { requestId })
  const pay = (billId: string) =>
    takePayment(kasa.ctx(), { paymentId: randomUUIDv7(), lines: [{ billId }], given: null })
  const openTask = async (requestId: string) =>
    (await show(requestId)).tasks.find(task => task.ending === null && task.kind === 'phase')!
  const end = async (requestId: string, by: Session, next: string | null = null) =>
    endTask(by.ctx(), {
      taskId: (await openTask(requestId)).id,
      outcome: 'done',
      result: 'направено',
      next,
    })
  const act = () => ({ documentId: randomUUIDv7() })

  test('a request gets number, case, bill, last day, slip and its first task, once', async () => {
    const asked = input()
    const registered = await registerRequest(delo.ctx(), asked)
    const year = delo.ctx().today.year
    expect(registered).toMatchObject({
      number: 'ЗВ-1-00001',
      service: { code: '2016' },
      applicant: 'Мария Петрова Чаушева',
      bill: { number: `ЗВ-1-00001/${year}`, amount: 511n },
      missing: [],
      phases: [{ code: 'completeness', unit: { bg: 'Гражданска регистрация (ГРАО)' } }],
    })
    expect(registered.printJobId).not.toBeNull()
    const slip = textOf(registered.slip, 48)
    for (const said of [
      'ЗВ-1-00001',
      'Мария Петрова Чаушева',
      '5,11 €',
      `ЗВ-1-00001/${year}`,
      registered.accessCode.slice(0, 5),
    ])
      expect(slip).toContain(said)
    expect(await registerRequest(delo.ctx(), asked)).toEqual(registered)
    await refused(registerRequest(delo.ctx(), { ...asked, speed: 'fast' }), 'request.id_reused')
    await town.sql`update services set offered = false where id = ${asked.serviceId}`
    expect(await registerRequest(delo.ctx(), asked)).toEqual(registered)
    await refused(register(), 'service.unknown')
    await town.sql`update services set offered = true where id = ${asked.serviceId}`
    const [logged] = await town.sql`select act, facts from logbook where subject_id = ${asked.id}`
    expect(logged).toMatchObject({
      act: 'requests.register',
      facts: { number: 'ЗВ-1-00001', service: '2016' },
    })
  })

  test('the same request sent twice at one moment is one request with one bill', async () => {
    const asked = input({ speed: 'fast' })
    const [one, other] = await Promise.all([1, 2].map(() => registerRequest(delo.ctx(), asked)))
    expect(other).toEqual(one)
    expect(one!.bill?.amount).toBe(service('2016').fees.fast?.cents)
    expect(await findBills(kasa.ctx(), { text: one!.number })).toMatchObject([
      { id: one!.bill?.id, isOpen: true },
    ])
  })

  test('from the desk to the hands of the citizen', async () => {
    const { requestId, number, bill } = await register()
    expect(await openTask(requestId)).toMatchObject({
      phase: 'completeness',
      department: { code: 'grao' },
      assignee: null,
    })
    await end(requestId, grao, 'редовно')
    await end(requestId, grao, 'данните са пълни')
    expect(await openTask(requestId)).toMatchObject({ phase: 'draft' })
    await end(requestId, grao)
    await refused(completeRequest(grao.ctx(), { requestId, act: act() }), 'request.unpaid')
    await pay(bill!.id)
    await refused(completeRequest(grao.ctx(), { requestId, act: act() }), 'request.has_open_phase')
    expect(await openTask(requestId)).toMatchObject({
      phase: 'signing',
      assignee: { name: 'Антоанета Кирова' },
    })
    await end(requestId, head, 'за доработка')
    await end(requestId, grao)
    await end(requestId, head, 'подписано')
    await refused(end(requestId, grao), 'phase.ends_request')
    const result = act()
    const done = await completeRequest(grao.ctx(), { requestId, act: result })
    expect(done).toMatchObject({
      standing: 'completed',
      dueOn: null,
      fee: { state: 'paid' },
      ending: { outcome: 'completed', documentNumber: expect.stringContaining(number), lateReason: null },
    })
    expect(await completeRequest(grao.ctx(), { requestId, act: result })).toEqual(done)
    await refused(completeRequest(grao.ctx(), { requestId, act: act() }), 'request.ended_by')
    expect((await listRequests(delo.ctx(), { which: 'ready' })).map(row => row.id)).toContain(requestId)

    await refused(handOut(delo.ctx(), { requestId, takenBy: '' }), 'hand_out.taker_needed')
    await refused(handOut(delo.ctx(), { requestId, takenBy: 'Мария Чаушева' }), 'hand_out.identity_needed')
    await refused(
      handOut(delo.ctx(), { requestId, takenBy: 'Мария Чаушева', way: 'post' }),
      'hand_out.reference_needed',
    )
    const taken = { requestId, takenBy: 'Мария Чаушева', identity: 'лична карта' }
    const handed = await handOut(delo.ctx(), taken)
    expect(handed.printJobId).not.toBeNull()
    expect(textOf(handed.paper!, 48)).toContain('Подпис на получилия')
    expect((await handOut(delo.ctx(), taken)).handOut).toEqual(handed.handOut)
    await refused(handOut(delo.ctx(), { ...taken, takenBy: 'Друг човек' }), 'hand_out.done')
    expect((await show(requestId)).tasks.every(task => task.ending !== null)).toBe(true)
  })

  test('what is looked up by the office is never asked, and what is asked for is told', async () => {
    await refused(register({ items: [{ code: 'death', state: 'brought' }] }), 'request.asked_ex_officio')
    await refused(register({ items: [{ code: 'няма', state: 'brought' }] }), 'request.item_unknown')
    const { requestId, missing, slip } = await register({
      items: [
        { code: 'form', state: 'missing' },
        { code: 'proxy', state: 'brought' },
      ],
    })
    expect(missing).toEqual(['Заявление-декларация по образец с данни за наследниците'])
    expect(textOf(slip, 80)).toContain('– Заявление-декларация по образец с данни за наследниците')
    expect((await show(requestId)).items.map(({ state }) => state)).toEqual([
      'missing',
      'brought',
      'not_needed',
      'not_needed',
      'ex_officio',
      'ex_officio',
    ])
  })

  test('what does not fit is refused, and nothing is kept of it', async () => {
    const before = (await listRequests(delo.ctx(), { which: 'all' })).length
    await refused(register({ serviceId: randomUUIDv7() }), 'service.unknown')
    await refused(register({ applicantId: randomUUIDv7() }), 'party.unknown')
    await refused(register({ serviceId: service('2012').id, speed: 'fast' }), 'service.no_such_speed')
    await refused(register({ serviceId: service('2027').id }), 'service.needs_amount')
    await refused(register({ amount: 100n }), 'service.fixed_amount')
    await refused(register({ representative: { partyId: maria, ground: '' } }), 'request.ground_needed')
    await refused(
      register({ serviceId: service('2037').id, delivery: 'ssev' }),
      'request.delivery_not_offered',
    )
    await refused(register({ delivery: 'email' }), 'request.address_needed')
    const ahead = delo.ctx().now.add({ hours: 30 })
    await refused(register({ receivedAt: ahead }), 'document.in_the_future')
    await refused(register({}, grao), 'authority.denied')
    await refused(show(randomUUIDv7()), 'request.unknown')
    await refused(showRequest(delo.ctx(), { number: 'ЗВ-1-99999' }), 'request.unknown')
    expect((await listRequests(delo.ctx(), { which: 'all' })).length).toBe(before)
  })

  test('an amount by tariff is typed; nothing to pay is no bill; no card is one general phase', async () => {
    const sketch = await register({ serviceId: service('2027').id, amount: 1534n })
    expect(sketch.bill?.amount).toBe(1534n)
    const card = await register({ serviceId: service('2012').id })
    expect(card).toMatchObject({ bill: null, phases: [{ code: 'check', unit: { bg: 'Транспорт' } }] })
    const plain = await register({ serviceId: service('2052').id })
    expect(plain).toMatchObject({
      bill: null,
      phases: [{ code: 'work', name: 'Изработване', dueOn: plain.due.on }],
    })
    await refused(end(plain.requestId, grao), 'phase.ends_request')
    const done = await completeRequest(grao.ctx(), { requestId: plain.requestId, act: act() })
    expect(done.standing).toBe('completed')
  })

  test('phases beside each other meet in the one that waits, once, also when they end at one moment', async () => {
    const [dirtsu, tsu, eko] = await Promise.all(
      ['dirtsu', 'tsu1', 'eko1'].map(login => town.signIn(login, 3)),
    )
    const { requestId } = await register({ serviceId: service('2054').id, amount: 46528n })
    await refused(end(requestId, tsu!), 'phase.outcome_needed')
    await refused(end(requestId, tsu!, 'може би'), 'phase.no_such_outcome')
    await end(requestId, tsu!, 'комплектован')
    const open = (await show(requestId)).tasks.filter(task => task.ending === null)
    expect(open.map(task => task.phase).sort()).toEqual(['architecture', 'networks', 'structure'])
    await Promise.all(
      open.map(task =>
        endTask((task.department.code === 'ecology' ? eko! : tsu!).ctx(), {
          taskId: task.id,
          outcome: 'done',
          result: 'становище',
          next: null,
        }),
      ),
    )
    const joint = (await show(requestId)).tasks.filter(task => task.ending === null)
    expect(joint.map(task => task.phase)).toEqual(['joint'])
    await end(requestId, tsu!, 'не съответства')
    expect(await openTask(requestId)).toMatchObject({
      phase: 'refusal',
      assignee: { name: dirtsu!.who.name },
    })
    const refusedOne = await refuseRequest(dirtsu!.ctx(), {
      requestId,
      reason: 'няма право на строеж',
      act: act(),
    })
    expect(refusedOne).toMatchObject({ standing: 'refused', ending: { reason: 'няма право на строеж' } })
    expect((await show(requestId)).tasks.at(-1)?.ending?.outcome).toBe('done')
  })

  test('a request goes on by the card it began with', async () => {
    const { requestId } = await register({ serviceId: service('2109').id })
    const admin = await town.signIn('admin', 3)
    const text = readFileSync(join(import.meta.dirname, '../../data/cards/2109.yaml'), 'utf8')
    await importCard(admin.ctx(), {
      name: 'x',
      text: text.replace('outcome: изготвено', 'outcome: по новому'),
    })
    await end(requestId, grao, 'данните са налице')
    await end(requestId, grao, 'изготвено')
    expect(await openTask(requestId)).toMatchObject({ phase: 'signing' })
  })

  test('what is not owed, or not given, is not asked for at the cash desk any more', async () => {
    const one = await register({ serviceId: service('2109').id })
    await end(one.requestId, grao, 'няма данни')
    const no = await refuseRequest(head.ctx(), { requestId: one.requestId, reason: 'няма данни', act: act() })
    expect(no.fee).toMatchObject({ state: 'withdrawn' })
    const other = await register({ serviceId: service('2109').id })
    await end(other.requestId, grao, 'данните са налице')
    await end(other.requestId, grao)
    await end(other.requestId, head, 'подписано')
    const ended = { requestId: other.requestId, act: act(), exemption: 'освободен по ЗМДТ чл. 5' }
    const done = await completeRequest(grao.ctx(), ended)
    expect(done).toMatchObject({ fee: { state: 'withdrawn' }, ending: { reason: 'освободен по ЗМДТ чл. 5' } })
    await refused(pay(other.bill!.id), 'bill.withdrawn')
  })

  test('a mayoralty registers, and sees its own requests only', async () => {
    const [kmet1, kmet2] = await Promise.all([town.signIn('kmet1', null), town.signIn('kmet2', null)])
    const { requestId } = await register({ channel: 'mayoralty', delivery: 'mayoralty' }, kmet1)
    expect(await show(requestId, kmet1)).toMatchObject({ intake: 'momchilovtsi', channel: 'mayoralty' })
    expect((await listRequests(kmet1.ctx(), { which: 'all' })).map(row => row.id)).toEqual([requestId])
    expect(await listRequests(kmet2.ctx(), { which: 'all' })).toEqual([])
    await refused(show(requestId, kmet2), 'request.unknown')
    await refused(register({}, grao), 'authority.denied')
  })

  test('without a kind that starts a service nothing is registered', async () => {
    await town.sql`update document_kinds set offered = false where mode = 'starts'`
    await refused(register(), 'request.no_kind')
    await town.sql`update document_kinds set offered = true where mode = 'starts'`
  })
})
