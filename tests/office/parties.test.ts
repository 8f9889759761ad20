import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChangeParty, changeParty } from '../../office/parties/change-party.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { type RegisterParty, registerParty } from '../../office/parties/register-party.ts'
import { showParty } from '../../office/parties/show-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { egnCheck, type Identifier, lnchCheck } from '../../rules/identifiers.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the register of people and organisations on PostgreSQL %s', version => {
  let town: TestTown
  let kasa1: Session
  let delo: Session
  beforeAll(async () => {
    town = await testTown(version)
    kasa1 = await town.signIn('kasa1')
    delo = await town.signIn('delo')
  })
  afterAll(() => town.close())

  const facts = (name: string, more: Partial<RegisterParty> = {}): RegisterParty => ({
    id: randomUUIDv7(),
    kind: 'person',
    identifier: null,
    name,
    ...more,
  })
  const register = (name: string, more: Partial<RegisterParty> = {}, session = kasa1) =>
    registerParty(session.ctx(), facts(name, more))
  const find = async (text: string, session = kasa1) =>
    (await findParties(session.ctx(), { text })).map(party => party.name)
  const changeOf = async (id: string, more: Partial<ChangeParty> = {}): Promise<ChangeParty> => {
    const { changedAt, street, name, kind, ekatte, phone, email, ...is } = await showParty(kasa1.ctx(), {
      partyId: id,
    })
    const identifier = (
      is.identifier ? { kind: is.identifierKind, digits: is.identifier } : null
    ) as Identifier
    return {
      partyId: id,
      seen: changedAt,
      name,
      kind,
      ekatte,
      phone,
      email,
      identifier,
      address: street,
      ...more,
    }
  }
  const lastLogged = async () => {
    const [row] = await town.sql`select act, subject_id, facts from logbook order by id desc limit 1`
    return row
  }

  test('somebody is written down once, however often it is sent, and the logbook has the number masked', async () => {
    const input = facts('  Зорница   Въжарова ', {
      identifier: { kind: 'egn', digits: '7523169263' },
      address: 'ул. Първа 1',
      phone: '0888 123 456',
    })
    const made = await registerParty(kasa1.ctx(), input)
    expect(made).toEqual({
      id: input.id,
      kind: 'person',
      name: 'Зорница   Въжарова',
      identifierKind: 'egn',
      identifier: '7523169263',
      identifierMasked: '752316****',
      address: 'ул. Първа 1',
    })
    expect(await registerParty(delo.ctx(), input)).toEqual(made)
    expect(await lastLogged()).toMatchObject({
      act: 'parties.register',
      subject_id: input.id,
      facts: { identifier: '752316****' },
    })
    const again = await refused(
      register('Друга', { identifier: { kind: 'egn', digits: '7523169263' } }),
      'party.registered',
    )
    expect(again).toEqual({ name: 'Зорница   Въжарова', partyId: input.id })
  })

  test('what is wrong is refused with its reason', async () => {
    await refused(register('—'), 'party.name_needed')
    await refused(register('Яна', { phone: 'няма' }), 'party.phone_wrong')
    await refused(register('Яна', { email: 'няма' }), 'party.email_wrong')
    await refused(register('Яна', { ekatte: '99999' }), 'settlement.unknown')
    await refused(register('Яна', { identifier: { kind: 'egn', digits: '7523169264' } }), 'identifier.wrong')
    const identifier = { kind: 'egn', digits: '8032056031' } as const
    await refused(register('Яна ООД', { kind: 'organisation', identifier }), 'party.personal_number')
    await refused(register('Яна', {}, await town.signIn('audit')), 'authority.denied')
    await refused(showParty(kasa1.ctx(), { partyId: randomUUIDv7() }), 'party.unknown')
  })

  test('two desks writing down the same number at once make one, and the other is told who it is', async () => {
    const others = [kasa1, delo, await town.signIn('kasa2', 2)]
    const identifier = { kind: 'egn', digits: '8032056031' } as const
    const made = await Promise.allSettled(
      others.map((desk, at) => register(`Близнак ${at}`, { identifier }, desk)),
    )
    const done = made.filter(one => one.status === 'fulfilled').map(one => one.value)
    expect(done).toHaveLength(1)
    for (const one of made)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'party.registered', facts: { partyId: done[0]?.id } })
  })

  test('a name is found by the beginnings of its words in any order, by no piece from within', async () => {
    for (const name of ['Кирил Жабленски', 'Кирилка Жабленска-Пейчева', 'Жабленски Кирил ЕТ'])
      await register(name)
    expect(await find('кир жаб')).toEqual(
      ['Кирил Жабленски', 'Кирилка Жабленска-Пейчева', 'Жабленски Кирил ЕТ'].toSorted((a, b) =>
        a.localeCompare(b, 'bg'),
      ),
    )
    expect(await find('ЖАБЛЕНСКИ')).toEqual(['Жабленски Кирил ЕТ', 'Кирил Жабленски'])
    expect(await find('пейч')).toEqual(['Кирилка Жабленска-Пейчева'])
    expect(await find('абленски')).toEqual([])
    expect(await find('кирил абл')).toEqual([])
    expect(await find('%')).toEqual([])
    expect(await find(' _ ')).toEqual([])
  })

  test('names that begin as typed come first, and no more than were asked for', async () => {
    for (const name of ['Явор Ябълков', 'Ябълка ООД', 'Ангел Ябълков']) await register(name)
    expect(await find('ябълк')).toEqual(['Ябълка ООД', 'Ангел Ябълков', 'Явор Ябълков'])
    expect(await findParties(kasa1.ctx(), { text: 'ябълк', limit: 2 })).toHaveLength(2)
  })

  test('a number finds its one, also where a ЕГН and a ЛНЧ have the same digits', async () => {
    const nine = Array.from({ length: 999 }, (_, at) => `750101${String(at).padStart(3, '0')}`).find(
      digits => egnCheck(digits) === lnchCheck(digits),
    )!
    const digits = `${nine}${egnCheck(nine)}`
    await register('Чужденец', { identifier: { kind: 'lnch', digits } })
    await register('Българин', { identifier: { kind: 'egn', digits } })
    expect(await find(digits)).toEqual(['Българин', 'Чужденец'])
    expect((await payerAtDesk(kasa1.ctx(), { identifier: digits }))?.party.name).toBe('Българин')
    await refused(payerAtDesk(kasa1.ctx(), { identifier: '7523169264' }), 'identifier.wrong')
    expect(await payerAtDesk(kasa1.ctx(), { identifier: '1213961230342' })).toBeNull()
  })

  test.each(['admin', 'audit'])('%s finds and sees people without their numbers', async login => {
    const session = await town.signIn(login)
    const made = await register(`Скрит ${login}`, {
      identifier: { kind: 'eik', digits: login === 'admin' ? '020469788' : '131071587' },
    })
    expect(await find('скрит', session)).toContain(`Скрит ${login}`)
    expect(await showParty(session.ctx(), { partyId: made.id })).toMatchObject({
      identifier: null,
      identifierMasked: made.identifier,
    })
    expect(await find(made.identifier ?? '', session)).toEqual([`Скрит ${login}`])
  })

  test('a change is written with what was before; sent again it is done once', async () => {
    const { id } = await register('Петя Стара', { phone: '112233' })
    const change = await changeOf(id, { name: 'Петя Нова', email: 'petya@example.bg' })
    expect(await changeParty(delo.ctx(), change)).toMatchObject({ name: 'Петя Нова', phone: '112233' })
    expect(await lastLogged()).toMatchObject({
      act: 'parties.register',
      facts: { before: { name: 'Петя Стара', email: null }, after: { name: 'Петя Нова' } },
    })
    const before = await lastLogged()
    expect(await changeParty(delo.ctx(), change)).toMatchObject({ name: 'Петя Нова' })
    expect(await lastLogged()).toEqual(before)
    expect(await find('петя нова')).toEqual(['Петя Нова'])
    expect(await find('петя стара')).toEqual([])
  })

  test('of two who change one record at once the second is told, and nothing of the first is lost', async () => {
    const { id } = await register('Общ Запис')
    const [mine, theirs] = [await changeOf(id, { phone: '111111' }), await changeOf(id, { email: 'a@b.bg' })]
    const outcomes = await Promise.allSettled([
      changeParty(kasa1.ctx(), mine),
      changeParty(delo.ctx(), theirs),
    ])
    const told = outcomes.find(one => one.status === 'rejected')
    expect(told?.reason).toMatchObject({ code: 'party.changed', facts: { name: 'Общ Запис' } })
    const { phone, email } = await showParty(kasa1.ctx(), { partyId: id })
    expect([phone, email].filter(Boolean)).toHaveLength(1)
    await refused(changeParty(kasa1.ctx(), { ...mine, partyId: randomUUIDv7() }), 'party.unknown')
  })

  test('a number that somebody else has is not given to a second one by a change either', async () => {
    const identifier = { kind: 'eik', digits: '175074752' } as const
    const { id: holder } = await register('Притежател', { identifier })
    const { id } = await register('Друг')
    const facts = await refused(
      changeParty(kasa1.ctx(), await changeOf(id, { identifier })),
      'party.registered',
    )
    expect(facts.partyId).toBe(holder)
  })
})
