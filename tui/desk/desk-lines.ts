import type { ScreenTexts } from '../../locales/bg/screens.ts'
import type { Lang } from '../../rules/languages.ts'
import { showCents, showEuro } from '../../rules/money.ts'
import { amountOf, type BasketLine } from '../../rules/payments.ts'
import { type Service, type Speed, speedsOf } from '../../rules/services.ts'
import { fit, widthOf, wrapped } from '../parts/fit.ts'
import { chosenLine, type DeskState } from './desk-state.ts'

type Texts = ScreenTexts['desk']

/** The line under the entry: what is asked for, what was found, or what became of the payment before. */
export function hintLine(s: DeskState, texts: Texts): string {
  if (s.mode === 'committing') return texts.committing
  if (s.mode === 'paying') return nextLine(s, texts)
  if (s.mode === 'amount') return suggestion(s, texts)
  if (s.mode === 'quantity') return texts.hints.keepQuantity
  if (s.seen.text !== '') return searchHint(s, texts)
  if (!s.till && !s.whyNoTill && s.basket.length > 0) return texts.tillClosed
  if (s.next.value !== '') return nextLine(s, texts)
  return s.last && s.basket.length > 0 ? lastLine(s, texts) : ''
}

const nextLine = ({ next }: DeskState, texts: Texts): string =>
  next.value === '' ? '' : texts.waitsForNext(next.value)

function searchHint({ found, pick, isListed }: DeskState, texts: Texts): string {
  if (found.length === 0) return texts.foundNone
  if (isListed) return texts.found(found.length)
  return pick < 0 ? texts.halfNumber : texts.foundOne
}

function suggestion(s: DeskState, texts: Texts): string {
  const line = chosenLine(s)
  const suggested = line?.price ?? line?.service.fees[line.speed]?.cents
  return suggested ? texts.suggested(showEuro(suggested, s.lang)) : ''
}

/** The payment before in one line, while the next customer is served. */
export function lastLine({ last, lang }: DeskState, texts: Texts): string {
  if (!last) return ''
  const { receiptNumber, total, change } = last
  return texts.previous(receiptNumber, showEuro(total, lang), showEuro(change, lang))
}

/** A found service in cells: code, name, the fees of its speeds. */
export const foundCells = (service: Service, lang: Lang, texts: Texts): string[] => [
  service.code,
  service.name[lang],
  feesOf(service, lang, texts),
]

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
  line.service.code,
  line.service.name[lang],
  texts.speeds[line.speed],
  String(line.quantity),
  line.price === null ? texts.noPrice : showCents(amountOf(line), lang),
]

/** What the detail under the list speaks of: the service that Enter would add, else the chosen line. */
function subjectOf(s: DeskState): { service: Service; speed: Speed | null } | null {
  const picked = s.found[s.pick]
  return picked ? { service: picked, speed: null } : chosenLine(s)
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

function rowsOf({ service, speed }: Subject, lang: Lang, width: number, texts: Texts): DetailRow[] {
  const name = wrapped(`${service.code} ${service.name[lang]} · ${service.department.name[lang]}`, width)
  const speeds = service.pricing === 'open' ? [] : speedsOf(service)
  const variants = speeds.map(each => variantOf(service, each, each === speed, lang, texts))
  const note = service.note ? wrapped(texts.tariff(service.note), width) : []
  return [
    ...squeezed(name, NAME_ROWS).map(text => ({ text, isName: true })),
    ...[...flowing(variants, width), ...note].map(text => ({ text, isName: false })),
  ]
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
