import type { ControlCommands } from '../../bg/commands/control.ts'
import { bare } from '../command-text.ts'

const UNIT = ['<code>', 'only this unit with all under it (codes: “gishe departments tree”)'] as const
const WEEK = ['<day>', 'the week (from Monday) of this day; this week by default'] as const
const OUTPUT = {
  csv: ['', 'CSV (RFC 4180, UTF-8)'],
  pdf: ['<file>', 'writes a PDF (A4)'],
  print: ['', 'prints on the printer of the desk'],
} as const

export const controlCommands: ControlCommands = {
  'control board': {
    ...bare,
    does: 'Show the board of the terms: overdue, due today, in 3 and in 7 working days',
    more: 'Each unit with all that is under it; tasks and requests apart. The secretary, the registry and the auditor see the whole town, a head the own directorate or department, an officer the own department. A term that stands still is not late.',
    options: {
      department: UNIT,
      'overdue-only': ['', 'only units that have something overdue'],
      'fail-if-overdue': ['', 'exit code 1 where anything is overdue (for a morning check by cron)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control board', 'the terms now'],
      ['gishe control board --department tsu --pdf board.pdf', 'one directorate, on a sheet'],
      ['gishe control board --json --fail-if-overdue', 'every morning by cron'],
    ],
  },
  'control list': {
    ...bare,
    does: 'Show what stands behind a number of the board',
    more: 'What is due first comes first.',
    options: {
      what: ['<what>', 'tasks (by default) or requests'],
      near: ['<when>', 'overdue, today, soon (in 3 working days), week (in 7), later or still (stopped)'],
      department: UNIT,
      limit: ['<number>', 'at most so many (50 by default)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control list --near overdue', 'overdue tasks'],
      ['gishe control list --what requests --near today --department tsu', 'requests due today'],
    ],
  },
  'control review': {
    ...bare,
    does: 'Show the tasks of the weekly review, or write the verdict on one',
    more: 'The review follows art. 113–118 of the ordinance on the exchange of documents. A task is told by the number of its case or by its own id (of --json). Verdicts are no_problems, lack_of_resources, outside_problem, impossible and sent_back; a problem wants a note. Reviewing again adds a record, and the last one counts.',
    args: { task: ['[task]', 'number of a case or id of a task; the list without it'] },
    options: {
      verdict: ['<verdict>', 'no_problems by default'],
      note: ['<note>', 'what the problem is'],
      status: ['<status>', 'done, not_done or under_way; as it stands by default'],
      week: WEEK,
      department: UNIT,
      unreviewed: ['', 'only those not reviewed'],
      id: ['<id>', 'id of the record: sent twice, it is written once'],
    },
    examples: [
      ['gishe control review --unreviewed', 'what is left to review'],
      ['gishe control review ЗВ-1-00012', 'no problems'],
      [
        'gishe control review ЗВ-1-00012 --verdict outside_problem --note "the cadastre has not answered"',
        'a problem with a note',
      ],
    ],
  },
  'control protocol': {
    ...bare,
    does: 'Show the protocol of the weekly review',
    more: 'What was not reviewed stands first. The sheet has a place for the signature.',
    options: { week: WEEK, department: UNIT, ...OUTPUT },
    examples: [
      ['gishe control protocol --pdf protocol.pdf', 'of this week'],
      ['gishe control protocol --week 2026-11-16 --print', 'of an earlier week, on the printer'],
    ],
  },
  'control head': {
    ...bare,
    does: 'Show the page for the head',
    more: 'On one sheet: the board of today, the services of the month in the term and late, what was late with the reasons, and the five oldest tasks.',
    options: { department: UNIT, ...OUTPUT },
    examples: [['gishe control head --pdf head.pdf', 'one sheet']],
  },
  'control report': {
    ...bare,
    does: 'Make a report of the registry for a period',
    more: 'Reports are requests (services that ended, in the term or not, with the median of days), documents (documents registered), late (what ended late, with the reasons), reasons (reasons for delay) and workload (workload by person). Without a period it is this month. A day is written 2026-11-22, 22.11.2026, today or yesterday; a month 2026-11, 11.2026, this or last.',
    args: { name: ['<report>', 'requests, documents, late, reasons or workload'] },
    options: {
      by: [
        '<dimension>',
        'requests: service, kind, department, channel, speed, outcome, month; documents: day, month, kind, register, channel, department; reasons: reason, department',
      ],
      department: UNIT,
      day: ['[day]', 'one day'],
      week: ['[day]', 'the week (from Monday) of this day'],
      month: ['[month]', 'one month'],
      quarter: ['[quarter]', 'one quarter'],
      year: ['[year]', 'one year'],
      from: ['<day>', 'first day'],
      to: ['<day>', 'last day, inclusive (today by default)'],
      ...OUTPUT,
    },
    examples: [
      ['gishe control report requests --month --by department', 'services in the term by unit'],
      ['gishe control report late --month last --pdf late.pdf', 'what was late, with the reasons'],
      ['gishe control report documents --year 2026 --by month --csv', 'for a spreadsheet'],
    ],
  },
}
