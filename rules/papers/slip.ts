import { showDay, showMoment } from '../dates.ts'
import type { Lang } from '../languages.ts'
import { type Cents, showEuro } from '../money.ts'
import { heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/** A document that was registered, as whoever brought it is told of it. */
export type SlipFacts = {
  town: PaperTown
  /** The kind of document and, where there is one, what it is about: `Заявление`, `Издаване на скица`. */
  kind: string
  subject: string | null
  /** The incoming number, and the unique number of the state exchange where it is another one. */
  number: string
  uri: string | null
  registeredAt: Temporal.Instant
  /** How it came: on paper at the desk, by post, by e-mail. */
  cameBy: string
  applicant: string | null
  registeredBy: string
  /** The day by which the office must act. */
  dueOn: Temporal.PlainDate | null
  /** What is to be paid at the cash desk, by the number of its bill; left out where there is nothing. */
  fee?: { amount: Cents; number: string } | null
  /** Documents that the applicant has still to bring. */
  missing?: readonly string[]
  /** Whoever holds it sees how the matter stands. */
  accessCode: string
  /** What a scanner types for the document: its number, or another one where the number has Cyrillic letters. */
  barcode: string
  check: {
    /** Where to look, short enough to be typed. */
    at: string | null
    /** The same with the number and the code in it, for a phone. */
    link: string | null
    phone: string | null
  }
}

/**
 * «Потвърждаване за получаване», handed over when a document is registered: what чл. 70, ал. 2 от Наредбата за обмена на
 * документи в администрацията asks for, and the day of чл. 26, ал. 1 АПК.
 */
export function slipPaper(facts: SlipFacts, texts: PaperTexts, lang: Lang): Paper {
  const { slip } = texts
  return {
    kind: 'slip',
    title: `${slip.title} ${facts.number}`,
    blocks: [
      { logo: true },
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: slip.title, align: 'center', bold: true },
      { rule: '=' },
      { text: facts.kind, align: 'center', bold: true },
      ...(facts.subject === null ? [] : [{ text: facts.subject, align: 'center' as const }]),
      { feed: 1 },
      { text: facts.number, align: 'center', bold: true, large: true },
      { text: showMoment(facts.registeredAt, lang), align: 'center' },
      { code128: facts.barcode },
      { rule: '-' },
      ...told(facts, texts, lang),
      { rule: '-' },
      ...stillToBring(facts, texts),
      { text: slip.accessCode, align: 'center' },
      { text: facts.accessCode, align: 'center', bold: true, large: true },
      { qr: facts.check.link ?? `${facts.number} ${facts.accessCode}` },
      ...howToCheck(facts, texts),
    ],
  }
}

function told(facts: SlipFacts, { slip }: PaperTexts, lang: Lang): Block[] {
  const pairs: [string, string | null][] = [
    [slip.uri, facts.uri],
    [slip.cameBy, facts.cameBy],
    [slip.applicant, facts.applicant],
    [slip.registeredBy, facts.registeredBy],
    [slip.dueOn, facts.dueOn && showDay(facts.dueOn, lang)],
    [slip.fee, facts.fee ? showEuro(facts.fee.amount, lang) : null],
    [slip.bill, facts.fee ? facts.fee.number : null],
  ]
  return pairs.flatMap(([left, right]) => (right === null ? [] : [{ left, right }]))
}

const stillToBring = ({ missing = [] }: SlipFacts, { slip }: PaperTexts): Block[] =>
  missing.length === 0
    ? []
    : [{ text: slip.missing, bold: true }, ...missing.map(name => ({ text: `– ${name}` })), { rule: '-' }]

const howToCheck = ({ check }: SlipFacts, { slip }: PaperTexts): Block[] => [
  ...(check.at === null ? [] : [{ text: slip.checkAt(check.at), align: 'center' as const }]),
  ...(check.phone === null ? [] : [{ text: slip.checkByPhone(check.phone), align: 'center' as const }]),
  { text: slip.keepCode, align: 'center' },
]
