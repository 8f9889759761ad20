import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { type Bill, lineForBill } from '../../rules/bills.ts'
import { showDay } from '../../rules/dates.ts'
import type { Lang } from '../../rules/languages.ts'
import { showCents, showEuro } from '../../rules/money.ts'
import { amountOf, type BasketLine } from '../../rules/payments.ts'
import { type Service, type Speed, speedsOf } from '../../rules/services.ts'
import type { OtherTender } from '../../rules/tenders.ts'
import { fit, widthOf, wrapped } from '../parts/fit.ts'
import type { Tone } from '../theme.ts'
import { chosenLine, type DeskState, type Found } from './desk-state.ts'

type Texts = ScreenTexts['desk']

/** A row of what was found in cells: what it is, its name, its fees or its amount. */
export function foundCells(found: Found, lang: Lang, texts: Texts): string[] {
  switch (found.kind) {
    case 'service':
      return [found.service.code, found.service.name[lang], feesOf(found.service, lang, texts)]
    case 'favourite':
      return favouriteCells(found, lang, texts)
    case 'payer': {
      const { name, address, identifierMasked } = found.party
      return [texts.payerKind, [name, address].filter(Boolean).join(' · '), identifierMasked ?? '']
    }
    case 'bill': {
      const { number, name, payer, amount, isOpen } = found.bill
      const told = [`${number} ${name}`, payer?.name].filter(Boolean).join(' · ')
      return [texts.billKind, told, isOpen ? showCents(amount, lang) : texts.settled]
    }
  }
}

/** A favourite in cells: its digit, the service with its speed, the fee. */
export const favouriteCells = (
  { digit, service, speed }: Found & { kind: 'favourite' },
  lang: Lang,
  texts: Texts,
): string[] => {
  const fee = service.fees[speed]?.cents ?? null
  const told = speed === 'normal' ? service.name[lang] : `${service.name[lang]} (${texts.speeds[speed]})`
  return [
    String(digit),
    told,
    service.pricing === 'open' || fee === null ? texts.openFee : showCents(fee, lang),
  ]
}

export function feesOf(service: Service, lang: Lang, texts: Texts): string {
  if (service.pricing === 'open') return texts.openFee
  return speedsOf(service)
    .map(speed => service.fees[speed]?.cents ?? null)
    .map(fee => (fee === null ? '–' : fee === 0n ? texts.free : showCents(fee, lang)))
    .join(' / ')
}

/** A basket line in cells: number, code, name, speed, quantity, amount. */
export const basketCells = (line: BasketLine, at: number, lang: Lang, texts: Texts): string[] => [
  String(at + 1),
  line.bill ? '' : line.service.code,
  `${line.service.taxGroup === null ? '' : texts.fiscalMark}${nameOf(line, lang)}`,
  line.bill ? texts.billKind : texts.speeds[line.speed],
  String(line.quantity),
  line.price === null
    ? texts.noPrice
    : `${line.override ? texts.overrideMark : ''}${showCents(amountOf(line), lang)}`,
]

const nameOf = ({ bill, service }: BasketLine, lang: Lang): string =>
  bill ? `${bill.number} ${bill.name}` : service.name[lang]

/** What the detail under the list speaks of: the service that Enter would add, else the chosen line. */
function subjectOf(s: DeskState): { service: Service; speed: Speed | null; bill?: Bill } | null {
  const picked = s.seen.text === '' ? undefined : s.found[s.pick]
  if (!picked) return chosenLine(s)
  if (picked.kind === 'bill') return lineForBill(picked.bill)
  return picked.kind === 'payer' ? null : { service: picked.service, speed: null }
}

/** Under the basket while it is paid: the cards and transfers so far; a row for each, the last ones where they are many. */
export function tenderRows(s: DeskState, width: number, texts: Texts): DetailRow[] {
  const told = s.tendering.others.map((tender, at) => `${at + 1}  ${tenderLine(tender, s.lang, texts)}`)
  const rows = told.slice(-DETAIL_ROWS)
  return Array.from({ length: DETAIL_ROWS }, (_, at) => ({
    text: fit(` ${rows[at] ?? ''}`, width),
    isName: false,
  }))
}

const NAME_ROWS = 2
const DETAIL_ROWS = 4

export type DetailRow = { text: string; isName: boolean }

/** The service in full, always four rows: code, whole name, department; then its speeds with fee and term, or its tariff. */
export function detailRows(s: DeskState, width: number, texts: Texts): DetailRow[] {
  const subject = subjectOf(s)
  const rows = subject ? rowsOf(subject, s.lang, width - 2, texts) : []
  return Array.from({ length: DETAIL_ROWS }, (_, at) => {
    const { text, isName } = rows[at] ?? { text: '', isName: false }
    return { text: fit(` ${text}`, width), isName }
  })
}

type Subject = NonNullable<ReturnType<typeof subjectOf>>

/** What a bill is, and by when it is to be paid. */
function billRow(bill: Bill, lang: Lang, texts: Texts): DetailRow {
  const due = bill.dueOn ? `, ${texts.dueOn(showDay(bill.dueOn, lang))}` : ''
  return { text: `${texts.billKind} ${showEuro(bill.amount, lang)}${due}`, isName: false }
}

function rowsOf({ service, speed, bill }: Subject, lang: Lang, width: number, texts: Texts): DetailRow[] {
  const name = wrapped(`${service.code} ${service.name[lang]} · ${service.department.name[lang]}`, width)
  const named = squeezed(name, NAME_ROWS).map(text => ({ text, isName: true }))
  if (bill) return [...named, billRow(bill, lang, texts)]
  const speeds = service.pricing === 'open' ? [] : speedsOf(service)
  const variants = speeds.map(each => variantOf(service, each, each === speed, lang, texts))
  const note = service.note ? wrapped(texts.tariff(service.note), width) : []
  return [...named, ...[...flowing(variants, width), ...note].map(text => ({ text, isName: false }))]
}

/** One speed with its fee and term, in brackets where it is the chosen one. */
function variantOf(service: Service, speed: Speed, isChosen: boolean, lang: Lang, texts: Texts): string {
  const fee = service.fees[speed]
  const amount = fee?.cents ?? null
  const said = amount === null ? texts.openFee : amount === 0n ? texts.free : showEuro(amount, lang)
  const term = fee?.term ? `, ${texts.term(fee.term.amount, fee.term.unit)}` : ''
  const text = `${texts.speeds[speed]} ${said}${term}`
  return isChosen ? `[${text}]` : text
}

/** Who pays, or that nobody is named; a warning where somebody must be. */
export function payerLine(s: DeskState, texts: Texts): { text: string; tone: Tone } {
  const by = s.paidBy ? [texts.paidBy(s.paidBy)] : []
  if (s.payer) {
    const { name, identifierMasked } = s.payer
    return { text: [name, identifierMasked, ...by].filter(Boolean).join(' · '), tone: 'plain' }
  }
  const nameless = s.basket.find(line => line.service.needsPayer)
  return nameless
    ? { text: texts.payerNeeded(nameless.service.code), tone: 'warning' }
    : { text: texts.noPayer, tone: 'dim' }
}

/** A card or a transfer that was entered, in one row. */
export function tenderLine(tender: OtherTender, lang: Lang, texts: Texts): string {
  const amount = showEuro(tender.amount, lang)
  return tender.tender === 'bank'
    ? `${texts.tenders.bank} ${amount} · ${tender.reference}`
    : `${texts.tenders.card} ${amount} · TID ${tender.terminal} · AC ${tender.authorisation} · RRN ${tender.rrn} · …${tender.cardTail}`
}

/** At most so many rows: what is over goes to the last one, which is cut where it is drawn. */
const squeezed = (rows: string[], most: number): string[] =>
  rows.length <= most ? rows : [...rows.slice(0, most - 1), rows.slice(most - 1).join(' ')]

/** Pieces set one after another, two blanks between, on as few rows as hold them whole. */
function flowing(pieces: readonly string[], width: number): string[] {
  const rows: string[] = []
  for (const piece of pieces) {
    const last = rows.at(-1)
    const longer = last === undefined ? piece : `${last}  ${piece}`
    if (last !== undefined && widthOf(longer) <= width) rows[rows.length - 1] = longer
    else rows.push(piece)
  }
  return rows
}
