import type { RequestsCommands } from '../../bg/commands/requests.ts'
import { bare, CSV } from '../command-text.ts'

const NUMBER = ['<number>', 'number of the request, of its bill, or the URI'] as const
const ID = ['<UUID>', 'id from the script: sending it again is safe'] as const
const NEW_ID = ['<UUID>', 'id of the new document: sending it again is safe'] as const
const DOCUMENT = ['<number>', 'a document of the case; else a new outgoing one is made'] as const
const KIND = ['<code>', 'kind of the new document'] as const
const SUBJECT = ['<text>', 'subject of the new document'] as const
const LATE = [
  '<reason>',
  'why it is after its term: overload, staff_absent, other_body, applicant, technical, complex, other',
] as const
const LATE_NOTE = ['<text>', 'the reason in words; needed with other'] as const

export const requestsCommands: RequestsCommands = {
  'requests register': {
    does: 'Register a request for a service: number, case, bill for the cash desk, term, first phase and slip',
    more: 'Documents that are always needed count as brought, the others as not needed, unless told otherwise. What the office finds itself is never asked.',
    args: { service: ['<service>', 'a service: [quantity*]code[:speed][=amount]'] },
    options: {
      applicant: ['<who>', 'applicant: «ЕГН», «ЛНЧ», «ЕИК», name or id of the register'],
      representative: ['<who>', 'who asks for the applicant'],
      ground: ['<text>', 'on what ground: number and day of a power of attorney, a law'],
      channel: ['<how>', 'desk, mayoralty, post, email, portal or ssev (default: desk)'],
      received: ['<when>', 'when it came: “22.11.2026 16:40” (default: now)'],
      brought: ['<code>', 'a document of the card that was brought; may be repeated'],
      missing: ['<code>', 'a document that is missing; may be repeated'],
      'not-needed': ['<code>', 'a document that is not needed; may be repeated'],
      delivery: ['<how>', 'how the result is taken: desk, mayoralty, post, email or ssev (default: desk)'],
      'deliver-to': ['<address>', 'where; default: the address of the register'],
      amount: ['<amount>', 'the fee, where a tariff decides'],
      subject: ['<text>', 'what it is about, where the name of the service is not enough'],
      sheets: ['<number>', 'sheets'],
      attachments: ['<number>', 'attachments'],
      'foreign-number': ['<number>', 'number of the sender'],
      'without-slip': ['', 'no slip on the printer'],
      id: ID,
    },
    examples: [
      ['gishe requests register 2016 --applicant "Мария Чаушева" --desk 3', 'at the desk, with a slip'],
      [
        'gishe requests register 2027:fast=30,68 --applicant 990001103 --channel post --received "20.11.2026 10:00" --delivery post',
        'by post, with a fee by tariff',
      ],
    ],
  },
  'requests list': {
    ...bare,
    does: 'Show requests by their last day',
    options: {
      which: ['<which>', 'open (under way), overdue, ready (to be handed out), ended, all'],
      service: ['<code>', 'of one service'],
      department: ['<code>', 'of one department'],
      applicant: ['<who>', 'of one person'],
      due: ['<day>', 'due by this day'],
      csv: CSV,
    },
    examples: [
      ['gishe requests list --which overdue', 'those that are late'],
      ['gishe requests list --which ready', 'ready and not handed out'],
    ],
  },
  'requests show': {
    ...bare,
    does: 'Show a request: its last day and why, fee, checklist, phases, what happened',
    args: { number: NUMBER },
    examples: [['gishe requests show ЗВ-1-00012', 'by number']],
  },
  'requests slip': {
    ...bare,
    does: 'Show the confirmation of receipt, or write it on A4',
    args: { number: NUMBER },
    options: { pdf: ['<file>', 'PDF on A4'] },
    examples: [['gishe requests slip ЗВ-1-00012 --pdf confirmation.pdf', 'to be sent by e-mail']],
  },
  'requests irregular': {
    ...bare,
    does: 'Tell an irregularity by an outgoing document; the term stops',
    args: { number: NUMBER },
    options: {
      what: ['<text>', 'what is missing or wrong'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      id: ID,
    },
    examples: [
      ['gishe requests irregular ЗВ-1-00012 --what "липсва пълномощно"', 'the applicant has 3 days'],
    ],
  },
  'requests delivered': {
    ...bare,
    does: 'Note when the notice of an irregularity arrived; the three days run from then',
    args: { number: NUMBER },
    options: {
      on: ['<day>', 'when (default: today)'],
      proof: ['<text>', 'what proves it: receipt of the letter, downloaded on'],
      id: ID,
    },
    examples: [
      ['gishe requests delivered ЗВ-1-00012 --on 20.11.2026 --proof "обратна разписка"', '3 days from then'],
    ],
  },
  'requests mend': {
    ...bare,
    does: 'Note that the irregularities are mended; the term runs anew',
    args: { number: NUMBER },
    options: {
      what: ['<text>', 'what was brought'],
      document: ['<number>', 'the document by which it came'],
      id: ID,
    },
    examples: [['gishe requests mend ЗВ-1-00012 --what "пълномощно № 112/2026"', 'the term runs anew']],
  },
  'requests suspend': {
    ...bare,
    does: 'Suspend the proceedings on a ground of the law',
    args: { number: NUMBER },
    options: { reason: ['<text>', 'the ground'], document: DOCUMENT, kind: KIND, subject: SUBJECT, id: ID },
    examples: [
      [
        'gishe requests suspend ЗВ-1-00012 --reason "чл. 54, ал. 1, т. 5 АПК: преюдициален спор"',
        'the term stands still',
      ],
    ],
  },
  'requests resume': {
    ...bare,
    does: 'Let suspended proceedings go on; the rest of the term runs',
    args: { number: NUMBER },
    options: { reason: ['<text>', 'why'], id: ID },
    examples: [['gishe requests resume ЗВ-1-00012 --reason "спорът приключи"', 'the rest runs on']],
  },
  'requests extend': {
    ...bare,
    does: 'Give more time as far as the law lets it, by a document to the applicant',
    args: { number: NUMBER },
    options: {
      days: ['<number>', 'calendar days'],
      reason: ['<text>', 'why'],
      article: ['<text>', 'ground (default: «чл. 57, ал. 7 АПК»)'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      id: ID,
    },
    examples: [
      [
        'gishe requests extend ЗВ-1-00012 --days 14 --reason "поискано е становище на РИОСВ"',
        'at most 14 days',
      ],
    ],
  },
  'requests complete': {
    does: 'End a request with the result of the service',
    more: 'An unpaid fee wants a reason why it is not owed (--exempt), a delay its reason (--late-reason).',
    args: { number: NUMBER },
    options: {
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      exempt: ['<text>', 'why the fee is not owed'],
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: NEW_ID,
    },
    examples: [
      ['gishe requests complete ЗВ-1-00012', 'with a new outgoing document as the card says'],
      ['gishe requests complete ЗВ-1-00012 --late-reason staff_absent', 'after the term, with its reason'],
    ],
  },
  'requests refuse': {
    ...bare,
    does: 'Refuse by a document with its motives',
    args: { number: NUMBER },
    options: {
      reason: ['<text>', 'the motives in short'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: NEW_ID,
    },
    examples: [['gishe requests refuse ЗВ-1-00012 --reason "няма съставен акт за раждане"', 'a new refusal']],
  },
  'requests terminate': {
    ...bare,
    does: 'End the proceedings without a decision: not mended, withdrawn, another body',
    args: { number: NUMBER },
    options: {
      reason: ['<text>', 'why'],
      withdrawn: ['', 'the applicant took the request back'],
      document: DOCUMENT,
      kind: KIND,
      subject: SUBJECT,
      'late-reason': LATE,
      'late-note': LATE_NOTE,
      id: NEW_ID,
    },
    examples: [
      ['gishe requests terminate ЗВ-1-00012 --withdrawn --reason "молба от 22.11.2026"', 'withdrawn'],
    ],
  },
  'requests hand-out': {
    ...bare,
    does: 'Hand the result out; at the desk a receipt comes out to be signed',
    args: { number: NUMBER },
    options: {
      to: ['<name>', 'who takes it'],
      way: ['<how>', 'desk, mayoralty, post, email or ssev (default: as was asked)'],
      identity: ['<text>', 'how they showed who they are: identity card, power of attorney'],
      reference: ['<number>', 'number of the registered letter or the message'],
    },
    examples: [
      ['gishe requests hand-out ЗВ-1-00012 --to "Мария Чаушева" --identity "лична карта"', 'at the desk'],
      [
        'gishe requests hand-out ЗВ-1-00012 --to "Мария Чаушева" --way post --reference RR123456789BG',
        'by post',
      ],
    ],
  },
}
