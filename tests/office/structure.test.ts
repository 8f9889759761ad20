import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDepartment } from '../../office/departments/add-department.ts'
import { changeDepartment } from '../../office/departments/change-department.ts'
import { closeDepartment } from '../../office/departments/close-department.ts'
import { seeStructure } from '../../office/departments/see-structure.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { endSubstitution } from '../../office/staff/end-substitution.ts'
import { listSubstitutions } from '../../office/staff/list-substitutions.ts'
import { placeStaff } from '../../office/staff/place-staff.ts'
import { setSubstitution } from '../../office/staff/set-substitution.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the structure of the town on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  let dirtsu: Session
  let head: Session
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
    dirtsu = await town.signIn('dirtsu')
    head = await town.signIn('head')
  })
  afterAll(() => town.close())

  const add = (code: string, under: string | null = null, more = {}) =>
    addDepartment(admin.ctx(), {
      id: randomUUIDv7(),
      code,
      nameBg: `Отдел „${code}“`,
      nameEn: `Department ${code}`,
      kind: 'department',
      under,
      ekatte: null,
      ...more,
    })
  const codes = async () =>
    (await seeStructure(admin.ctx())).tree.map(({ department, depth }) => `${depth} ${department.code}`)

  test('the demo town shows its directorates, what is under them and who works there', async () => {
    const { tree, whole } = await seeStructure((await town.signIn('delo')).ctx())
    const tsu = tree.findIndex(({ department }) => department.code === 'tsu')
    expect(tree[tsu]).toMatchObject({ depth: 1, people: [{ login: 'tsu1', substitute: null }] })
    const above = tree.slice(0, tsu).findLast(({ depth }) => depth === 0)
    expect(above?.department.code).toBe('ustroistvo')
    expect(above?.people.map(({ login }) => login)).toEqual(['dirtsu'])
    expect(tree.filter(({ department }) => department.kind === 'mayoralty')).toHaveLength(3)
    expect(whole.map(({ login }) => login)).toEqual(['head', 'admin', 'audit'])
  })

  test('a department is added once, renamed, moved with all that is under it, and closed', async () => {
    const id = randomUUIDv7()
    const made = await add('kadastar', 'ustroistvo', { id })
    expect(await add('kadastar', 'ustroistvo', { id })).toEqual(made)
    await refused(add('kadastar'), 'department.code_taken')
    await refused(add('nov', 'nyama'), 'department.unknown')
    await refused(add('Лошо име'), 'input.invalid')
    await refused(add('selo', null, { kind: 'mayoralty', ekatte: '00001' }), 'settlement.unknown')
    await add('karti', 'kadastar')
    await changeDepartment(admin.ctx(), {
      code: 'kadastar',
      nameBg: 'Отдел „Кадастър и карти“',
      under: 'finansi',
    })
    const tree = await codes()
    expect(tree.slice(tree.indexOf('0 finansi'))).toContain('1 kadastar')
    expect(tree[tree.indexOf('1 kadastar') + 1]).toBe('2 karti')
    await refused(
      changeDepartment(admin.ctx(), { code: 'kadastar', under: 'karti' }),
      'department.under_itself',
    )
    await refused(
      changeDepartment(admin.ctx(), { code: 'kadastar', under: 'kadastar' }),
      'department.under_itself',
    )
    await refused(closeDepartment(admin.ctx(), { code: 'kadastar' }), 'department.in_use')
    await closeDepartment(admin.ctx(), { code: 'karti' })
    await closeDepartment(admin.ctx(), { code: 'karti' })
    await closeDepartment(admin.ctx(), { code: 'kadastar' })
    await refused(add('drug', 'kadastar'), 'department.closed')
    await refused(closeDepartment(head.ctx(), { code: 'karti' }), 'authority.denied')
  })

  test('what has people or services is not closed, and it is said what there is', async () => {
    const why = await refused(closeDepartment(admin.ctx(), { code: 'grao' }), 'department.in_use')
    expect(why).toMatchObject({ people: '1', tasks: '0', departments: '0' })
    expect(Number(why.services)).toBeGreaterThan(0)
  })

  test('two who move departments under each other at once make no circle', async () => {
    await Promise.all([add('a-otdel'), add('b-otdel')])
    const moves = await Promise.allSettled([
      changeDepartment(admin.ctx(), { code: 'a-otdel', under: 'b-otdel' }),
      changeDepartment(admin.ctx(), { code: 'b-otdel', under: 'a-otdel' }),
    ])
    expect(moves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('a member of staff is placed where they work, with the name of the post', async () => {
    const placed = await placeStaff(admin.ctx(), {
      login: 'kasa2',
      department: 'trade',
      position: 'касиер-счетоводител',
    })
    expect(placed).toMatchObject({ name: 'Петър Георгиев', position: 'касиер-счетоводител' })
    expect(await placeStaff(admin.ctx(), { login: 'kasa2', department: null })).toMatchObject({
      department: null,
      position: 'касиер-счетоводител',
    })
    await refused(placeStaff(admin.ctx(), { login: 'никой', department: null }), 'staff.unknown')
    await refused(placeStaff(admin.ctx(), { login: 'kasa2', department: 'nyama' }), 'department.unknown')
    await refused(placeStaff(head.ctx(), { login: 'kasa2', department: null }), 'authority.denied')
  })

  const today = Temporal.Now.plainDateISO('Europe/Sofia')
  const absence = (absent: string, substitute: string, from = 0, until = 5) => ({
    id: randomUUIDv7(),
    absent,
    substitute,
    from: today.add({ days: from }),
    until: today.add({ days: until }),
    ground: 'заповед за отпуск № 12',
  })

  test('a head names who acts for the own people; somebody absent or acting is refused with the days', async () => {
    const input = absence('tsu1', 'eko1')
    const made = await setSubstitution(dirtsu.ctx(), input)
    expect(await setSubstitution(dirtsu.ctx(), input)).toEqual(made)
    await refused(setSubstitution(dirtsu.ctx(), absence('tsu1', 'tsu1', 10, 12)), 'substitution.self')
    await refused(setSubstitution(dirtsu.ctx(), absence('grao1', 'eko1', 10, 12)), 'substitution.not_yours')
    await refused(setSubstitution(dirtsu.ctx(), absence('head', 'dirtsu', 10, 12)), 'substitution.not_yours')
    await refused(setSubstitution(dirtsu.ctx(), absence('eko1', 'tsu1', -1, 3)), 'substitution.in_the_past')
    await refused(setSubstitution(dirtsu.ctx(), absence('tsu1', 'dirtsu', 5, 9)), 'substitution.overlaps')
    const away = await refused(
      setSubstitution(admin.ctx(), absence('grao1', 'tsu1', 3, 4)),
      'substitution.overlaps',
    )
    expect(away.name).toBe('Борис Хаджиев')
    const acts = await refused(
      setSubstitution(dirtsu.ctx(), absence('eko1', 'dirtsu', 2, 3)),
      'substitution.acts_for_others',
    )
    expect(acts).toEqual({ name: 'Виолета Русева', absent: 'Борис Хаджиев' })
    await refused(setSubstitution(dirtsu.ctx(), { ...absence('eko1', 'tsu1', 9, 8) }), 'input.invalid')
    await refused(setSubstitution((await town.signIn('tsu1')).ctx(), input), 'authority.denied')
    const { tree } = await seeStructure(admin.ctx())
    const shown = tree.find(({ department }) => department.code === 'tsu')?.people[0]
    expect(shown?.substitute).toMatchObject({ login: 'eko1', until: input.until })
  })

  test('whoever is back ends it at once; what has not begun is taken back; what is over stays', async () => {
    const [now] = await listSubstitutions(admin.ctx())
    const coming = await setSubstitution(head.ctx(), absence('head', 'diradm', 20, 25))
    await refused(endSubstitution(dirtsu.ctx(), { substitutionId: coming.id }), 'substitution.not_yours')
    await refused(endSubstitution(admin.ctx(), { substitutionId: randomUUIDv7() }), 'substitution.unknown')
    await endSubstitution(dirtsu.ctx(), { substitutionId: now!.id })
    await endSubstitution(head.ctx(), { substitutionId: coming.id })
    await refused(endSubstitution(head.ctx(), { substitutionId: coming.id }), 'substitution.over')
    expect(await listSubstitutions(admin.ctx())).toEqual([])
    expect((await listSubstitutions(admin.ctx(), { all: true })).map(({ state }) => state)).toEqual([
      'taken_back',
      'taken_back',
    ])
    await setSubstitution(head.ctx(), absence('head', 'diradm', 20, 25))
  })

  test('whose login was taken away acts for nobody and is placed nowhere', async () => {
    await disableStaff(admin.ctx(), 'dan1')
    await refused(setSubstitution(admin.ctx(), absence('sobst1', 'dan1')), 'staff.left')
    await refused(placeStaff(admin.ctx(), { login: 'dan1', department: null }), 'staff.left')
  })
})
