import type { SatisfactionCommands } from '../../bg/commands/satisfaction.ts'

const CSV = ['', 'CSV (RFC 4180, UTF-8)'] as const

export const satisfactionCommands: SatisfactionCommands = {
  satisfaction: {
    does: 'Shows the satisfaction of citizens from the faces in the halls',
    more: 'One question is shown: another wording is another question, and answers are not added up. Without --question it is the one that most places ask now. Without a period it is this month. Under 30 answers are “too few”. Halls and devices are compared only where intervals do not overlap. Response is of the days on which the question was asked; payments and requests of the people of a department count for the nearest hall above it, those of people without one for the service centre.',
    args: {},
    options: {
      by: [
        '<view>',
        'all (every measure, the default), hall, kiosk, hour, weekday, week, heat (hour by day of the week) or reason',
      ],
      measure: ['<what>', 'for heat: index (the default) or count (answers)'],
      question: ['<number>', 'which question (numbers: “gishe satisfaction questions”)'],
      hall: ['<code>', 'only this hall with all under it'],
      kiosk: ['<number>', 'only this device'],
      day: ['[day]', 'one day'],
      week: ['[day]', 'the week (from Monday) that the day lies in'],
      month: ['[month]', 'one month'],
      quarter: ['[quarter]', 'one quarter'],
      year: ['[year]', 'one year'],
      from: ['<day>', 'first day'],
      to: ['<day>', 'last day, included (today if not given)'],
      csv: CSV,
      pdf: ['<file>', 'writes a PDF (A4)'],
    },
    examples: [
      ['gishe satisfaction', 'this month, with the formulas'],
      ['gishe satisfaction --year --by heat', 'when it is bad and when it is good'],
      ['gishe satisfaction --quarter --by hall', 'the halls beside each other'],
      ['gishe satisfaction --year 2026 --by week --xlsx weeks.xlsx', 'for a spreadsheet'],
    ],
  },
  'satisfaction questions': {
    does: 'Lists every question with its number and the days on which it was asked',
    more: '',
    args: {},
    options: { csv: CSV },
    examples: [['gishe satisfaction questions', 'for --question']],
  },
  'satisfaction methods': {
    does: 'Shows the eleven methods of art. 24 of the Ordinance on Administrative Services in a year: which were carried out and which were not',
    more: 'Without --year it is the year whose report is next: until 1 April the one before, then this one.',
    args: {},
    options: { year: ['<year>', 'which year'], csv: CSV },
    examples: [['gishe satisfaction methods --year 2026', 'what the report still lacks']],
  },
  'satisfaction note': {
    does: 'Notes how a method of art. 24 of the Ordinance on Administrative Services was carried out, or why it was not',
    more: 'The newest note holds; earlier ones stay on record. Of the same answer (carried out or not) words that are not said anew stay. What was carried out needs --conduct and --findings, what was not --why.',
    args: {},
    options: {
      year: ['<year>', 'of which year'],
      method: ['<number>', 'which method, 1 to 11 (numbers: “gishe satisfaction methods”)'],
      'carried-out': ['', 'it was carried out'],
      conduct: ['<text>', 'how, with how many people'],
      findings: ['<text>', 'what was found'],
      measures: ['<text>', 'what was decided and what was done'],
      'not-carried-out': ['', 'it was not carried out'],
      why: ['<text>', 'why it was not'],
    },
    examples: [
      [
        'gishe satisfaction note --year 2026 --method 2 --carried-out --conduct "two meetings with 14 of the staff" --findings "people wait at counter 3" --measures "a second counter until noon"',
        'carried out, with the measures',
      ],
      [
        'gishe satisfaction note --year 2026 --method 8 --not-carried-out --why "no money was set aside"',
        'not carried out',
      ],
    ],
  },
  'satisfaction report': {
    does: 'Makes the yearly report on satisfaction of art. 24(8) of the Ordinance on Administrative Services',
    more: 'The format is by the ending of the file: .pdf (A4) or .md (Markdown, for the website). Without --out the report is shown as Markdown. Without --year it is the year whose report is next.',
    args: {},
    options: { year: ['<year>', 'which year'], out: ['<file>', 'writes into this file, .pdf or .md'] },
    examples: [
      ['gishe satisfaction report --year 2026 --out report-2026.pdf', 'to be signed and kept'],
      ['gishe satisfaction report --year 2026 --out report-2026.md', 'for the website'],
    ],
  },
}
