import type { Lang } from '../languages.ts'
import { type Cents, showEuro } from '../money.ts'
import { euroInWords } from '../words.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { CashVoucherTexts, PaperTexts } from './texts.ts'

export type VoucherFacts = {
  town: PaperTown
  desk: { number: number; name: string }
  cashier: string
  /** Cash into the drawer (ПКО) or out of it (РКО). */
  direction: 'in' | 'out'
  /** As `receiptNumber` makes it: `2-2026-000017`. */
  number: string
  /** In the time of the town: `22.11.2026 14:03:27`. */
  issuedAt: string
  /** Received from, or paid to: `counterpartyOf`; null leaves a line for writing it by hand. */
  counterparty: string | null
  /** What the money is for (основание). */
  ground: string
  amount: Cents
  /** True only on the paper that is queued in the transaction that moved the cash. */
  opensDrawer: boolean
}

/** How the cash book names a person or an organisation: with the masked identifier where there is one. */
export const counterpartyOf = (party: { name: string; identifierMasked: string | null }): string =>
  party.identifierMasked === null ? party.name : `${party.name}, ${party.identifierMasked}`

/**
 * Приходен / разходен касов ордер: organisation, number, date, received from or paid to, ground, amount in digits and in
 * words, signatures (the requisites of a primary document, ЗСч чл. 6, in the customary layout).
 */
export function voucherPaper(facts: VoucherFacts, texts: PaperTexts, lang: Lang): Paper {
  const voucher = texts.cashVoucher
  const number = voucher.number[facts.direction](facts.number)
  return {
    kind: facts.direction === 'in' ? 'cash-in-voucher' : 'cash-out-voucher',
    title: `${voucher.title[facts.direction]} ${number}`,
    blocks: [
      ...(facts.opensDrawer && !facts.town.training ? [{ drawer: true as const }] : []),
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: voucher.title[facts.direction], align: 'center', bold: true },
      { text: number, align: 'center', bold: true },
      { text: facts.issuedAt, align: 'center' },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { rule: '-' },
      { text: voucher.counterparty[facts.direction](facts.counterparty ?? DOTS) },
      { text: voucher.ground(facts.ground) },
      { rule: '=' },
      { left: voucher.amount, right: showEuro(facts.amount, lang), bold: true, large: true },
      { rule: '=' },
      { text: voucher.inWords(euroInWords(facts.amount, lang)) },
      ...signatures(facts, voucher),
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

const DOTS = '..............'

/** A pay-out wants the manager's signature too; who brought or took the money signs last. */
function signatures({ direction, cashier, counterparty }: VoucherFacts, texts: CashVoucherTexts): Block[] {
  const signed: [role: string, name: string | null][] = [
    [texts.accountant, null],
    ...(direction === 'out' ? [[texts.manager, null] satisfies [string, null]] : []),
    [texts.cashier, cashier],
    [texts.signedBy[direction], counterparty],
  ]
  return signed.flatMap(([role, name]) => [
    { feed: 1 },
    { left: role, right: DOTS },
    ...(name === null ? [] : [{ text: name, align: 'right' as const }]),
  ])
}
