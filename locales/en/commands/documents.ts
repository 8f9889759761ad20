import type { DocumentsCommands } from '../../bg/commands/documents.ts'
import { bare, CSV } from '../command-text.ts'

const NUMBER = ['<number>', 'number or URI of the document'] as const
const ID = ['<UUID>', 'id of the call by the script: sending it again is harmless'] as const

export const documentsCommands: DocumentsCommands = {
  'documents register': {
    ...bare,
    does: 'Register a document and show its number, case and access code',
    more: 'Without --direction it is incoming. What answers a document goes into its case; others open their own.',
    args: { subject: ['<subject...>', 'what it is about, in a few words'] },
    options: {
      direction: ['<direction>', 'incoming, outgoing or internal'],
      kind: ['<kind>', 'code or name of the kind (letter unless told otherwise)'],
      from: ['<who>', 'sender: personal or company number, name or id of the register; several times'],
      to: ['<who>', 'recipient, likewise; several times'],
      channel: [
        '<way>',
        'desk, mayoralty, post, email, portal or ssev (incoming: desk unless told otherwise)',
      ],
      received: ['<day>', 'when it came, where that is not now; with an hour too: "2026-11-21 16:40"'],
      day: ['<day>', 'the day of signing of an outgoing or internal document'],
      sheets: ['<count>', 'sheets'],
      attachments: ['<count>', 'attachments'],
      note: ['<text>', 'what the attachments are'],
      'foreign-number': ['<number>', "the sender's number; the URI of another body is kept"],
      'foreign-day': ['<day>', "the sender's day"],
      answers: ['<number>', 'which document it answers'],
      case: ['<number>', 'into the case of which document it goes'],
      nomenclature: ['<index>', 'in the nomenclature of cases, where the kind does not tell'],
      department: ['<code>', 'the department that it is for'],
      register: ['<index>', 'another register'],
      file: ['<file>', 'attach a file; several times'],
      slip: ['', 'print a confirmation for the sender'],
      label: ['', 'print a label for the document'],
      id: ID,
    },
    examples: [
      [
        'gishe documents register "Скица на имот в Райково" --kind application --from "Асен Кехайов" --sheets 2 --slip',
        'incoming at a desk, with a confirmation',
      ],
      [
        'gishe documents register "Изпращане на скица" --direction outgoing --kind reply --to "Асен Кехайов" --answers П-1-00012',
        'a reply in the same case',
      ],
      ['gishe documents register "Докладна за ремонт" --direction internal --kind memo', 'internal'],
    ],
  },
  'documents find': {
    ...bare,
    does: 'Find documents by number, person or words',
    more: "Words in any order and form. A number may be a sequence, a URI, the sender's own, a personal or a company number.",
    args: { text: ['[text...]', 'number, person or words; without it the newest'] },
    options: {
      direction: ['<direction>', 'incoming, outgoing or internal'],
      kind: ['<kind>', 'code or name of the kind'],
      register: ['<index>', 'register'],
      department: ['<code>', 'the department it is for, or the mayoralty that took it in'],
      channel: ['<way>', 'desk, mayoralty, post, email, portal or ssev'],
      party: ['<who>', 'only of this person or organisation'],
      from: ['<day>', 'from this day on'],
      to: ['<day>', 'until this day'],
      limit: ['<count>', 'at most so many (50 unless told otherwise)'],
      csv: CSV,
    },
    examples: [
      ['gishe documents find скица райково', 'by words'],
      ['gishe documents find П-1-00012', 'by number'],
      ['gishe documents find --direction outgoing --from 2026-11-01', 'what went out this month'],
    ],
  },
  'documents show': {
    ...bare,
    does: 'Show all of a document: record, corrections, files, sendings',
    args: { number: NUMBER },
    examples: [['gishe documents show П-1-00012', 'by number']],
  },
  'documents correct': {
    ...bare,
    does: 'Correct the record of a document; its number and day are never corrected',
    more: 'A correction is a record of its own with author and reason; what was there before stays to be seen.',
    args: { number: NUMBER },
    options: {
      field: [
        '<field>',
        'subject, kind, correspondents, channel, received_at, sheets, attachments, foreign_number or foreign_day',
      ],
      to: ['<value>', 'what is right; people several times'],
      reason: ['<reason>', 'why, in words'],
      id: ID,
    },
    examples: [
      [
        'gishe documents correct П-1-00012 --field subject --to "Скица на имот в Устово" --reason "грешно селище"',
        'another subject',
      ],
    ],
  },
  'documents annul': {
    ...bare,
    does: 'Annul a document that was registered by mistake; its number stays',
    args: { number: NUMBER },
    options: { reason: ['<reason>', 'why, in words'], id: ID },
    examples: [['gishe documents annul П-1-00012 --reason "въведен два пъти"', 'it stays with its number']],
  },
  'documents attach': {
    ...bare,
    does: 'Attach a file to a document',
    more: 'PDF, TIFF, JPEG, PNG, signed files, texts and sheets are taken, up to 100 MB. Equal files are kept once.',
    args: { number: NUMBER, file: ['<file>', 'path of the file'] },
    options: {
      name: ['<name>', 'what to call it'],
      role: ['<role>', 'scan, attachment, draft or result (attachment unless told otherwise)'],
      attested: ['', 'the image matches the paper'],
    },
    examples: [['gishe documents attach П-1-00012 scan.pdf --role scan --attested', 'an attested scan']],
  },
  'documents file': {
    ...bare,
    does: 'Write an attached file to the disk, after checking that nobody changed it',
    args: { number: NUMBER, file: ['[file]', 'ordinal or name of the file (1 unless told otherwise)'] },
    options: { out: ['<path>', 'where to write it; without it only where it lies is told'] },
    examples: [['gishe documents file П-1-00012 1 --out scan.pdf', 'the first file']],
  },
  'documents slip': {
    ...bare,
    does: 'Print the confirmation of receipt or the label; once printed, as a duplicate',
    args: { number: NUMBER },
    options: { label: ['', 'the label, not the confirmation'] },
    examples: [['gishe documents slip П-1-00012 --desk 3', 'on the printer of desk 3']],
  },
  'documents confirm': {
    ...bare,
    does: 'Show the confirmation of receipt or write it on A4',
    args: { number: NUMBER },
    options: { pdf: ['<file>', 'PDF file'] },
    examples: [['gishe documents confirm П-1-00012 --pdf confirmation.pdf', 'to be sent by e-mail']],
  },
  'documents send': {
    ...bare,
    does: 'Write down that an outgoing document was sent',
    args: { number: NUMBER },
    options: {
      way: ['<way>', 'desk, mayoralty, post, email or ssev'],
      to: ['<where>', 'address, e-mail or profile'],
      reference: ['<number>', 'number of the letter or message'],
      id: ID,
    },
    examples: [
      [
        'gishe documents send О-1-00013 --way post --to "ул. Първа 5, Смолян" --reference "R PS 4700 0123 4X"',
        'a registered letter',
      ],
    ],
  },
  'documents delivered': {
    ...bare,
    does: 'Write down when what was sent arrived and what proves it',
    args: { number: NUMBER },
    options: {
      on: ['<day>', 'when it arrived (today unless told otherwise)'],
      proof: ['<proof>', 'return receipt, download, notice'],
    },
    examples: [
      ['gishe documents delivered О-1-00013 --on 2026-11-20 --proof "обратна разписка"', 'it arrived'],
    ],
  },
}
