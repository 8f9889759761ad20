import { describe, expect, test } from 'vitest'
import { whyNotLateReason } from '../../rules/late-reasons.ts'
import type { Refusal } from '../../rules/refusal.ts'
import {
  commandsTask,
  type Hands,
  holdsTask,
  opinionCounts,
  type TaskEnding,
  whyNotEnd,
  whyNotGive,
  whyNotOpinion,
} from '../../rules/tasks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const TODAY = day('2026-11-23')
const code = (why: Refusal | null) => why?.code ?? null

describe('a task is given with a clear result and a term', () => {
  test.each([
    ['Да се изготви становище', '2026-11-30', null, null],
    ['Да се изготви становище', '2026-11-23', null, null],
    ['!!! 123', '2026-11-30', null, 'task.what_needed'],
    ['ок', '2026-11-01', null, 'task.what_needed'],
    ['Да се изготви становище', '2026-11-22', null, 'task.term_past'],
    ['Да се изготви становище', '2026-11-30', '2026-11-30', null],
    ['Да се изготви становище', '2026-12-01', '2026-11-30', 'task.beyond_term'],
    ['Да се изготви становище', '2026-11-23', '2026-11-20', null],
    ['Да се изготви становище', '2026-11-24', '2026-11-20', 'task.beyond_term'],
  ])('„%s“ until %s within %s: %s', (what, due, most, why) => {
    const given = { what, dueOn: day(due), most: most === null ? null : day(most) }
    expect(code(whyNotGive(given, TODAY, 'bg'))).toBe(why)
  })
})

describe('a task ends with a result, and late only with a reason', () => {
  const ending: TaskEnding = {
    dueOn: day('2026-11-20'),
    outcome: 'done',
    result: 'Готово',
    openParts: 0,
    isCommanded: false,
    lateReason: 'overload',
    lateNote: null,
  }
  test.each<[string, Partial<TaskEnding>, string | null]>([
    ['late with a reason', {}, null],
    ['late without a reason', { lateReason: null }, 'task.late_reason_needed'],
    ['not done and late', { outcome: 'not_done', lateReason: null }, 'task.late_reason_needed'],
    ['late for another reason that nobody tells', { lateReason: 'other' }, 'late_reason.note_needed'],
    ['late for another reason', { lateReason: 'other', lateNote: 'наводнение' }, null],
    ['on its last day', { dueOn: TODAY, lateReason: null }, null],
    ['without a result', { result: ' - ' }, 'task.result_needed'],
    ['with sub-tasks under way', { openParts: 1, result: '' }, 'task.has_open'],
    [
      'cancelled by whoever has it',
      { outcome: 'cancelled', openParts: 1, result: '' },
      'task.cancelled_by_giver',
    ],
    [
      'cancelled late by whoever gave it',
      { outcome: 'cancelled', isCommanded: true, lateReason: null },
      null,
    ],
  ])('%s', (_, changed, why) => {
    expect(code(whyNotEnd({ ...ending, ...changed }, TODAY, 'bg'))).toBe(why)
  })
})

describe('whose a task is', () => {
  const nobody: Hands = { staffIds: ['me'], departmentIds: ['ours'], isHead: false, isSecretary: false }
  const of = (more: Partial<Parameters<typeof holdsTask>[0]>) => ({
    assignerId: 'giver',
    assigneeId: 'other',
    departmentId: 'ours',
    ...more,
  })
  test.each<[string, Partial<Parameters<typeof holdsTask>[0]>, Partial<Hands>, boolean, boolean]>([
    ['given to oneself', { assigneeId: 'me' }, {}, true, false],
    [
      'given to whom one stands in for',
      { assigneeId: 'absent' },
      { staffIds: ['me', 'absent'] },
      true,
      false,
    ],
    ['of a colleague', {}, {}, false, false],
    ['of the department, nobody’s yet', { assigneeId: null }, {}, true, false],
    ['of another department, nobody’s yet', { assigneeId: null, departmentId: 'theirs' }, {}, false, false],
    ['given by oneself', { assignerId: 'me' }, {}, true, true],
    ['of a subordinate', {}, { isHead: true }, true, true],
    ['of another directorate', { departmentId: 'theirs' }, { isHead: true }, false, false],
    [
      'anybody’s, for the secretary',
      { departmentId: 'theirs' },
      { isHead: true, isSecretary: true },
      true,
      true,
    ],
  ])('%s', (_, task, hands, holds, commands) => {
    const mine = { ...nobody, ...hands }
    expect([holdsTask(of(task), mine), commandsTask(of(task), mine)]).toEqual([holds, commands])
  })
})

test('whatever is not agreement says why, and an opinion counts until the document changes', () => {
  expect(whyNotOpinion('agree', null)).toBeNull()
  for (const value of ['disagree', 'terminate', 'rework'] as const) {
    expect(code(whyNotOpinion(value, ' '))).toBe('opinion.note_needed')
    expect(whyNotOpinion(value, 'липсва подпис')).toBeNull()
  }
  const [earlier, later] = ['2026-11-23T08:00:00Z', '2026-11-23T08:00:01Z'].map(at =>
    Temporal.Instant.from(at),
  )
  expect(opinionCounts(earlier!, null)).toBe(true)
  expect(opinionCounts(later!, earlier!)).toBe(true)
  expect(opinionCounts(earlier!, later!)).toBe(false)
  expect(opinionCounts(earlier!, earlier!)).toBe(false)
})

test('a reason for a delay is one of those known; another one is told in words', () => {
  expect(whyNotLateReason({ lateReason: 'technical', lateNote: null })).toBeNull()
  expect(code(whyNotLateReason({ lateReason: 'other', lateNote: '..' }))).toBe('late_reason.note_needed')
})
