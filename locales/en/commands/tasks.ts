import type { TasksCommands } from '../../bg/commands/tasks.ts'
import { bare, CSV } from '../command-text.ts'

const TASK = ['<task>', 'the last signs of the task as lists show them, or its whole id'] as const
const MOVE_ID = ['<UUID>', "the script's id of the act: sending it again is safe"] as const
const LATE = {
  'late-reason': [
    '<reason>',
    'where it is late: overload, staff-absent, other-body, applicant, technical, complex, other',
  ],
  'late-note': ['<text>', 'the delay in words; needed with other'],
} as const

export const tasksCommands: TasksCommands = {
  'tasks give': {
    ...bare,
    does: 'Give a task in a case, or as a part of a task',
    more: 'It needs a clear result and a term: no later than that of the request and of the task above it. The same may be given to several people and departments at once: each has a task of its own. Heads give tasks; whoever has one gives parts of it inside the own departments; anybody may ask for an opinion.',
    args: { case: ['[case]', 'number of the case or of a document in it'] },
    options: {
      to: ['<who>', 'to whom: a login, a name or the code of a department; may be repeated'],
      what: ['<text>', 'which result is wanted'],
      due: ['<day>', 'until when'],
      under: ['<task>', 'as a part of this task'],
      document: ['<number>', 'about which document of the case; else the one that opened it'],
      opinion: ['', 'an opinion is asked for'],
      id: ['<UUID>', "the script's id of the task, for each --to; sending it again is safe"],
    },
    examples: [
      [
        'gishe tasks give 1-17-22.11.2026 --to grao1 --what "Prepare the certificate" --due 2026-11-27',
        'to a person',
      ],
      [
        'gishe tasks give 1-17-22.11.2026 --to tsu --to ecology --opinion --what "Opinion on the project" --due 2026-11-27',
        'an opinion of two departments',
      ],
    ],
  },
  'tasks list': {
    ...bare,
    does: 'List tasks: what is most urgent first',
    options: {
      box: ['<which>', 'mine (preset), department, given (by me), all'],
      untaken: ['', 'of department: only those that nobody has yet'],
      ended: ['', 'those that ended, the latest first'],
      person: ['<who>', 'of this person'],
      department: ['<code>', 'of this department'],
      case: ['<number>', 'of this case'],
      limit: ['<count>', 'at most so many (50)'],
      after: ['<task>', 'after this one: the next page'],
      csv: CSV,
    },
    examples: [
      ['gishe tasks list', 'my tasks'],
      ['gishe tasks list --box department --untaken', 'what waits for somebody in the department'],
    ],
  },
  'tasks show': {
    ...bare,
    does: 'Show a task with its history',
    args: { task: TASK },
    examples: [['gishe tasks show a1b2c3', 'who gave it, where it was, how it ended']],
  },
  'tasks take': {
    ...bare,
    does: 'Take a task of the department that nobody has yet',
    args: { task: TASK },
    options: { id: MOVE_ID },
    examples: [['gishe tasks take a1b2c3', 'it is mine now']],
  },
  'tasks delegate': {
    ...bare,
    does: 'Give a task on to a subordinate; its last day stays',
    args: { task: TASK },
    options: {
      to: ['<who>', 'a login, a name or the code of a department'],
      note: ['<text>', 'a note'],
      id: MOVE_ID,
    },
    examples: [['gishe tasks delegate a1b2c3 --to tsu1', 'to somebody of the directorate']],
  },
  'tasks return': {
    ...bare,
    does: 'Give a task back to whoever gave it, with a reason',
    args: { task: TASK },
    options: { reason: ['<reason>', 'why it goes back'], id: MOVE_ID },
    examples: [['gishe tasks return a1b2c3 --reason "not my district"', 'to whoever gave it']],
  },
  'tasks reassign': {
    ...bare,
    does: 'Give a task to another person or department; its last day stays',
    args: { task: TASK },
    options: {
      to: ['<who>', 'a login, a name or the code of a department'],
      reason: ['<reason>', 'why'],
      id: MOVE_ID,
    },
    examples: [['gishe tasks reassign a1b2c3 --to property', 'to another department']],
  },
  'tasks term': {
    ...bare,
    does: 'Set another last day for a task, with a reason',
    args: { task: TASK },
    options: { due: ['<day>', 'the new last day'], reason: ['<reason>', 'why'], id: MOVE_ID },
    examples: [
      ['gishe tasks term a1b2c3 --due 2026-11-30 --reason "an inspection is awaited"', 'until 30 November'],
    ],
  },
  'tasks end': {
    ...bare,
    does: 'End a task with its result',
    more: 'Of a phase of a technology card the next phases begin. What is late ends only with the reason for the delay.',
    args: { task: TASK },
    options: {
      result: ['<text>', 'what was done'],
      outcome: ['<outcome>', 'done (preset), not-done, cancelled'],
      next: ['<outcome>', 'of a phase: which of the outcomes of the card'],
      ...LATE,
    },
    examples: [
      ['gishe tasks end a1b2c3 --result "The certificate is prepared"', 'done'],
      ['gishe tasks end a1b2c3 --result "Ready" --late-reason overload', 'late'],
    ],
  },
  'tasks opinion': {
    ...bare,
    does: 'Give an opinion on a document; the task that asks for it ends with it',
    more: 'It counts until the document changes.',
    args: { task: ['[task]', 'the task that asks for it'] },
    options: {
      value: ['<opinion>', 'agree, disagree, terminate, rework'],
      note: ['<text>', 'why; only agree may do without'],
      document: ['<number>', 'the document, where it is not that of the task'],
      ...LATE,
      id: MOVE_ID,
    },
    examples: [
      ['gishe tasks opinion a1b2c3 --value agree', 'I agree'],
      [
        'gishe tasks opinion --document 1-17-22.11.2026 --value rework --note "no signature"',
        'to be reworked',
      ],
    ],
  },
}
