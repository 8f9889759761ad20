import type { CalendarCommands } from '../../bg/commands/calendar.ts'
import { bare } from '../command-text.ts'

export const calendarCommands: CalendarCommands = {
  'calendar list': {
    ...bare,
    does: 'Show the days off of a year and how many working days it has',
    more: 'The days of the Labour Code (art. 154) are known of any year; days by order of the Council of Ministers are entered by the administrator with "calendar set".',
    args: { year: ['[year]', 'which year (this one unless given)'] },
    examples: [
      ['gishe calendar list', 'this year'],
      ['gishe calendar list 2027 --json', 'for programs, with the source of each day'],
    ],
  },
  'calendar set': {
    ...bare,
    does: 'Declare a day off or a working day by order of the Council of Ministers',
    more: 'The order is its basis and stays on record (Labour Code, art. 154 (3)). Terms that begin after that are counted by the new calendar.',
    args: { day: ['<day>', '2026-12-31 or 31.12.2026'] },
    options: {
      off: ['', 'the day is off'],
      working: ['', 'the day is worked'],
      order: ['<order>', 'the order with number and date: «РМС 812/19.11.2025»'],
      name: ['<name>', 'what the day is called'],
      source: ['<source>', 'where it was published: address or number of the State Gazette'],
    },
    examples: [
      ['gishe calendar set 2026-12-31 --off --order "РМС 812/20.11.2026" --user admin', 'a day off'],
      [
        'gishe calendar set 2026-12-12 --working --order "РМС 812/20.11.2026" --user admin',
        'a worked Saturday',
      ],
    ],
  },
  'calendar move-due': {
    ...bare,
    does: 'Move the last day of requests off a day that became a day off, to the next working day',
    more: 'Only the last day by law is moved (Civil Procedure Code, art. 60); terms of tasks within the office stay. Each request leaves a line in the logbook. Done again, it does nothing.',
    args: { day: ['<day>', 'the day that was set off'] },
    examples: [['gishe calendar move-due 2026-12-31 --user admin', 'after "calendar set"']],
  },
  'calendar hours': {
    ...bare,
    does: 'Show or set the working hours of the offices',
    more: 'What comes by post or wire after them runs from the next working day. Each program goes by new hours from its next sign-in.',
    options: {
      from: ['<time>', 'begin, for example 08:30'],
      until: ['<time>', 'end, for example 17:30'],
    },
    examples: [
      ['gishe calendar hours', 'as they are'],
      ['gishe calendar hours --from 08:30 --until 17:30 --user admin', 'sets them'],
    ],
  },
  'calendar due': {
    ...bare,
    does: 'Say when a term ends and why, on one line',
    more: 'Nothing is written. The term is one of "calendar rules" (--rule) or what you say (--term). With --time the day is that of an arrival: what comes after hours runs from the next working day (Administrative Procedure Code, art. 29 (6)).',
    options: {
      from: ['<day>', 'from which day: arrival, notice, decision'],
      time: ['<time>', 'at what time it arrived'],
      rule: ['<term>', 'a term of "calendar rules"'],
      term: ['<number>', 'how many days, weeks, months or hours'],
      unit: ['<unit>', 'calendar_days (unless given), working_days, weeks, months or hours'],
      article: ['<article>', 'the ground of the term, for the explanation'],
      suspended: ['<day>', 'suspended on this day'],
      resumed: ['<day>', 'resumed on this day'],
      fixed: ['<day>', 'the irregularity was mended: the term runs anew'],
      forwarded: ['<day>', 'it reached the competent body: the term runs anew'],
    },
    examples: [
      ['gishe calendar due --from 2026-11-22 --rule act-certificate', 'a certificate asked for on a Sunday'],
      ['gishe calendar due --from 2026-11-20 --time 18:30 --term 14', 'by e-mail on a Friday evening'],
      [
        'gishe calendar due --from 2026-11-02 --term 14 --suspended 2026-11-05 --resumed 2026-11-10',
        'with a suspension',
      ],
    ],
  },
  'calendar rules': {
    ...bare,
    does: 'Show the terms of the law with their articles and by how much they are extended',
    examples: [['gishe calendar rules', 'all terms']],
  },
}
