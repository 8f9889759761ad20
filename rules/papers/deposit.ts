import { type CountedMoney, rowsOfMoney, showDenomination } from '../counting.ts'
import { type MoneyParts, partsTotal, revenueOf } from '../deposits.ts'
import type { Lang } from '../languages.ts'
import { type Cents, showEuro } from '../money.ts'
import { euroInWords } from '../words.ts'
import type { DepositTexts } from './book-texts.ts'
import { demoBanner, heading, type PaperTown } from './heading.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

export type DepositFacts = {
  town: PaperTown
  desk: { number: number; name: string }
  /** As `receiptNumber` makes it: `2-2026-000003`. */
  number: string
  /** In the time of the town: `22.11.2026 16:50:00`. */
  madeAt: string
  madeBy: string
  note: string | null
  tills: { number: string; cashier: string; handedOver: Cents }[]
  parts: MoneyParts
  /** What the payment codes are called, in the language of the paper. */
  codeNames: ReadonlyMap<string, string>
  money: CountedMoney
}

/**
 * Опис на предаваните пари: the tills whose money it is, cash by код за вид плащане beside what is no revenue, notes and
 * coins, the sum in digits and in words, two signatures. Each of the three lists adds up to the sum.
 */
export function depositPaper(facts: DepositFacts, texts: PaperTexts, lang: Lang): Paper {
  const { deposit } = texts.books
  const total = partsTotal(facts.parts)
  return {
    kind: 'deposit',
    title: `${deposit.title} ${deposit.number(facts.number)}`,
    blocks: [
      ...heading(facts.town, texts.heading, lang),
      { feed: 1 },
      { text: deposit.title, align: 'center', bold: true },
      { text: deposit.number(facts.number), align: 'center', bold: true },
      { feed: 1 },
      { left: texts.heading.desk(facts.desk.number), right: facts.desk.name },
      { left: deposit.madeAt, right: facts.madeAt },
      { left: deposit.madeBy, right: facts.madeBy },
      ...(facts.note ? [{ left: deposit.note, right: facts.note }] : []),
      { rule: '-' },
      { text: deposit.tills, bold: true },
      ...facts.tills.map(till => ({
        left: deposit.till(till.number, till.cashier),
        right: showEuro(till.handedOver, lang),
      })),
      { rule: '-' },
      ...partsBlocks(facts, deposit, lang),
      { rule: '-' },
      { text: deposit.money, bold: true },
      ...moneyBlocks(facts.money, deposit, lang),
      { rule: '=' },
      { left: deposit.total, right: showEuro(total, lang), bold: true, large: true },
      { rule: '=' },
      { text: deposit.inWords(euroInWords(total, lang)) },
      { feed: 2 },
      { left: deposit.handedOver, right: '..................' },
      { text: facts.madeBy, align: 'right' },
      { feed: 2 },
      { left: deposit.takenOver, right: '..................' },
      ...demoBanner(facts.town, texts.heading),
    ],
  }
}

function partsBlocks({ parts, codeNames }: DepositFacts, texts: DepositTexts, lang: Lang): Block[] {
  const others: [name: string, amount: Cents][] = [
    [texts.floats, parts.floats],
    [texts.paidIn, parts.paidIn],
    [texts.paidOut, parts.paidOut],
    [texts.surplus, parts.surplus],
    [texts.shortage, parts.shortage],
  ]
  return [
    { text: texts.byCode, bold: true },
    ...parts.codes.map(({ code, amount }) => ({
      left: code === null ? texts.noCode : [code, codeNames.get(code)].filter(Boolean).join(' '),
      right: showEuro(amount, lang),
    })),
    { left: texts.revenue, right: showEuro(revenueOf(parts), lang), bold: true },
    ...others
      .filter(([, amount]) => amount !== 0n)
      .map(([left, amount]) => ({ left, right: showEuro(amount, lang) })),
  ]
}

const moneyBlocks = (money: CountedMoney, texts: DepositTexts, lang: Lang): Block[] =>
  rowsOfMoney(money).map(({ value, pieces, amount }) => ({
    left: texts.pieces(pieces, showDenomination(value, lang)),
    right: showEuro(amount, lang),
  }))
