import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addStaff } from '../../office/staff/add-staff.ts'
import { disableStaff } from '../../office/staff/disable-staff.ts'
import { listStaff } from '../../office/staff/list-staff.ts'
import { setPassword } from '../../office/staff/set-password.ts'
import { type Session, signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD, DEMO_STAFF } from '../../office/town/demo-town.ts'
import type { Post } from '../../rules/authority.ts'
import { refused } from '../support/refused.ts'
import { newDatabase, newest, openTillFor, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('staff on PostgreSQL %s', version => {
  let town: TestTown
  let admin: Session
  beforeAll(async () => {
    town = await testTown(version)
    admin = await town.signIn('admin')
  })
  afterAll(() => town.close())
  const newMember = (login: string, post: Post = 'cashier', password = 'парола-дълга') => ({
    id: randomUUIDv7(),
    login,
    name: 'Ана Николова',
    post,
    password,
  })

  test('the hub of the devices has no desk and no screens', async () => {
    await refused(town.signIn('hub', null), 'sign_in.is_hub')
  })

  test.each(DEMO_STAFF)('$post $login signs in and the logbook says so', async ({ login, post, name }) => {
    const session = await town.signIn(login, null)
    expect(session.who).toMatchObject({ login, post, name })
    expect(session.town).toMatchObject({ municipalityCode: 'SML31', demo: true })
    const [last] = await town.sql`select act, who, facts from logbook order by id desc limit 1`
    const who = `${town.place.database}_staff_${login}`
    expect(last).toEqual({ act: 'staff.sign_in', who, facts: { program: 'tests' } })
  })

  test('a wrong password and an unknown login are told alike; an unknown desk is told', async () => {
    await refused(town.signIn('kasa1', 1, 'грешна'), 'sign_in.wrong')
    await refused(town.signIn('nobody', 1, 'грешна'), 'sign_in.wrong')
    await refused(town.signIn("kasa1'; --", 1, 'грешна'), 'sign_in.wrong')
    expect(await refused(town.signIn('kasa1', 77), 'desk.unknown')).toEqual({ number: '77' })
  })

  test('a database that is not there, or has no town in it, is told', async () => {
    const place = { ...town.place, database: newDatabase() }
    const input = {
      place,
      login: 'kasa1',
      password: DEMO_PASSWORD,
      desk: null,
      lang: 'bg',
      program: 'tests',
    } as const
    await refused(signIn(input), 'sign_in.wrong')
  })

  test('a login typed in Cyrillic or capitals is the same login', async () => {
    expect((await town.signIn(' KASA1 ', 1)).who.login).toBe('kasa1')
    expect((await town.signIn('Каса2', 2)).who.login).toBe('kasa2')
  })

  test('who has a till open comes back to its desk', async () => {
    await openTillFor(await town.signIn('kasa2', 3))
    expect((await town.signIn('kasa2', null)).desk?.number).toBe(3)
  })

  test('an added member signs in with the password in any Unicode form', async () => {
    const decomposed = 'парола-дългай'.normalize('NFD')
    await addStaff(admin.ctx(), newMember('ana', 'cashier', decomposed))
    const session = await town.signIn('ana', 1, decomposed.normalize('NFC'))
    expect(session.who).toMatchObject({ login: 'ana', post: 'cashier' })
    const [log] = await town.sql`select facts from logbook where act = 'staff.add' order by id desc limit 1`
    expect(log?.['facts']).toEqual({ login: 'ana', name: 'Ана Николова', post: 'cashier' })
    expect((await listStaff(admin.ctx())).map(s => s.login)).toContain('ana')
  })

  test('a taken login, a short password, a wrong login and another post than admin are refused', async () => {
    expect(await refused(addStaff(admin.ctx(), newMember('kasa1')), 'staff.login_taken')).toEqual({
      login: 'kasa1',
    })
    expect(
      await refused(addStaff(admin.ctx(), newMember('kratka', 'clerk', '1234567')), 'password.too_short'),
    ).toEqual({ least: 8 })
    await refused(addStaff(admin.ctx(), newMember('9ana')), 'input.invalid')
    for (const login of ['kasa1', 'delo', 'head', 'audit']) {
      const session = await town.signIn(login)
      await refused(addStaff(session.ctx(), newMember('vlez')), 'authority.denied')
      await refused(disableStaff(session.ctx(), 'admin'), 'authority.denied')
      await refused(
        setPassword(session.ctx(), { login: 'admin', password: 'чужда-парола' }),
        'authority.denied',
      )
    }
  })

  test('two administrators adding one login at once: one is told that it is taken', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => addStaff(admin.ctx(), newMember('dvama'))))
    expect(outcomes.map(o => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(o => o.status === 'rejected')?.reason).toMatchObject({ code: 'staff.login_taken' })
  })

  test('a disabled member’s open session ends, and a new one is refused', async () => {
    await addStaff(admin.ctx(), newMember('boris'))
    const boris = await town.signIn('boris', 2, 'парола-дълга')
    expect(await disableStaff(admin.ctx(), 'boris')).toEqual({ login: 'boris' })
    await expect(boris.database.sql`select 1`).rejects.toThrow()
    const after = town.signIn('boris', 2, 'парола-дълга')
    expect(await refused(after, 'sign_in.disabled')).toEqual({ login: 'boris' })
    await disableStaff(admin.ctx(), 'boris')
    const listed = (await listStaff(admin.ctx())).find(s => s.login === 'boris')
    expect(listed?.disabledAt).not.toBeNull()
  })

  test('disabling oneself or somebody unknown is refused', async () => {
    await refused(disableStaff(admin.ctx(), 'Admin'), 'staff.self_disable')
    expect(await refused(disableStaff(admin.ctx(), 'nikoi'), 'staff.unknown')).toEqual({ login: 'nikoi' })
    await refused(setPassword(admin.ctx(), { login: 'nikoi', password: 'парола-дълга' }), 'staff.unknown')
  })

  test('one sets one’s own password; an administrator anybody’s; the old one is of no use', async () => {
    await addStaff(admin.ctx(), newMember('vera'))
    const vera = await town.signIn('vera', 1, 'парола-дълга')
    await setPassword(vera.ctx(), { login: 'vera', password: 'моята-нова' })
    await refused(town.signIn('vera', 1, 'парола-дълга'), 'sign_in.wrong')
    await town.signIn('vera', 1, 'моята-нова')
    await setPassword(admin.ctx(), { login: 'vera', password: 'от админа!' })
    await town.signIn('vera', 1, 'от админа!')
    await refused(setPassword(vera.ctx(), { login: 'vera', password: 'къса' }), 'password.too_short')
  })

  test('a staff record that is gone is told, not guessed', async () => {
    await addStaff(admin.ctx(), newMember('lipsa'))
    await town.sql`delete from staff where login = 'lipsa'`
    await refused(town.signIn('lipsa', 1, 'парола-дълга'), 'sign_in.no_staff_record')
  })
})
