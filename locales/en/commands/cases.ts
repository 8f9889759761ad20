import type { CasesCommands } from '../../bg/commands/cases.ts'
import { bare, CSV } from '../command-text.ts'

const CASE = ['<case>', 'its number, URI or the number of a document in it; a bar code will do'] as const

export const casesCommands: CasesCommands = {
  'cases list': {
    ...bare,
    does: 'List the cases that are yours to see: the latest first',
    args: { text: ['[text...]', 'a number, a personal number, an EIK, or words of a document in it'] },
    options: {
      state: ['<which>', 'open, closed, restricted (confidential)'],
      department: ['<code>', 'of this department'],
      index: ['<index>', 'with this index of the nomenclature'],
      from: ['<day>', 'opened from this day'],
      to: ['<day>', 'opened until this day'],
      limit: ['<count>', 'at most so many (50)'],
      after: ['<case>', 'after this one: the next page'],
      csv: CSV,
    },
    examples: [
      ['gishe cases list --state open --department tsu', 'the open ones of the department'],
      ['gishe cases list скица Райково', 'by words'],
    ],
  },
  'cases show': {
    ...bare,
    does: 'Show a case: sections, requests, tasks, people, history',
    more: 'Each look is in the logbook.',
    args: { case: CASE },
    examples: [['gishe cases show 1-17-22.11.2026', 'the whole case']],
  },
  'cases file': {
    ...bare,
    does: 'Put a document into a case, or into another section of it',
    more: 'What is taken out of the official section goes into the control one, with a reason, and stays there.',
    args: { case: CASE, document: ['<document>', 'number of the document'] },
    options: {
      section: ['<section>', 'internal (preset), official, control'],
      note: ['<text>', 'a note; needed for control'],
    },
    examples: [
      ['gishe cases file 1-17-22.11.2026 1-23-23.11.2026', 'into the internal section'],
      [
        'gishe cases file 1-17-22.11.2026 1-19-22.11.2026 --section control --note "by mistake"',
        'out of the official one',
      ],
    ],
  },
  'cases link': {
    ...bare,
    does: 'Link two cases',
    args: { case: CASE, other: ['<other>', 'number of the other one'] },
    options: { note: ['<text>', 'how they belong together'] },
    examples: [
      ['gishe cases link 1-17-22.11.2026 1-4-03.02.2026 --note "the same property"', 'each shows the other'],
    ],
  },
  'cases share': {
    ...bare,
    does: 'Give a person or a department access to a case',
    args: { case: CASE },
    options: { with: ['<who>', 'a login, a name or the code of a department'] },
    examples: [['gishe cases share 1-17-22.11.2026 --with property', 'with the whole department']],
  },
  'cases restrict': {
    ...bare,
    does: 'Make a case confidential: only named people see it',
    args: { case: CASE },
    options: { reason: ['<reason>', 'why'], with: ['<who>', 'who sees it; may be repeated'] },
    examples: [
      ['gishe cases restrict 1-17-22.11.2026 --reason "data of a child" --with grao1', 'confidential'],
    ],
  },
  'cases close': {
    ...bare,
    does: 'Close a case with its term of keeping',
    more: 'The term runs from 1 January of the next year. A case with work under way is not closed.',
    args: { case: CASE },
    options: {
      index: ['<index>', 'of the nomenclature, where it is not the one it was opened with'],
      note: ['<text>', 'a note'],
      id: ['<UUID>', "the script's id of the closing: sending it again is safe"],
    },
    examples: [['gishe cases close 1-17-22.11.2026 --index 02-03', 'closed']],
  },
  'cases reopen': {
    ...bare,
    does: 'Reopen a closed case, with the ground for it',
    args: { case: CASE },
    options: { reason: ['<ground>', 'on what ground'] },
    examples: [['gishe cases reopen 1-17-22.11.2026 --reason "a new request"', 'worked on again']],
  },
  'cases status': {
    ...bare,
    does: 'Tell how a case stands by its number and access code, without personal data',
    args: { number: ['<number>', 'the number on the slip'] },
    options: { code: ['<code>', 'the access code on the slip'] },
    examples: [['gishe cases status 1-17-22.11.2026 --code ABCDE-FGHJK', 'for the citizen']],
  },
}
