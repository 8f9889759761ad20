import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDocuments } from '../../office/documents/find-documents.ts'
import { registerParty } from '../../office/parties/register-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { kindOf, register, somebody } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('finding documents on PostgreSQL %s', version => {
  let town: TestTown
  let clerk: Session
  let officer: Session
  let sketch: string
  let street: string
  let reply: string
  const find = async (text: string, session = clerk) =>
    (await findDocuments(session.ctx(), { text })).rows.map(row => row.id)

  beforeAll(async () => {
    town = await testTown(version)
    ;[clerk, officer] = await Promise.all([town.signIn('delo'), town.signIn('grao1')])
    const asen = await somebody(clerk, 'Щилян Жабленски')
    const eik = '000615118'
    await registerParty(clerk.ctx(), {
      id: '01a20000-0000-7000-8000-000000000001',
      kind: 'organisation',
      identifier: { kind: 'eik', digits: eik },
      name: '„Родопски гранит“ ЕООД',
      ekatte: null,
      address: null,
      phone: null,
      email: null,
    })
    const parties = [{ partyId: asen, role: 'sender' as const }]
    const one = await register(town, clerk, { parties, subject: 'Скица на имот УПИ XV-235 в Райково' })
    sketch = one.documentId
    street = (
      await register(town, clerk, {
        kindId: await kindOf(town, 'signal'),
        channel: 'email',
        subject: 'Неосветена улица в Устово',
        foreignNumber: 'АБ-77/1',
        parties: [{ partyId: '01a20000-0000-7000-8000-000000000001', role: 'sender' }],
      })
    ).documentId
    reply = (
      await register(town, clerk, {
        direction: 'outgoing',
        channel: null,
        subject: 'Изпращане на скицата',
        answersId: sketch,
        parties: [{ partyId: asen, role: 'recipient' }],
      })
    ).documentId
  })
  afterAll(() => town.close())

  test('any form of a word, in any order, half a word, and whose it is', async () => {
    for (const text of ['скиците', 'имоти райково', 'РАЙКОВО имота', 'ски рай', 'жабленски скица', 'xv-235'])
      expect(await find(text), text).toContain(sketch)
    expect(await find('скица')).toEqual([reply, sketch])
    expect(await find('неосветени улици')).toEqual([street])
    expect(await find('сигнали гранит')).toEqual([street])
    expect(await find('скица улица')).toEqual([])
  })

  test('a number in any form people write it', async () => {
    const [row] = await town.sql<{ number: string; uri: string; sequence: number }[]>`
      select number, uri, sequence from documents where id = ${sketch}`
    const { number, uri, sequence } = row!
    for (const text of [number, number.toLowerCase(), `№ ${number}`, uri, `${uri} г.`, String(sequence)])
      expect((await find(text))[0], text).toBe(sketch)
    expect(await find(number)).toEqual([sketch, reply])
    expect(await find('АБ-77/1')).toEqual([street])
  })

  test('whose number is typed, or who is chosen', async () => {
    expect(await find('000615118')).toEqual([street])
    const partyId = '01a20000-0000-7000-8000-000000000001'
    const found = await findDocuments(clerk.ctx(), { partyId, text: 'улица' })
    expect(found.rows.map(one => one.id)).toEqual([street])
    expect((await findDocuments(clerk.ctx(), { partyId, text: 'скица' })).rows).toEqual([])
  })

  test('what was typed under another keyboard, or with one wrong letter, is found and said so', async () => {
    const layout = await findDocuments(clerk.ctx(), { text: 'ulica ustowo' })
    expect(layout).toMatchObject({ rows: [{ id: street }], meant: { by: 'layout', text: 'улица устово' } })
    for (const text of ['Жабленки', 'Жабленцки', 'жаблнески'])
      expect(await findDocuments(clerk.ctx(), { text }), text).toMatchObject({
        meant: { by: 'letter' },
        rows: expect.arrayContaining([expect.objectContaining({ id: sketch })]),
      })
    expect(await findDocuments(clerk.ctx(), { text: 'жщхрмб' })).toEqual({ rows: [], meant: null })
  })

  test('by direction, kind, channel, day and whoever registered it', async () => {
    const { today, who } = clerk.ctx()
    const ids = async (input: Parameters<typeof findDocuments>[1]) =>
      (await findDocuments(clerk.ctx(), input)).rows.map(row => row.id)
    expect(await ids({ direction: 'outgoing' })).toContain(reply)
    expect(await ids({ kindId: await kindOf(town, 'signal') })).toContain(street)
    expect(await ids({ channel: 'email', text: 'улица' })).toEqual([street])
    expect(await ids({ from: today, registeredBy: who.id })).toEqual(
      expect.arrayContaining([sketch, street, reply]),
    )
    expect(await ids({ until: today.subtract({ days: 1 }), text: 'скица Райково' })).toEqual([])
    expect(await ids({ text: 'скица', limit: 1 })).toEqual([reply])
  })

  test('a list shows number, kind, subject and people', async () => {
    const { rows } = await findDocuments(clerk.ctx(), { text: 'Устово' })
    expect(rows).toMatchObject([
      {
        kind: 'Сигнал',
        subject: 'Неосветена улица в Устово',
        correspondents: '„Родопски гранит“ ЕООД',
        direction: 'incoming',
        isAnnulled: false,
      },
    ])
  })

  test('nobody finds what is not theirs to see, nor learns that it is there', async () => {
    expect(await find('скица', officer)).toEqual([])
    const [row] = await town.sql<
      { number: string; case_id: string }[]
    >`select number, case_id from documents where id = ${sketch}`
    expect(await find(row!.number, officer)).toEqual([])
    await town.sql`insert into case_access (case_id, staff_id) select ${row!.case_id}, id from staff where login = 'grao1'`
    expect(await find('скица', officer)).toEqual([reply, sketch])
    expect((await find(row!.number, officer))[0]).toBe(sketch)
    const till = await town.signIn('kasa1')
    await refused(findDocuments(till.ctx(), {}), 'authority.denied')
  })
})
