import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDuplicates } from '../../office/parties/find-duplicates.ts'
import { findNear } from '../../office/parties/find-near.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { type RegisterParty, registerParty } from '../../office/parties/register-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('records that may be of one on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  beforeAll(async () => {
    town = await testTown(version)
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
  const register = (name: string, more: Partial<RegisterParty> = {}) =>
    registerParty(delo.ctx(), facts(name, more))

  test('who is near is told before a second record is made, and it may be said that it is somebody else', async () => {
    const first = await register('Стоянка Милева Кабаджова', { phone: '0888 555 001', ekatte: '67653' })
    const again = facts('Стоянка Милева Кабаждова', { phone: '+359888555001' })
    const { partyId, near } = await refused(registerParty(delo.ctx(), again), 'party.near')
    expect(partyId).toBe(first.id)
    expect(near).toEqual([
      {
        name: 'Стоянка Милева Кабаджова',
        number: null,
        address: 'гр. Смолян',
        reasons: ['name_typing_error', 'same_phone'],
      },
    ])
    expect(await findParties(delo.ctx(), { text: 'кабаждова' })).toEqual([])
    const made = await registerParty(delo.ctx(), { ...again, another: true })
    expect(await registerParty(delo.ctx(), again)).toEqual(made)
  })

  test('a namesake, a neighbour and a relative are nobody to be warned of', async () => {
    await register('Иван Георгиев Иванов', { ekatte: '67653', address: 'ул. Хан Крум 7' })
    await register('Стоян Милев Кабаджов', { phone: '0888 555 001' })
    await register('Георги Иванов', { ekatte: '67653', address: 'ул. Хан Крум 7' })
  })

  test('the ten digits of a ЕГН read as a ЛНЧ, and a branch of a company that is there, are near', async () => {
    const lnch = await findNear(delo.ctx(), {
      ...facts('John O’Neill'),
      identifier: { kind: 'egn', digits: await numberOf('John Michael') },
    })
    expect(lnch.map(({ party }) => party.name)).toEqual(['John Michael O’Neill'])
    const company = await numberOf('Перелик Строй')
    const branch = await findNear(delo.ctx(), {
      ...facts('„Перелик Строй Инженеринг“ ЕООД, клон Чепеларе'),
      kind: 'organisation',
      identifier: { kind: 'eik', digits: `${company}0019` },
    })
    expect(branch[0]?.likeness.reasons).toContain('same_company')
  })

  const numberOf = async (text: string): Promise<string> =>
    (await findParties(delo.ctx(), { text }))[0]?.identifier ?? ''

  test('the whole register is searched; what was written twice comes first, a family does not come', async () => {
    const more = { ekatte: '83274', address: 'ул. Кунчова махала № 4', another: true }
    await register('Величка Славова Данева', more)
    await register('Velichka Slavova Daneva', { ...more, address: 'ул.Кунчова махала 4' })
    const pairs = await findDuplicates(delo.ctx())
    const named = pairs.map(({ one, other }) => [one.name, other.name].toSorted().join(' = '))
    expect(named).toContain('Величка Славова Данева = Величка Славова Данева')
    expect(named).toContain('Стоянка Милева Кабаджова = Стоянка Милева Кабаждова')
    expect(named).toContain('Velichka Slavova Daneva = Величка Славова Данева')
    expect(named.join()).not.toMatch(/Аврамов|Шехтов|Джамбазов/)
    const scores = pairs.map(({ likeness }) => likeness.score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    const first = pairs.find(({ one }) => one.name === 'Величка Славова Данева')!
    const ofOne = await findDuplicates(delo.ctx(), { partyId: first.one.id })
    expect(ofOne.length).toBeGreaterThan(0)
    expect(ofOne.every(({ one, other }) => one.id === first.one.id && other.id !== first.one.id)).toBe(true)
  })

  test('whoever does not keep the register is refused', async () => {
    await refused(findDuplicates((await town.signIn('audit')).ctx()), 'authority.denied')
    await refused(findNear((await town.signIn('audit')).ctx(), facts('Иван Петров')), 'authority.denied')
  })
})
