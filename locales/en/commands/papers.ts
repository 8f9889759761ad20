import type { PapersCommands } from '../../bg/commands/papers.ts'
import { bare, CSV } from '../command-text.ts'

const DOCUMENT = ['<document>', 'number of the document; a bar code will do'] as const

export const papersCommands: PapersCommands = {
  'papers hand': {
    ...bare,
    does: 'Hand a paper to a person, to a department or out of the house',
    more: 'A hand-over has two sides: until it is taken the paper is on the way.',
    args: { document: DOCUMENT },
    options: {
      to: ['<who>', 'a login, a name or the code of a department'],
      outside: ['<name>', 'to whom out of the house'],
      identity: ['<document>', 'how they showed who they are'],
      'back-by': ['<day>', 'until when it comes back'],
      note: ['<text>', 'a note'],
      id: ['<UUID>', "the script's id of the hand-over: sending it again is safe"],
    },
    examples: [
      ['gishe papers hand 1-17-22.11.2026 --to grao1', 'to a colleague'],
      [
        'gishe papers hand 1-17-22.11.2026 --outside "адв. Петров" --identity "card 1234" --back-by 2026-11-30',
        'out of the house',
      ],
    ],
  },
  'papers take': {
    ...bare,
    does: 'Take a paper that was handed to you or to your department; also what comes back',
    args: { document: DOCUMENT },
    examples: [['gishe papers take 1-17-22.11.2026', 'it is with me now']],
  },
  'papers where': {
    ...bare,
    does: 'Tell where a paper is: with whom since when, or on the way to whom',
    args: { document: DOCUMENT },
    examples: [['gishe papers where 1-17-22.11.2026', 'one line; with --json the whole way of it too']],
  },
  'papers list': {
    ...bare,
    does: 'List the papers that wait for you to take them',
    options: {
      box: [
        '<which>',
        'to-take (preset), given (by me, not taken yet), outside (out of the house), held (with me)',
      ],
      csv: CSV,
    },
    examples: [
      ['gishe papers list', 'what I have to take'],
      ['gishe papers list --box outside', 'what is out of the house'],
    ],
  },
}
