import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAnnualReport } from '../../office/satisfaction/make-annual-report.ts'
import { type NoteMethod, noteMethod } from '../../office/satisfaction/note-method.ts'
import { seeMethods } from '../../office/satisfaction/see-methods.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { quarterOf } from '../../rules/reports/periods.ts'
import { standingOf } from '../../rules/satisfaction-methods.ts'
import { answeringTown, wednesdayOf } from '../support/answers.ts'
import { hubOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('the methods of a year on PostgreSQL %s', version => {
  let town: TestTown
  let head: Session
  let clerk: Session
  let year: number
  const noteOf = (more: Partial<NoteMethod> = {}): NoteMethod => ({
    noteId: randomUUIDv7(),
    year,
    method: 2,
    carriedOut: true,
    conduct: 'две срещи с 14 служители',
    findings: 'чака се на гише 3',
    ...more,
  })
  const noteSeen = async (method: number) =>
    (await seeMethods(head.ctx(), year)).methods.find(one => one.method === method)?.note

  beforeAll(async () => {
    town = await testTown(version)
    head = await town.signIn('head')
    clerk = await town.signIn('delo')
    year = head.ctx().today.year
  })
  afterAll(() => town.close())

  test('a year begins with nothing noted, all five obligatory ones missing', async () => {
    const { methods, due } = await seeMethods(head.ctx(), year)
    expect(methods.map(({ note }) => note)).toEqual(new Array(11).fill(null))
    expect(standingOf(methods)).toEqual({ carriedOut: 0, missing: [1, 2, 3, 4, 5] })
    expect(due.toString()).toBe(`${year + 1}-04-01`)
  })

  test('the newest note holds, words not said anew stay, the earlier note stays on record', async () => {
    const first = await noteMethod(clerk.ctx(), noteOf())
    expect(first.note).toMatchObject({ carriedOut: true, measures: null, notedBy: clerk.ctx().who.name })
    await refused(noteMethod(head.ctx(), noteOf({ findings: '' })), 'satisfaction.method_not_told')
    await noteMethod(
      head.ctx(),
      noteOf({ conduct: undefined, findings: undefined, measures: 'второ гише до обяд' }),
    )
    expect(await noteSeen(2)).toMatchObject({
      conduct: 'две срещи с 14 служители',
      findings: 'чака се на гише 3',
      measures: 'второ гише до обяд',
      notedBy: head.ctx().who.name,
    })
    const why = noteOf({ carriedOut: false, conduct: 'протоколите са изгубени', findings: null })
    await noteMethod(head.ctx(), why)
    expect(await noteSeen(2)).toMatchObject({ carriedOut: false, findings: null, measures: null })
    const [kept] = await town.sql`select count(*)::int as notes from satisfaction_methods where method = 2`
    expect(kept).toEqual({ notes: 3 })
    const [logged] =
      await town.sql`select facts from logbook where act = 'satisfaction.note' order by id limit 1`
    expect(logged?.['facts']).toMatchObject({ year, method: 2, carriedOut: true })
  })

  test('the same note sent twice is noted once; two at once are both kept', async () => {
    const note = noteOf({ method: 7, conduct: 'пътят на трима жители', findings: 'две посещения са излишни' })
    const [one, again] = [await noteMethod(head.ctx(), note), await noteMethod(head.ctx(), note)]
    expect(again).toEqual(one)
    await Promise.all([
      noteMethod(head.ctx(), noteOf({ method: 7 })),
      noteMethod(clerk.ctx(), noteOf({ method: 7 })),
    ])
    const [kept] = await town.sql`select count(*)::int as notes from satisfaction_methods where method = 7`
    expect(kept).toEqual({ notes: 3 })
  })

  test('refuses an unknown method, a year ahead or before the ordinance, and a note that tells nothing', async () => {
    const ctx = head.ctx()
    expect(await refused(noteMethod(ctx, noteOf({ method: 12 })), 'satisfaction.method_unknown')).toEqual({
      method: 12,
    })
    await refused(noteMethod(ctx, noteOf({ year: year + 1 })), 'satisfaction.year_wrong')
    await refused(seeMethods(ctx, 2019), 'satisfaction.year_wrong')
    const empty = noteOf({ method: 3, conduct: ' \n' })
    expect(await refused(noteMethod(ctx, empty), 'satisfaction.method_not_told')).toEqual({
      missing: 'conduct',
    })
    const officer = await town.signIn('grao1')
    await refused(noteMethod(officer.ctx(), noteOf()), 'authority.denied')
  })

  test('the database keeps every note as it was, whoever asks', async () => {
    const change = 'update satisfaction_methods set findings = null'
    await expect(town.sql.unsafe(change)).rejects.toThrow(/never change|not changed|GS/i)
    await expect(head.ctx().db.execute(change)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('the report has the notes, the answers of the year by quarter, and the services that ended', async () => {
    const before = await makeAnnualReport(head.ctx(), year)
    expect(before.facts).toMatchObject({ hasPlaces: false, questions: [] })
    const day = wednesdayOf(head.ctx().today)
    const hub = await hubOf(town)
    await answeringTown(town, await town.signIn('admin'), hub, day)
    await hub.close()
    const { facts, writing } = await makeAnnualReport(head.ctx(), day.year)
    const [kept] = await town.sql<{ counted: number }[]>`
      select count(*)::int as counted from kiosk_presses where mark is null`
    const sums = facts.questions[0]?.quarters.map(counts => counts.reduce((sum, count) => sum + count, 0))
    expect(sums?.[quarterOf(day) - 1]).toBe(kept?.counted)
    expect(sums?.reduce((sum, count) => sum + count, 0)).toBe(kept?.counted)
    const texts = writing.parts.flatMap(part => ('text' in part ? [part.text] : []))
    expect(texts).toContainEqual(expect.stringContaining(`От ${kept?.counted} оценки доволни са 81,4 %`))
    const [ended] = await town.sql<{ times: number }[]>`
      select count(*)::int as times from ended_requests(make_date(${day.year}, 1, 1), make_date(${day.year}, 12, 31))`
    expect(facts.services.find(({ key }) => key === null)?.ended).toBe(ended?.times)
  })

  test('an officer sees the methods, but the report tells of the whole registry and is refused', async () => {
    const officer = await town.signIn('grao1')
    expect((await seeMethods(officer.ctx(), year)).methods).toHaveLength(11)
    await refused(makeAnnualReport(officer.ctx(), year), 'authority.denied')
    await refused(makeAnnualReport(head.ctx(), year + 1), 'satisfaction.year_wrong')
  })
})
