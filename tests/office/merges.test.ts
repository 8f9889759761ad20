import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueBill } from '../../office/bills/issue-bill.ts'
import { changeParty } from '../../office/parties/change-party.ts'
import { findDuplicates } from '../../office/parties/find-duplicates.ts'
import { findParties } from '../../office/parties/find-parties.ts'
import { listLooks } from '../../office/parties/list-looks.ts'
import type { Party } from '../../office/parties/lookup.ts'
import { mergeParties } from '../../office/parties/merge-parties.ts'
import { payerAtDesk } from '../../office/parties/payer-at-desk.ts'
import { type RegisterParty, registerParty } from '../../office/parties/register-party.ts'
import { separateParty } from '../../office/parties/separate-party.ts'
import { showDossier } from '../../office/parties/show-dossier.ts'
import { showParty } from '../../office/parties/show-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('records of one and the same on PostgreSQL %s', version => {
  let town: TestTown
  let delo: Session
  let head: Session
  let kasa1: Session
  beforeAll(async () => {
    town = await testTown(version)
    delo = await town.signIn('delo')
    head = await town.signIn('head')
    kasa1 = await town.signIn('kasa1')
  })
  afterAll(() => town.close())

  const register = async (name: string, more: Partial<RegisterParty> = {}): Promise<Party> => {
    const id = randomUUIDv7()
    await registerParty(delo.ctx(), { id, kind: 'person', identifier: null, name, another: true, ...more })
    return showParty(delo.ctx(), { partyId: id })
  }
  const merging = (party: Party, into: Party) => ({
    id: randomUUIDv7(),
    partyId: party.id,
    intoId: into.id,
    reason: 'един и същ човек по лична карта',
    seen: { party: party.changedAt, into: into.changedAt },
  })
  const billFor = (payer: Party, number: string) =>
    issueBill(delo.ctx(), {
      id: randomUUIDv7(),
      kind: 'request',
      number,
      payerId: payer.id,
      subject: { department: 'grao', name: 'Удостоверение' },
      amount: 511n,
      dueOn: null,
    })
  const egn = (digits: string) => ({ identifier: { kind: 'egn' as const, digits } })

  test('the merged record stays, leads to the other, and both are found as one with the bills of both', async () => {
    const old = await register('Невена Спасова', { phone: '0888 777 001' })
    const stays = await register('Невена Илиева Спасова', egn('7523169263'))
    await billFor(old, 'ОБ-1')
    await billFor(stays, 'ОБ-2')
    const input = merging(old, stays)
    await mergeParties(delo.ctx(), input)
    expect((await mergeParties(delo.ctx(), input)).id).toBe(stays.id)
    expect(await showParty(delo.ctx(), { partyId: old.id })).toMatchObject({
      name: 'Невена Спасова',
      mergedInto: { id: stays.id, name: 'Невена Илиева Спасова' },
    })
    const found = await findParties(delo.ctx(), { text: 'невена спас' })
    expect(found.map(party => party.id)).toEqual([stays.id])
    for (const who of [{ partyId: old.id }, { partyId: stays.id }, { identifier: '7523169263' }]) {
      const payer = await payerAtDesk(kasa1.ctx(), who)
      expect(payer?.party.id).toBe(stays.id)
      expect(payer?.bills.map(bill => bill.number)).toEqual(['ОБ-1', 'ОБ-2'])
    }
    const dossier = await showDossier(delo.ctx(), { partyId: old.id })
    expect(dossier.party.id).toBe(stays.id)
    expect(dossier.merged).toMatchObject([{ id: old.id, reason: 'един и същ човек по лична карта' }])
    expect(dossier.bills.map(bill => [bill.number, bill.state])).toEqual([
      ['ОБ-2', 'open'],
      ['ОБ-1', 'open'],
    ])
    expect(dossier.payments).toBeNull()
    const pairs = await findDuplicates(delo.ctx(), { least: 0 })
    expect(pairs.some(({ one, other }) => one.id === old.id || other.id === old.id)).toBe(false)
    const [row] = await town.sql`select count(*)::int as rows from party_merges where party_id = ${old.id}`
    expect(row).toEqual({ rows: 1 })
  })

  test('what cannot be one is refused with its reason', async () => {
    const [one, other] = [await register('Тодор Минков'), await register('Тодор Минков')]
    await refused(mergeParties(delo.ctx(), merging(one, one)), 'party.merge_itself')
    const company = await register('Тодор Минков ЕООД', { kind: 'organisation' })
    await refused(mergeParties(delo.ctx(), merging(one, company)), 'party.other_kind')
    const first = await register('Тодор Минков', egn('8032056031'))
    const second = await register('Тодор Минков', egn('6101057509'))
    await refused(mergeParties(delo.ctx(), merging(first, second)), 'party.other_number')
    await refused(mergeParties(delo.ctx(), merging(first, one)), 'party.keep_numbered')
    await refused(mergeParties(delo.ctx(), { ...merging(one, other), reason: ' ' }), 'input.invalid')
    await refused(mergeParties(kasa1.ctx(), merging(one, other)), 'authority.denied')
    await mergeParties(delo.ctx(), merging(one, other))
    const again = await refused(mergeParties(head.ctx(), merging(one, first)), 'party.merged_already')
    expect(again).toEqual({ name: 'Тодор Минков', into: 'Тодор Минков', intoId: other.id })
    await refused(mergeParties(head.ctx(), merging(first, one)), 'party.merged_already')
  })

  test('a record that somebody changed since it was shown is not merged', async () => {
    const [one, other] = [await register('Гена Радева'), await register('Гена Радева')]
    await changeParty(head.ctx(), {
      partyId: other.id,
      seen: other.changedAt,
      kind: 'person',
      identifier: null,
      name: 'Гена Радева-Манева',
    })
    await refused(mergeParties(delo.ctx(), merging(one, other)), 'party.changed')
  })

  test('two who merge two records into each other at once lead nobody in a circle', async () => {
    const [one, other] = [await register('Добри Желев'), await register('Добри Желев')]
    const outcomes = await Promise.allSettled([
      mergeParties(delo.ctx(), merging(one, other)),
      mergeParties(head.ctx(), merging(other, one)),
    ])
    expect(outcomes.map(outcome => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const rejected = outcomes.find(outcome => outcome.status === 'rejected')
    expect(rejected?.reason).toMatchObject({ code: 'party.merged_already' })
  })

  test('of several that are merged one after the other, all lead to the last', async () => {
    const [a, b, c] = [await register('Сава Пеев'), await register('Сава Пеев'), await register('Сава Пеев')]
    await mergeParties(delo.ctx(), merging(a, b))
    await mergeParties(delo.ctx(), merging(b, c))
    const { merged } = await showDossier(delo.ctx(), { partyId: a.id })
    expect(merged.map(({ id }) => id).toSorted()).toEqual([a.id, b.id].toSorted())
    await refused(
      separateParty(delo.ctx(), { id: randomUUIDv7(), partyId: a.id, reason: 'грешка' }),
      'party.merge_followed',
    )
  })

  test('a merging is taken back only while nothing was written to either record after it', async () => {
    const [one, other] = [await register('Руси Колев'), await register('Руси Колев')]
    const parting = { id: randomUUIDv7(), partyId: one.id, reason: 'баща и син' }
    await refused(separateParty(delo.ctx(), parting), 'party.not_merged')
    await mergeParties(delo.ctx(), merging(one, other))
    const apart = await separateParty(delo.ctx(), parting)
    expect(apart.mergedInto).toBeNull()
    expect(await separateParty(delo.ctx(), parting)).toEqual(apart)
    await mergeParties(delo.ctx(), merging(one, other))
    await billFor(other, 'ОБ-3')
    const why = await refused(
      separateParty(head.ctx(), { ...parting, id: randomUUIDv7() }),
      'party.merge_followed',
    )
    expect(why).toMatchObject({ name: 'Руси Колев', what: 'bill' })
  })

  test('every look at a record or a dossier is told to the head and to the auditor', async () => {
    const someone = await register('Боян Мутафов')
    const audit = await town.signIn('audit')
    await showParty(kasa1.ctx(), { partyId: someone.id })
    await showDossier((await town.signIn('grao1')).ctx(), { partyId: someone.id })
    expect(await showDossier(audit.ctx(), { partyId: someone.id })).toMatchObject({ payments: [] })
    const looks = await listLooks(audit.ctx(), { partyId: someone.id })
    expect(looks.map(({ login, what }) => [login, what])).toEqual([
      ['audit', 'dossier'],
      ['grao1', 'dossier'],
      ['kasa1', 'record'],
      ['delo', 'record'],
    ])
    expect(await listLooks(head.ctx(), { partyId: someone.id })).toEqual(looks)
    await refused(listLooks(delo.ctx(), { partyId: someone.id }), 'authority.denied')
    await refused(showDossier(kasa1.ctx(), { partyId: someone.id }), 'authority.denied')
  })
})
