import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { readEntry } from '../../rules/entry.ts'
import { maskIdentifier } from '../../rules/identifiers.ts'
import { type Cents, showEuro, sumCents } from '../../rules/money.ts'
import type { Tone } from '../theme.ts'
import { restOf, whyTooMuchCash } from './desk-payment.ts'
import { chosenLine, type DeskState } from './desk-state.ts'

type Texts = ScreenTexts['desk']
type Hint = { text: string; tone: Tone }

const dim = (text: string): Hint => ({ text, tone: 'dim' })
const warning = (text: string): Hint => ({ text, tone: 'warning' })

/** The line under the entry: what is asked for, what was found, or what became of the payment before. */
export function hintLine(s: DeskState, texts: Texts): Hint {
  switch (s.mode) {
    case 'committing':
      return warning(texts.committing)
    case 'paying':
      return payingHint(s, texts)
    case 'amount':
      return dim(suggestion(s, texts))
    case 'quantity':
      return dim(texts.hints.keepQuantity)
    case 'payerName':
      return dim(nameHint(s, texts))
    case 'paidBy':
      return dim(texts.hints.keepPaidBy)
    default:
      return s.seen.text === '' ? restingHint(s, texts) : dim(searchHint(s, texts))
  }
}

/** Nothing is typed: what stands in the way, what waits, or the payment before. */
function restingHint(s: DeskState, texts: Texts): Hint {
  if (!s.till && !s.whyNoTill && s.basket.length > 0) return dim(texts.tillClosed)
  if (s.next.value !== '') return dim(texts.waitsForNext(s.next.value))
  const limit = limitHint(s, texts)
  if (limit) return limit
  return dim(s.last && s.basket.length > 0 ? lastLine(s, texts) : '')
}

function payingHint(s: DeskState, texts: Texts): Hint {
  if (s.tendering.tender !== 'cash') return dim(texts.tenderHints[s.tendering.tender])
  if (restOf(s) === 0n && s.tendering.others.length > 0) return dim(texts.allCovered)
  const limit = limitHint(s, texts)
  if (limit) return limit
  return dim(s.next.value === '' ? texts.hints.otherTender : texts.waitsForNext(s.next.value))
}

function limitHint(s: DeskState, texts: Texts): Hint | null {
  const why = whyTooMuchCash(s)
  return why && s.cashLimit?.limit ? warning(texts.cashLimit(showEuro(s.cashLimit.limit, s.lang))) : null
}

function searchHint(s: DeskState, texts: Texts): string {
  const { found, pick, isListed, finding } = s
  const { entry, text } = readEntry(s.seen.text)
  if (entry.kind === 'again') return texts.again
  if (entry.kind === 'identifier') return identifierHint(s, texts)
  if (entry.kind === 'mistyped' && found.length === 0) return texts.mistyped
  if (isListed) return texts.found(found.length)
  const picked = found[pick]
  if (picked?.kind === 'favourite') return texts.favourite(picked.digit)
  if (picked?.kind === 'bill') return texts.bill(picked.bill.number, showEuro(picked.bill.amount, s.lang))
  if (picked) return texts.foundOne
  if (found.length > 0) return texts.halfNumber
  return finding?.text === text || entry.kind === 'name' ? texts.foundNone : texts.searching
}

/** Whose number it is and what they owe, before Enter takes them. */
function identifierHint({ seen, lang }: DeskState, texts: Texts): string {
  const { entry, text } = readEntry(seen.text)
  if (entry.kind !== 'identifier') return ''
  const number = `${texts.identifiers[entry.identifier.kind]} ${maskIdentifier(entry.identifier)}`
  if (seen.finding?.text !== text) return texts.number(number)
  const { owner } = seen.finding
  if (!owner) return texts.unknownNumber(number)
  const owed = sumCents(owner.bills.map(bill => bill.amount))
  return texts.owner(owner.party.name, owner.bills.length, showEuro(owed, lang))
}

function nameHint({ newPayer }: DeskState, texts: Texts): string {
  if (!newPayer?.identifier) return texts.nameless
  const { identifier } = newPayer
  return texts.newPayer(`${texts.identifiers[identifier.kind]} ${maskIdentifier(identifier)}`)
}

function suggestion(s: DeskState, texts: Texts): string {
  const line = chosenLine(s)
  const suggested: Cents | null | undefined = line?.price ?? line?.service.fees[line.speed]?.cents
  return suggested ? texts.suggested(showEuro(suggested, s.lang)) : ''
}

/** The payment before in one line, while the next customer is served. */
export function lastLine({ last, lang }: DeskState, texts: Texts): string {
  if (!last) return ''
  const { receiptNumber, total, change } = last
  return texts.previous(receiptNumber, showEuro(total, lang), showEuro(change, lang))
}
