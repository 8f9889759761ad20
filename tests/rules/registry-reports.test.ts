import { describe, expect, test } from 'vitest'
import { control as bg } from '../../locales/bg/control.ts'
import { reports } from '../../locales/bg/reports.ts'
import { calendarWith, LAW_CALENDAR } from '../../rules/calendar.ts'
import {
  boardOf,
  type Counts,
  type DepartmentWork,
  daysLate,
  daysOfNearness,
  limitsOn,
  NEARNESSES,
  NOTHING,
  nearnessOf,
} from '../../rules/control.ts'
import { boardTables, openWorkTable, protocolTable, type ReviewRow } from '../../rules/reports/control.ts'
import { headTables } from '../../rules/reports/head.ts'
import {
  documentsTable,
  lateTable,
  type RequestsRow,
  reasonsTable,
  requestsTable,
  shareOf,
  workloadTable,
} from '../../rules/reports/registry.ts'
import { lastDayOf, statusOf, weekOf, whyNotReview } from '../../rules/reviews.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const SUNDAY = day('2026-11-22')
const about = {
  facts: {
    town: { name: { bg: 'Смолян', en: 'Smolyan' }, demo: false, training: false },
    madeAt: '22.11.2026 10:00:00',
    madeBy: 'Виолета Кирова',
  },
  reports,
  words: bg,
  lang: 'bg' as const,
  unit: null,
  period: { from: day('2026-11-01'), to: day('2026-11-30') },
}

describe('how near a last day is', () => {
  test('three and seven working days after a Sunday, and over Christmas', () => {
    expect(limitsOn(LAW_CALENDAR, SUNDAY)).toEqual({
      today: SUNDAY,
      soon: day('2026-11-25'),
      week: day('2026-12-01'),
    })
    const { soon, week } = limitsOn(LAW_CALENDAR, day('2026-12-23'))
    expect([soon, week].map(String)).toEqual(['2026-12-31', '2027-01-07'])
  })

  test('a day off that the Council of Ministers ordered moves the limits', () => {
    const off = {
      day: day('2026-11-24'),
      isWorking: false,
      name: { bg: 'почивен', en: 'off' },
      kind: 'one-off' as const,
      basis: 'РМС',
    }
    expect(limitsOn(calendarWith([off]), SUNDAY).soon).toEqual(day('2026-11-26'))
  })

  test.each([
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'today'],
    ['2026-11-23', 'soon'],
    ['2026-11-25', 'soon'],
    ['2026-11-26', 'week'],
    ['2026-12-01', 'week'],
    ['2026-12-02', 'later'],
  ])('%s is %s on 22.11.2026', (due, nearness) => {
    expect(nearnessOf(day(due), limitsOn(LAW_CALENDAR, SUNDAY))).toBe(nearness)
  })

  test('each day lies between the limits of its own nearness, and of no other', () => {
    const limits = limitsOn(LAW_CALENDAR, SUNDAY)
    const isIn = (date: Temporal.PlainDate, nearness: (typeof NEARNESSES)[number]) => {
      const { from, until } = daysOfNearness(nearness, limits)
      const isAfter = from === null || Temporal.PlainDate.compare(date, from) >= 0
      return isAfter && (until === null || Temporal.PlainDate.compare(date, until) <= 0)
    }
    for (let at = -20; at < 30; at++) {
      const date = SUNDAY.add({ days: at })
      const fitting = NEARNESSES.filter(one => one !== 'still' && isIn(date, one))
      expect(fitting, String(date)).toEqual([nearnessOf(date, limits)])
    }
  })

  test('what stands still is not late; lateness is in calendar days', () => {
    expect(nearnessOf(null, limitsOn(LAW_CALENDAR, SUNDAY))).toBe('still')
    expect([daysLate(null, SUNDAY), daysLate(SUNDAY, SUNDAY), daysLate(day('2026-11-20'), SUNDAY)]).toEqual([
      0, 0, 2,
    ])
  })
})

const unit = (
  code: string,
  parentId: string | null,
  tasks: Partial<Counts>,
  dueOn?: string,
): DepartmentWork => ({
  id: code,
  code,
  name: { bg: `Отдел ${code}`, en: code },
  kind: 'department',
  parentId,
  own: { tasks: { ...NOTHING, ...tasks }, requests: NOTHING },
  oldest:
    dueOn === undefined
      ? null
      : { taskId: code, dueOn: day(dueOn), what: 'отговор', holder: 'Румяна Велева' },
  oldestRequest: null,
})

describe('the board', () => {
  const limits = limitsOn(LAW_CALENDAR, SUNDAY)
  const board = boardOf(
    [
      unit('b2', 'a', { overdue: 2 }, '2026-11-01'),
      unit('a', null, { later: 1 }, '2026-12-30'),
      unit('b10', 'a', {}),
      unit('c', 'elsewhere', { today: 4 }, '2026-11-22'),
      unit('d', 'b2', { soon: 1 }, '2026-11-23'),
    ],
    limits,
  )

  test('rolls up each unit into the one above, however deep, and leaves out what has nothing', () => {
    expect(board.rows.map(row => [row.code, row.depth, row.all.tasks.overdue, row.all.tasks.soon])).toEqual([
      ['a', 0, 2, 1],
      ['b2', 1, 2, 1],
      ['d', 2, 0, 1],
      ['c', 0, 0, 0],
    ])
    expect(board.totals.tasks).toEqual({ ...NOTHING, overdue: 2, today: 4, soon: 1, later: 1 })
    expect(board.rows[0]?.oldest?.taskId).toBe('b2')
  })

  test('as tables the limits stand in the titles, units are indented, the empty one says so', () => {
    const [tasks, requests] = boardTables(board, about)
    expect(tasks?.columns.map(({ title }) => title)).toContain('До 25.11')
    expect(tasks?.rows.map(({ unit: name }) => name)).toEqual([
      'Отдел a',
      '  Отдел b2',
      '    Отдел d',
      'Отдел c',
    ])
    expect(tasks?.totals).toMatchObject({ total: 8, oldest: '01.11.2026 Румяна Велева' })
    expect(requests).toMatchObject({ rows: [], foot: ['Няма заявления в работа.'] })
    expect(boardTables(board, about, true)[0]?.rows).toHaveLength(2)
  })
})

test('a list that was cut says that there is more', () => {
  const row = {
    id: '1',
    number: 'ЗВ-1',
    what: 'скица',
    department: { name: 'Отдел' },
    holder: null,
    dueOn: null,
    daysLate: 0,
  }
  const cell = { what: 'tasks', nearness: null } as const
  expect(openWorkTable([row], { ...cell, isAll: true }, about).totals).toEqual({ number: 'Общо 1' })
  expect(openWorkTable([row], { ...cell, isAll: false }, about)).toMatchObject({
    totals: null,
    rows: [{ holder: '(на звеното)', due: null, daysLate: null }],
  })
})

describe('reports of a period', () => {
  const requests: RequestsRow[] = [
    { key: '2037', name: 'Удостоверение', ended: 3, late: 1, median: 105, term: 140 },
    { key: '205', name: 'Скица', ended: 1, late: 0, median: 70, term: 70 },
    { key: null, name: '', ended: 4, late: 1, median: 90, term: 140 },
  ]

  test('services: kept and late sum to all, the share in tenths of a percent, codes as numbers', () => {
    const table = requestsTable(requests, 'service', about)
    expect(table.rows.map(({ key, kept, late, percent }) => [key, kept, late, percent])).toEqual([
      ['205', 1, 0, 1000],
      ['2037', 2, 1, 667],
    ])
    expect(table.totals).toMatchObject({ name: 'Общо', ended: 4, kept: 3, percent: 750, median: 90 })
    expect(requestsTable([{ ...requests[2]!, ended: 0, late: 0 }], 'service', about).totals).toBeNull()
    expect(shareOf(0, 0)).toBeNull()
  })

  test('channels, speeds, outcomes and months are told in words; nothing is told as nothing', () => {
    const row = { ended: 1, late: 0, median: null, term: null, name: '' }
    const name = (by: 'channel' | 'speed' | 'outcome' | 'month', key: string) =>
      requestsTable([{ ...row, key }], by, about).rows[0]?.['name']
    expect([
      name('channel', 'post'),
      name('speed', 'fast'),
      name('outcome', 'refused'),
      name('month', '2026-11'),
    ]).toEqual(['по пощата', 'бърза', 'отказано', '11.2026'])
    expect(name('channel', '')).toBe('не е посочено')
  })

  test('documents: days in their order, the directions and their sum', () => {
    const table = documentsTable(
      [
        { key: '2026-11-10', name: '', incoming: 2, outgoing: 1, internal: 0 },
        { key: '2026-11-09', name: '', incoming: 1, outgoing: 0, internal: 4 },
      ],
      'day',
      about,
    )
    expect(table.rows.map(({ name, total }) => [name, total])).toEqual([
      ['09.11.2026', 5],
      ['10.11.2026', 3],
    ])
    expect(table.totals).toMatchObject({ incoming: 3, outgoing: 1, internal: 4, total: 8 })
  })

  test('late: the longest delay first, with the reason in words; reasons: the most frequent of each unit', () => {
    const late = { id: '1', number: '1', what: 'скица', department: 'Кадастър', holder: 'Румяна', note: null }
    const dates = { dueOn: day('2026-11-02'), endedOn: day('2026-11-04') }
    const table = lateTable(
      [
        { ...late, ...dates, daysLate: 2, reason: 'overload' },
        { ...late, ...dates, daysLate: 9, reason: 'other_body', note: 'АГКК' },
      ],
      about,
    )
    expect(table.rows.map(({ daysLate: days, reason, note }) => [days, reason, note])).toEqual([
      [9, 'чакане на друго ведомство', 'АГКК'],
      [2, 'претовареност на звеното', null],
    ])
    const reasons = reasonsTable(
      [
        { department: 'Б', reason: 'overload', requests: 9, tasks: 0, median: 10 },
        { department: 'А', reason: 'overload', requests: 1, tasks: 0, median: 10 },
        { department: 'А', reason: 'complex', requests: 1, tasks: 5, median: 25 },
      ],
      'department',
      about,
    )
    expect(reasons.rows.map(row => [row['department'], row['name']])).toEqual([
      ['А', 'сложност на случая'],
      ['А', 'претовареност на звеното'],
      ['Б', 'претовареност на звеното'],
    ])
    expect(reasons.totals).toEqual({ department: 'Общо', requests: 11, tasks: 5 })
  })

  test('workload: the most open first; the mean of all is not told', () => {
    const none = { department: '', overdue: 0, ended: 0, late: 0, mean: null }
    const table = workloadTable(
      [
        { ...none, key: 'a', name: 'Ана', open: 1 },
        { ...none, key: 'b', name: null, open: 7 },
      ],
      about,
    )
    expect(table.rows.map(({ name, open, percent }) => [name, open, percent])).toEqual([
      ['(на звеното)', 7, null],
      ['Ана', 1, null],
    ])
    expect(table.totals).toMatchObject({ open: 8, mean: null })
  })

  test('the head’s page keeps to its rows: the most frequent services, and how many there are beside them', () => {
    const services = Array.from({ length: 12 }, (_, at) => ({
      key: String(2000 + at),
      name: `услуга ${at}`,
      ended: at,
      late: 0,
      median: null,
      term: null,
    }))
    const board = boardOf([unit('a', null, { overdue: 1 })], limitsOn(LAW_CALENDAR, SUNDAY))
    const tables = headTables({ board, services, late: [], oldest: [] }, about)
    expect(tables[2]?.rows).toHaveLength(8)
    expect(tables[2]?.rows[0]).toMatchObject({ name: 'услуга 11' })
    expect(tables[2]?.foot?.[0]).toMatch(/^и още 4 /)
    expect(tables.flatMap(({ columns }) => columns).some(({ spare }) => spare)).toBe(false)
  })
})

describe('the weekly review', () => {
  test('a week begins on Monday, whatever day of it is told', () => {
    expect(['2026-11-16', '2026-11-18', '2026-11-22'].map(text => String(weekOf(day(text))))).toEqual(
      Array(3).fill('2026-11-16'),
    )
    expect(lastDayOf(day('2026-11-16'))).toEqual(SUNDAY)
  })

  test.each([
    ['done', '2026-11-01', 'done'],
    ['not_done', '2026-12-01', 'not_done'],
    [null, '2026-11-22', 'under_way'],
    [null, '2026-11-21', 'not_done'],
  ] as const)('outcome %s, due %s: %s (чл. 115 НОДА)', (outcome, due, status) => {
    expect(statusOf({ outcome, dueOn: day(due) }, SUNDAY)).toBe(status)
  })

  test('a week ahead is refused before a missing note; a problem wants one', () => {
    const code = (week: string, note: string | null) =>
      whyNotReview({ week: day(week), verdict: 'sent_back', note }, SUNDAY, 'bg')?.code ?? null
    expect([code('2026-11-23', null), code('2026-11-16', ' . '), code('2026-11-16', 'без карта')]).toEqual([
      'review.week_ahead',
      'review.note_needed',
      null,
    ])
    expect(
      whyNotReview({ week: day('2026-11-16'), verdict: 'no_problems', note: null }, SUNDAY, 'bg'),
    ).toBeNull()
  })

  test('the protocol: what nobody reviewed stands first and says so; there is a place to sign', () => {
    const row: ReviewRow = {
      id: '1',
      number: 'ЗВ-1',
      what: 'скица',
      department: { name: 'Кадастър' },
      holder: 'Румяна',
      dueOn: SUNDAY,
      daysLate: 0,
      status: 'under_way',
      review: null,
    }
    const review = { status: 'done', verdict: 'sent_back', note: 'без подпис', by: 'Виолета' } as const
    const table = protocolTable([{ ...row, id: '2', review }, row], day('2026-11-16'), about)
    expect(table.rows.map(({ status, verdict, note }) => [status, verdict, note])).toEqual([
      ['в изпълнение', 'НЕПРЕГЛЕДАНА', null],
      ['изпълнена', 'върната за доработване', 'без подпис'],
    ])
    expect(table.subtitle).toContain('прегледани 1 от 2; НЕПРЕГЛЕДАНИ 1')
    expect(table.foot?.[0]).toMatch(/^Ръководител: /)
  })
})
