import type { PartiesCommands } from '../../bg/commands/parties.ts'
import { bare, CSV } from '../command-text.ts'

export const partiesCommands: PartiesCommands = {
  'parties find': {
    ...bare,
    does: 'Find people and organisations by number or by pieces of the name',
    more: 'Each word is the beginning of a word of the name, in any order. At most 50 are shown.',
    args: { text: ['<text...>', 'a personal number, an EIK or pieces of a name'] },
    options: { csv: CSV },
    examples: [
      ['gishe parties find ив петр', 'by beginnings of words'],
      ['gishe parties find 000133901', 'by EIK'],
    ],
  },
  'parties show': {
    ...bare,
    does: 'Show all that is written of somebody',
    args: { who: ['<who...>', 'a number, a name that only one has, or the id in the register'] },
    examples: [['gishe parties show "Асен Кехайов"', 'by name']],
  },
  'parties add': {
    ...bare,
    does: 'Write a person or an organisation into the register',
    options: {
      name: ['<name>', 'the name'],
      identifier: ['<number>', 'personal number or EIK'],
      kind: ['<kind>', 'person or organisation (by the number unless given)'],
      settlement: ['<place>', 'settlement: its name or EKATTE code'],
      address: ['<address>', 'street, number, flat'],
      phone: ['<phone>', 'telephone'],
      email: ['<email>', 'e-mail'],
      another: ['', 'it is somebody else, though a record is near'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      [
        'gishe parties add --name "Ана Петкова" --settlement Смолян --address "ул. Първа 1"',
        'without a number',
      ],
      ['gishe parties add --name "Пример ООД" --identifier 990001104', 'with an EIK'],
    ],
  },
  'parties change': {
    ...bare,
    does: 'Change what is written of somebody',
    more: 'What is not given stays; an empty text takes it away.',
    args: { who: ['<who...>', 'a number, a name that only one has, or the id in the register'] },
    options: {
      name: ['<name>', 'the name'],
      identifier: ['<number>', 'personal number or EIK'],
      kind: ['<kind>', 'person or organisation'],
      settlement: ['<place>', 'settlement: its name or EKATTE code'],
      address: ['<address>', 'street, number, flat'],
      phone: ['<phone>', 'telephone'],
      email: ['<email>', 'e-mail'],
    },
    examples: [
      ['gishe parties change "Асен Кехайов" --phone "0888 000 199" --email ""', 'a new telephone, no e-mail'],
    ],
  },
  'parties duplicates': {
    ...bare,
    does: 'Show records that may be of one and the same, with the reasons',
    more: 'Number, name (order, one letter wrong, an initial, the other alphabet), address, telephone, e-mail and day of birth are compared. Nothing is merged by itself.',
    args: { who: ['[who...]', 'only what is near this record; without it the whole register'] },
    options: {
      least: ['<0–100>', 'only those at least so sure (60 unless given)'],
      limit: ['<count>', 'at most so many (100 unless given)'],
    },
    examples: [
      ['gishe parties duplicates', 'in the whole register, the surest first'],
      ['gishe parties duplicates "Асен Кехайов"', 'what is near one record'],
    ],
  },
  'parties merge': {
    ...bare,
    does: 'Make two records of one and the same somebody one',
    more: 'The first stays as it is and leads to the second; documents, bills and payments keep what they say. parties separate takes it back while nothing was written after it.',
    args: { who: ['<who...>', 'a number, a name that only one has, or the id in the register'] },
    options: {
      into: ['<who>', 'the record that stays: with the number and the whole name'],
      reason: ['<reason>', 'why they are one'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      ['gishe parties merge "Асен Кехайов" --into 6101057509 --reason "лична карта"', 'the second stays'],
    ],
  },
  'parties separate': {
    ...bare,
    does: 'Part merged records, where nothing was written to them since',
    args: { record: ['<id>', 'the id in the register of the record that was merged'] },
    options: {
      reason: ['<reason>', 'why they are two'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      [
        'gishe parties separate 0199f2c4-7a51-7b7e-9d30-5c2f6f1d8a10 --reason "баща и син"',
        'both are two again',
      ],
    ],
  },
  'parties dossier': {
    ...bare,
    does: 'Show the dossier: documents, requests, bills and payments of somebody',
    more: 'Every look is in the logbook.',
    args: { who: ['<who...>', 'a number, a name that only one has, or the id in the register'] },
    examples: [['gishe parties dossier 6101057509', 'all that you may see']],
  },
  'parties looks': {
    ...bare,
    does: 'Show who looked at the record or the dossier of somebody',
    args: { who: ['<who...>', 'a number, a name that only one has, or the id in the register'] },
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe parties looks 6101057509', 'for heads and auditors']],
  },
}
