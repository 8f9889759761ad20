import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hub } from '../../office/kiosks/open-hub.ts'
import {
  makeQuestionsReport,
  makeSatisfactionReport,
  type SatisfactionReport,
} from '../../office/satisfaction/make-report.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { POSITIVE_FACES } from '../../rules/satisfaction.ts'
import { type Answering, answeringTown } from '../support/answers.ts'
import { hubOf } from '../support/hub.ts'
import { refused } from '../support/refused.ts'
import { newest, openTillFor, payOnce, type TestTown, testTown } from '../support/town.ts'

/** A Wednesday without holidays around it. */
const DAY = Temporal.PlainDate.from('2026-11-18')
const MONTH = { from: DAY.with({ day: 1 }), to: DAY.with({ day: 30 }) }

describe.each(newest)('the statistics of satisfaction on PostgreSQL %s', version => {
  let town: TestTown
  let head: Session
  let hub: Hub
  let answering: Answering
  const report = async (more: Partial<SatisfactionReport> = {}) => {
    const asked = {
      period: MONTH,
      by: 'all',
      question: null,
      hall: null,
      kiosk: null,
      isDrawn: false,
      heatOf: 'index',
    } as const
    return makeSatisfactionReport(head.ctx(), { ...asked, ...more })
  }
  const rowsOf = async (more: Partial<SatisfactionReport>) => (await report(more)).tables[0]?.rows ?? []

  beforeAll(async () => {
    town = await testTown(version)
    hub = await hubOf(town)
    head = await town.signIn('head')
  })
  afterAll(async () => {
    await hub.close()
    await town.close()
  })

  test('a town without devices, then without a question, is told so in every view', async () => {
    for (const by of ['all', 'hall', 'week', 'heat', 'reason'] as const) {
      const { tables } = await report({ by })
      expect(tables[0]?.foot).toEqual([expect.stringContaining('Още няма устройства')])
    }
    expect((await makeQuestionsReport(head.ctx())).foot).toEqual([
      expect.stringContaining('Още не е зададен'),
    ])
  })

  test('sums are those of the rows, whatever they are looked at by', async () => {
    answering = await answeringTown(town, await town.signIn('admin'), hub, DAY)
    const kept = await town.sql<
      { face: number; mark: string | null; kiosk: number; hour: number; times: number }[]
    >`
      select p.face, p.mark, k.number as kiosk, extract(hour from pressed_at at time zone 'Europe/Sofia')::int as hour, count(*)::int as times
        from kiosk_presses p join kiosks k on k.id = p.kiosk_id group by 1, 2, 3, 4`
    const counted = kept.filter(({ mark }) => mark === null)
    const all = (rows: readonly { times: number }[]) => rows.reduce((sum, { times }) => sum + times, 0)
    const positive = all(counted.filter(({ face }) => face > 5 - POSITIVE_FACES))

    const [measures, faces, left] = (await report()).tables
    expect(measures?.rows[0]).toMatchObject({
      of: all(counted),
      value: Math.round((positive / all(counted)) * 1000),
      note: null,
    })
    expect(faces?.rows.map(row => row['times'])).toEqual(
      [5, 4, 3, 2, 1].map(face => all(counted.filter(one => one.face === face))),
    )
    expect(left?.rows.map(row => row['times'])).toEqual(
      ['test', 'closed', 'burst', 'repeat'].map(mark => all(kept.filter(one => one.mark === mark))),
    )
    expect(left?.totals).toMatchObject({ times: 7, share: Math.round((7 / all(kept)) * 1000) })
    for (const row of await rowsOf({ by: 'kiosk' }))
      expect(row['answers']).toBe(all(counted.filter(one => one.kiosk === row['number'])))
    const hours = await rowsOf({ by: 'hour' })
    expect(hours.map(row => row['answers'])).toEqual(
      [9, 10, 11, 12, 13, 14, 15].map(hour => all(counted.filter(one => one.hour === hour))),
    )
    const heat = (await report({ by: 'heat', heatOf: 'count' })).tables[0]
    expect(heat?.rows.map(row => row['hour'])).toHaveLength(9)
    expect(heat?.rows.map(row => Number(row['day3']) + Number(row['day4'])).slice(1, 8)).toEqual(
      hours.map(row => row['answers']),
    )
    expect(await rowsOf({ by: 'week' })).toMatchObject([
      { week: '2026-W47', days: '16.11.2026–22.11.2026', answers: 145 },
    ])
    expect(
      (await rowsOf({ by: 'weekday' })).map(row => [row['weekday'], row['answers'], row['note']]),
    ).toEqual([
      ['сряда', 140, null],
      ['четвъртък', 5, 'твърде малко'],
    ])
  })

  test('halls are told apart only by intervals that do not overlap, and few answers by nothing', async () => {
    expect(await rowsOf({ by: 'hall' })).toMatchObject([
      { code: 'momchilovtsi', answers: 5, share: null, low: null, index: null, compared: 'твърде малко' },
      { code: 'taxes', answers: 40, share: 500, compared: 'под cao' },
      { code: 'cao', answers: 100, share: 930, compared: 'над taxes' },
    ])
    expect((await rowsOf({ by: 'kiosk' })).map(row => row['compared'])).toEqual([
      'над 3',
      'над 3',
      'под 1, 2',
      'твърде малко',
    ])
  })

  test('reasons are shares of those who gave one, and the line below tells how many were asked', async () => {
    const { tables } = await report({ by: 'reason' })
    expect(tables[0]?.rows).toMatchObject([
      { code: 'waiting', reason: 'Чаках дълго', times: 12, share: 800 },
      { code: 'attitude', times: 3, share: 200 },
    ])
    expect(tables[0]?.foot?.[0]).toContain('отговорили 15 от 20')
    expect(await rowsOf({ by: 'reason', kiosk: 2 })).toMatchObject([
      { code: 'attitude', times: 3 },
      { times: 0 },
    ])
  })

  test('presses are set beside the payments and requests of the hall, the people without a department in the centre', async () => {
    const cashier = await town.signIn('kasa1')
    await openTillFor(cashier)
    await payOnce(cashier)
    await payOnce(cashier, 1)
    await town.sql.begin(async sql => {
      await sql`set local session_replication_role = replica`
      await sql`update payments set taken_at = ${`${DAY.toString()}T09:00:00Z`}::timestamptz`
    })
    const halls = await rowsOf({ by: 'hall' })
    expect(halls.find(row => row['code'] === 'taxes')).toMatchObject({ answers: 40, response: 20_000 })
    expect(halls.find(row => row['code'] === 'cao')).toMatchObject({ response: null })
    expect((await rowsOf({ by: 'all', hall: 'taxes' })).at(-1)).toMatchObject({ of: 2, value: 20_000 })
    expect(await rowsOf({ by: 'all', kiosk: 3 })).toHaveLength(3)
  })

  test('a hall has what is under it, a device is alone; hours are those in which it was open and asked', async () => {
    expect((await rowsOf({ hall: 'admin' }))[0]).toMatchObject({ of: 100 })
    expect((await rowsOf({ hall: 'finansi' }))[0]).toMatchObject({ of: 40, value: 500 })
    const day = { from: DAY, to: DAY }
    expect((await rowsOf({ period: day, kiosk: 3 }))[2]).toMatchObject({ of: 9, value: 44 })
    expect((await rowsOf({ period: day }))[2]).toMatchObject({ of: 36 })
    expect(
      (await report({ period: { from: DAY.add({ days: 2 }), to: DAY.add({ days: 2 }) } })).tables[0]?.foot,
    ).toEqual(['Няма гласове за този въпрос през този период.'])
  })

  test('another wording is another question: its answers stand alone, and both can be asked for', async () => {
    const old = (await report()).seen.question
    const asked = await answering.ask(['general'], DAY.add({ days: 1 }), 'Разбрахте ли всичко?', 4)
    await answering.press(5, DAY.add({ days: 1 }), [
      { face: 4, times: 20 },
      { face: 2, times: 10 },
    ])
    expect((await report()).seen.question?.id).toBe(old?.id)
    const { tables, seen } = await report({ question: '2' })
    expect(seen.question).toMatchObject({ id: asked, number: 2, faces: 4 })
    expect(tables[0]?.rows.slice(0, 2)).toMatchObject([
      { of: 30, value: 667 },
      { of: 30, value: 778 },
    ])
    expect(tables[0]?.foot?.[1]).toContain('0/33,3/66,7/100')
    expect((await report({ question: old?.id ?? '' })).tables[0]?.rows[0]).toMatchObject({ of: 145 })
    expect((await makeQuestionsReport(head.ctx())).rows.map(row => [row['number'], row['until']])).toEqual([
      [2, null],
      [1, null],
    ])
  })

  test('what is not there is refused, and so is whoever may not see it', async () => {
    await refused(report({ question: '7' }), 'satisfaction.question_unknown')
    await refused(report({ hall: 'nyama' }), 'department.unknown')
    await refused(report({ hall: 'legal' }), 'satisfaction.no_device')
    await refused(report({ kiosk: 77 }), 'kiosk.unknown')
    const cashier = await town.signIn('kasa1')
    const asked = {
      period: MONTH,
      by: 'all',
      question: null,
      hall: null,
      kiosk: null,
      isDrawn: false,
      heatOf: 'index',
    } as const
    await refused(makeSatisfactionReport(cashier.ctx(), asked), 'authority.denied')
  })
})
