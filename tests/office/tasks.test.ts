import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../office/staff/sign-in.ts'
import { chooseTask } from '../../office/tasks/choose-task.ts'
import { countInbox } from '../../office/tasks/count-inbox.ts'
import { delegateTask } from '../../office/tasks/delegate-task.ts'
import { type EndTask, endTask } from '../../office/tasks/end-task.ts'
import { type GiveOpinion, giveOpinion } from '../../office/tasks/give-opinion.ts'
import { type GiveTask, giveTask } from '../../office/tasks/give-task.ts'
import { listTasks } from '../../office/tasks/list-tasks.ts'
import { reassignTask } from '../../office/tasks/reassign-task.ts'
import { returnTask } from '../../office/tasks/return-task.ts'
import { setTerm } from '../../office/tasks/set-term.ts'
import { showTask } from '../../office/tasks/show-task.ts'
import { takeTask } from '../../office/tasks/take-task.ts'
import { refused } from '../support/refused.ts'
import { type RegistryTown, registryTown } from '../support/registry-town.ts'
import { newest } from '../support/town.ts'

describe.each(newest)('tasks on PostgreSQL %s', version => {
  let town: RegistryTown
  let secretary: Session
  let head: Session
  let other: Session
  let kada1: Session
  let kada2: Session
  let stro1: Session
  beforeAll(async () => {
    town = await registryTown(version)
    ;[secretary, head, other, kada1, kada2, stro1] = (await Promise.all(
      (['head', 'glava1', 'glava2', 'kada1', 'kada2', 'stro1'] as const).map(login =>
        town.signIn(login, null),
      ),
    )) as [Session, Session, Session, Session, Session, Session]
  })
  afterAll(() => town.close())

  const inDays = (days: number) => town.today.add({ days })
  const person = (login: string) => ({ staffId: town.staff(login) })
  const unit = (code: keyof RegistryTown['departments']) => ({ departmentId: town.departments[code] })
  const matter = () => town.seedDocument({ department: 'dir1' })

  async function input(more: Partial<GiveTask> = {}): Promise<GiveTask> {
    const place = more.place ?? { caseId: (await matter()).caseId }
    return {
      place,
      what: 'Да се изготви скица и да се отговори',
      dueOn: inDays(5),
      to: [{ taskId: randomUUIDv7(), target: person('kada1') }],
      ...more,
    }
  }
  const give = async (more: Partial<GiveTask> = {}, by = head) => giveTask(by.ctx(), await input(more))
  const giveOne = async (more: Partial<GiveTask> = {}, by = head) => (await give(more, by))[0]!
  const to = (...targets: GiveTask['to'][number]['target'][]) =>
    targets.map(target => ({ taskId: randomUUIDv7(), target }))
  const end = (taskId: string, more: Partial<EndTask> = {}, by = kada1) =>
    endTask(by.ctx(), { taskId, outcome: 'done', result: 'Скицата е изготвена', ...more })
  const move = (taskId: string) => ({ taskId, moveId: randomUUIDv7() })
  const late = async (more: Partial<Parameters<RegistryTown['seedTask']>[0]> = {}) =>
    town.seedTask({
      department: 'kad1',
      to: 'kada1',
      from: 'glava1',
      dueOn: inDays(-3),
      givenOn: inDays(-9),
      ...more,
    })

  test('a head gives the same to a person and to a department; each has it, and sees the case', async () => {
    const asked = await input({ to: to(person('kada1'), unit('str1')) })
    const given = await giveTask(head.ctx(), asked)
    expect(given.map(task => [task.assignee?.name ?? null, task.department.code])).toEqual([
      ['Румяна Велева', 'kad1'],
      [null, 'str1'],
    ])
    expect(given[0]).toMatchObject({ assigner: { name: 'Виолета Кирова' }, subject: 'Молба', ending: null })
    expect(await giveTask(head.ctx(), asked)).toEqual(given)
    expect(
      (await listTasks(stro1.ctx(), { box: 'department', untaken: true })).tasks.map(task => task.id),
    ).toEqual([given[1]!.id])
    expect((await showTask(kada1.ctx(), { taskId: given[0]!.id })).caseNumber).toBe(given[0]!.caseNumber)
    await refused(showTask(kada1.ctx(), { taskId: randomUUIDv7() }), 'task.unknown')
    const [logged] = await town.sql`select act, facts from logbook where subject_id = ${given[0]!.id}`
    expect(logged).toMatchObject({ act: 'tasks.give', facts: { did: 'give', to: 'Румяна Велева' } })
  })

  test('a part that was given is answered so also when the whole has ended; its id is of no other task', async () => {
    const whole = await giveOne({ to: to(person('kada1')) })
    const asked = await input({ place: { parentId: whole.id }, dueOn: inDays(2), to: to(person('kada2')) })
    const [given] = await giveTask(kada1.ctx(), asked)
    for (const other of [
      { what: 'Да се провери на място' },
      { dueOn: inDays(1) },
      { place: { caseId: whole.caseId } },
      { to: [...asked.to, ...to(unit('kad1'))] },
      { to: [{ ...asked.to[0]!, target: unit('kad1') }] },
    ])
      await refused(giveTask(head.ctx(), { ...asked, ...other }), 'task.id_reused')
    await end(given!.id, {}, kada2)
    await end(whole.id)
    const again = await giveTask(kada1.ctx(), asked)
    expect(again).toMatchObject([{ id: given!.id, ending: { outcome: 'done' } }])
    await refused(giveTask(kada1.ctx(), { ...asked, to: to(person('kada2')) }), 'task.parent_ended')
  })

  test('a task that nobody could be held to is refused, each reason before the next', async () => {
    await refused(give({ place: { caseId: randomUUIDv7() } }), 'case.unknown')
    const { caseId } = await matter()
    await refused(give({ place: { caseId, documentId: randomUUIDv7() } }), 'document.unknown')
    await refused(give({ to: to(person('kasa1')), what: '' }), 'staff.not_working')
    await refused(give({ to: to({ staffId: randomUUIDv7() }) }), 'staff.unknown')
    await refused(give({ to: to({ departmentId: randomUUIDv7() }) }), 'department.unknown')
    await refused(give({ what: '...', dueOn: inDays(-1) }), 'task.what_needed')
    await refused(give({ dueOn: inDays(-1), to: [] }), 'task.term_past')
    await refused(give({ to: [] }), 'task.nobody')
    expect(await refused(give({ to: to(person('kada1'), person('kada1')) }), 'task.twice_to')).toEqual({
      name: 'Румяна Велева',
    })
    const place = { caseId: (await town.seedDocument()).caseId }
    expect(await refused(give({ place, to: to(person('delo')) }, secretary), 'task.nowhere')).toEqual({
      name: 'Елена Димитрова',
    })
    await refused(give({}, kada1), 'authority.denied')
    await refused(give({}, other), 'case.unknown')
    const closed = randomUUIDv7()
    await town.sql`insert into departments (id, code, name_bg, name_en, closed_at) values (${closed}, 'star', 'Закрит отдел', 'Closed', now())`
    await refused(give({ to: to({ departmentId: closed }) }), 'department.closed')
  })

  test('a task in a closed case waits until the case is opened again', async () => {
    const { caseId } = await matter()
    await town.sql`insert into case_closings (id, case_id, nomenclature_id, retention, closed_by)
      select ${randomUUIDv7()}, ${caseId}, id, '5 г.', ${town.staff('delo')} from nomenclature limit 1`
    await refused(give({ place: { caseId } }), 'case.closed')
  })

  test('a task about a request keeps to its term, and a part to the whole', async () => {
    const { requestId, caseId } = await town.seedRequest({ department: 'dir1', dueOn: inDays(6) })
    const whole = await giveOne({ place: { caseId }, dueOn: inDays(6) })
    expect(whole.requestId).toBe(requestId)
    await refused(give({ place: { caseId }, dueOn: inDays(7) }), 'task.beyond_term')
    const place = { parentId: whole.id }
    await refused(give({ place, dueOn: inDays(7) }), 'task.beyond_term')
    await giveOne({ place, dueOn: inDays(6), to: to(unit('kad1')) }, kada1)
    expect(
      await refused(
        give({ place, dueOn: inDays(2), to: to(person('stro1')) }, kada1),
        'task.not_subordinate',
      ),
    ).toEqual({ name: 'Огнян Лазаров' })
    await refused(give({ place, dueOn: inDays(2) }, kada2), 'task.not_yours')
    await refused(end(whole.id), 'task.has_open')
    await refused(
      setTerm(head.ctx(), { id: randomUUIDv7(), taskId: whole.id, dueOn: inDays(5), reason: 'по-рано' }),
      'task.outlived',
    )
    const { parts } = await showTask(kada1.ctx(), { taskId: whole.id })
    await end(parts[0]!.id, {}, kada2)
    await end(whole.id)
    await refused(give({ place }), 'task.parent_ended')
  })

  test('who is absent has somebody who acts for them: the giver is told, the substitute works', async () => {
    await town.sql`insert into substitutions (id, absent_id, substitute_id, from_day, until_day, ground)
      values (${randomUUIDv7()}, ${town.staff('kada1')}, ${town.staff('stro1')}, ${town.today.toString()}, ${inDays(1).toString()}, 'отпуск')`
    const task = await giveOne()
    expect(task.substitute).toMatchObject({ name: 'Огнян Лазаров' })
    expect((await listTasks(stro1.ctx(), {})).tasks.map(({ id }) => id)).toContain(task.id)
    expect(await end(task.id, {}, stro1)).toMatchObject({
      ending: { outcome: 'done' },
      assignee: { name: 'Румяна Велева' },
    })
    await town.sql`delete from substitutions`
  })

  test('two of a department take one task at once: one has it, the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      const task = await giveOne({ to: to(unit('kad1')) })
      const both = await Promise.allSettled([kada1, kada2].map(by => takeTask(by.ctx(), move(task.id))))
      const taken = both.flatMap(one => (one.status === 'fulfilled' ? (one.value.assignee?.name ?? '') : []))
      expect(taken).toHaveLength(1)
      expect(both.find(one => one.status === 'rejected')?.reason).toMatchObject({
        code: 'task.taken',
        facts: { name: taken[0] },
      })
    }
    const task = await giveOne({ to: to(unit('kad1')) })
    await refused(takeTask(stro1.ctx(), move(task.id)), 'task.unknown')
    await refused(
      takeTask(head.ctx(), move((await giveOne({ to: to(unit('dan2')) })).id)),
      'task.not_of_department',
    )
    const taking = move(task.id)
    const taken = await takeTask(kada2.ctx(), taking)
    expect(await takeTask(kada2.ctx(), taking)).toEqual(taken)
  })

  test('a task goes down, back and aside; its last day stays, and each move is in its history', async () => {
    const task = await giveOne({ to: to(unit('dir1')) }, secretary)
    await takeTask(head.ctx(), move(task.id))
    const down = { ...move(task.id), to: person('kada1'), note: 'спешно' }
    const delegated = await delegateTask(head.ctx(), down)
    expect(delegated).toMatchObject({ assignee: { name: 'Румяна Велева' }, department: { code: 'kad1' } })
    expect(delegated.dueOn.equals(task.dueOn)).toBe(true)
    expect(await delegateTask(head.ctx(), down)).toEqual(delegated)
    await refused(delegateTask(head.ctx(), { ...move(task.id), to: person('kada1') }), 'task.held_already')
    await refused(delegateTask(head.ctx(), { ...move(task.id), to: person('dana1') }), 'task.not_subordinate')
    await refused(delegateTask(kada1.ctx(), { ...move(task.id), to: person('kada2') }), 'authority.denied')
    await refused(returnTask(kada1.ctx(), { ...move(task.id), reason: ' ' }), 'task.return_needs_reason')
    await refused(returnTask(kada2.ctx(), { ...move(task.id), reason: 'не е за мен' }), 'task.not_yours')
    const back = await returnTask(kada1.ctx(), { ...move(task.id), reason: 'не е в моя район' })
    expect(back).toMatchObject({ assignee: { name: 'Виолета Кирова' }, department: { code: 'dir1' } })
    await refused(reassignTask(other.ctx(), { ...move(task.id), to: person('dana1') }), 'task.unknown')
    const aside = await reassignTask(secretary.ctx(), {
      ...move(task.id),
      to: person('dana1'),
      reason: 'по компетентност',
    })
    expect(aside).toMatchObject({ assignee: { name: 'Галина Ботева' }, department: { code: 'dan2' } })
    const { history } = await showTask(secretary.ctx(), { taskId: task.id })
    expect(history.map(event => [event.kind, event.by])).toEqual([
      ['given', 'Стоян Стоянов'],
      ['taken', 'Виолета Кирова'],
      ['delegated', 'Виолета Кирова'],
      ['returned', 'Румяна Велева'],
      ['reassigned', 'Стоян Стоянов'],
    ])
  })

  test('what one took from the department goes back to the department, and then to nobody', async () => {
    const task = await giveOne({ to: to(unit('kad1')) })
    await takeTask(kada1.ctx(), move(task.id))
    const back = await returnTask(kada1.ctx(), { ...move(task.id), reason: 'претоварена съм' })
    expect(back).toMatchObject({ assignee: null, department: { code: 'kad1' } })
    expect((await takeTask(kada2.ctx(), move(task.id))).assignee?.name).toBe('Явор Манолов')
    const { taskId } = await town.seedTask({
      department: 'kad1',
      from: null,
      kind: 'phase',
      to: null,
      dueOn: inDays(2),
    })
    await refused(returnTask(kada1.ctx(), { ...move(taskId), reason: 'не е наше' }), 'task.no_giver')
  })

  test('another last day has its reason and stays within the whole', async () => {
    const task = await giveOne()
    const asked = { id: randomUUIDv7(), taskId: task.id, dueOn: inDays(9), reason: 'чака се оглед' }
    const moved = await setTerm(head.ctx(), asked)
    expect(moved.dueOn.equals(inDays(9))).toBe(true)
    expect(await setTerm(head.ctx(), asked)).toEqual(moved)
    const again = (more: object, by = head) => setTerm(by.ctx(), { ...asked, id: randomUUIDv7(), ...more })
    await refused(again({ reason: '' }), 'task.term_needs_reason')
    await refused(again({ dueOn: inDays(-1) }), 'task.term_past')
    await refused(again({}, kada1), 'authority.denied')
    const part = await giveOne({ place: { parentId: task.id }, dueOn: inDays(8) })
    await refused(again({ taskId: part.id, dueOn: inDays(10) }), 'task.beyond_term')
  })

  test('nothing ends late without a reason; ended twice it is ended once', async () => {
    const { taskId } = await late()
    await refused(end(taskId, { result: '' }), 'task.result_needed')
    await refused(end(taskId), 'task.late_reason_needed')
    await refused(end(taskId, { lateReason: 'other' }), 'late_reason.note_needed')
    await refused(end(taskId, { outcome: 'cancelled' }), 'task.cancelled_by_giver')
    await refused(end(taskId, {}, kada2), 'task.not_yours')
    const ended = await end(taskId, { lateReason: 'overload' })
    expect(ended.ending).toMatchObject({
      outcome: 'done',
      lateReason: 'overload',
      result: 'Скицата е изготвена',
    })
    expect(await end(taskId, { lateReason: 'overload' })).toEqual(ended)
    await refused(end(taskId, { outcome: 'not_done', lateReason: 'overload' }), 'task.ended')
    await refused(takeTask(kada1.ctx(), move(taskId)), 'task.ended')
    expect((await end((await late()).taskId, { outcome: 'cancelled' }, head)).ending?.outcome).toBe(
      'cancelled',
    )
    expect((await listTasks(kada1.ctx(), { state: 'ended' })).tasks.map(({ id }) => id)).toContain(taskId)
  })

  test('a task is ended while it goes to somebody else: one of the two is told, nothing is lost', async () => {
    for (let round = 0; round < 5; round++) {
      const task = await giveOne()
      const both = await Promise.allSettled([
        end(task.id),
        reassignTask(head.ctx(), { ...move(task.id), to: person('kada2') }),
      ])
      const told = both.flatMap(one =>
        one.status === 'rejected' ? (one.reason as { code: string }).code : [],
      )
      expect(told).toHaveLength(1)
      expect(['task.ended', 'task.not_yours']).toContain(told[0])
    }
  })

  test('an opinion has a value of the ordinance, ends the task that asked for it and counts until the document changes', async () => {
    const { caseId, documentId } = await matter()
    const asked = await giveOne({ place: { caseId }, kind: 'opinion', what: 'Становище по проекта' })
    const opinion: GiveOpinion = {
      id: randomUUIDv7(),
      documentId,
      taskId: asked.id,
      value: 'rework',
      note: null,
    }
    const elsewhere = await matter()
    await giveOne({ place: { caseId: elsewhere.caseId } })
    await refused(
      giveOpinion(kada1.ctx(), { ...opinion, documentId: elsewhere.documentId }),
      'opinion.other_case',
    )
    await refused(giveOpinion(kada1.ctx(), opinion), 'opinion.note_needed')
    await refused(giveOpinion(kada2.ctx(), { ...opinion, note: 'липсва подпис' }), 'task.not_yours')
    await refused(giveOpinion(other.ctx(), { ...opinion, note: 'липсва подпис' }), 'document.unknown')
    const given = await giveOpinion(kada1.ctx(), { ...opinion, note: 'липсва подпис' })
    expect(given).toMatchObject({ value: 'rework', documentNumber: asked.caseNumber })
    expect(await giveOpinion(kada1.ctx(), { ...opinion, note: 'липсва подпис' })).toEqual(given)
    const shown = () => showTask(head.ctx(), { taskId: asked.id })
    expect(await shown()).toMatchObject({ ending: { result: 'за доработка: липсва подпис' }, isHeld: false })
    const counts = async () => (await shown()).history.flatMap(e => (e.kind === 'opinion' ? e.counts : []))
    expect(await counts()).toEqual([true])
    await town.sql`insert into document_corrections (id, document_id, field, before, after, reason, corrected_by)
      values (${randomUUIDv7()}, ${documentId}, 'subject', 'Молба', 'Жалба', 'грешка', ${town.staff('delo')})`
    expect(await counts()).toEqual([false])
    const lateOne = await late({ kind: 'opinion', caseId })
    const second = {
      id: randomUUIDv7(),
      documentId,
      taskId: lateOne.taskId,
      value: 'agree' as const,
      note: null,
    }
    await refused(giveOpinion(kada1.ctx(), second), 'task.late_reason_needed')
    await giveOpinion(kada1.ctx(), { ...second, lateReason: 'complex' })
  })

  test('the inbox shows what is due first, page by page, and counts what waits', async () => {
    const login = 'dana1'
    const dana = await town.signIn(login, null)
    const before = await countInbox(dana.ctx())
    const { caseId } = await town.seedDocument({ department: 'dir2' })
    const of = (days: number, person: string | null = login) =>
      town.seedTask({
        caseId,
        department: 'dan2',
        to: person,
        from: 'glava2',
        dueOn: inDays(days),
        givenOn: inDays(-9),
      })
    const [soon, overdue, today] = [await of(4), await of(-2), await of(0)]
    const untaken = await of(1, null)
    expect(await countInbox(dana.ctx())).toEqual({
      mine: before.mine + 3,
      overdue: before.overdue + 1,
      today: before.today + 1,
      untaken: before.untaken + 1,
      papers: 0,
    })
    const page = (after: string | null) => listTasks(dana.ctx(), { caseId: undefined, limit: 2, after })
    const first = await page(null)
    const rest = await page(first.tasks.at(-1)!.id)
    const order = [...first.tasks, ...rest.tasks]
      .map(task => task.id)
      .filter(id => [soon, overdue, today].some(t => t.taskId === id))
    expect(order).toEqual([overdue.taskId, today.taskId, soon.taskId])
    expect(first.isMore).toBe(true)
    const given = (await listTasks(other.ctx(), { box: 'given' })).tasks
    expect(given.map(({ id }) => id)).toEqual(expect.arrayContaining([soon.taskId, untaken.taskId]))
    expect(
      (await listTasks(secretary.ctx(), { box: 'all', departmentId: town.departments.dan2 })).tasks.length,
    ).toBeGreaterThanOrEqual(4)
  })

  test('a task is chosen by its last signs, and a colleague by login, code or name', async () => {
    const task = await giveOne()
    const choose = (text: string, by = kada1) => chooseTask(by.ctx(), { text })
    expect((await choose(task.id.slice(-8))).id).toBe(task.id)
    expect((await choose(task.id)).id).toBe(task.id)
    await refused(choose(task.id.slice(-8), other), 'task.unknown')
    await refused(choose('не е номер'), 'task.unknown')
    const twin = await giveOne({
      to: [{ taskId: `${randomUUIDv7().slice(0, -6)}${task.id.slice(-6)}`, target: person('kada1') }],
    })
    expect((await refused(choose(task.id.slice(-6)), 'task.ambiguous')).near).toHaveLength(2)
    await end(twin.id)
    expect((await choose(task.id.slice(-6))).id).toBe(task.id)
  })
})
