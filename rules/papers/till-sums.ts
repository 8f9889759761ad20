import type { Lang } from '../languages.ts'
import { type Cents, cents, showEuro, sumCents } from '../money.ts'
import { netTaken, type ServiceSum, type TillReport, totalReturned, totalTaken } from '../till-report.ts'
import type { Block } from './paper.ts'
import type { TillReportTexts } from './texts.ts'

type Row = { name: string; amount: Cents }

/** What lies in the drawer and why: float, cash taken and returned, pay-ins and pay-outs, what there should be. */
export function drawerBlocks({ sums }: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  const row = (left: string, amount: Cents): Block => ({ left, right: showEuro(amount, lang) })
  const rowIf = (left: string, amount: Cents): Block[] => (amount === 0n ? [] : [row(left, amount)])
  return [
    row(texts.openingFloat, sums.openingFloat),
    row(texts.cashTaken, sums.cashTaken),
    ...rowIf(texts.cashReturned, cents(-sums.cashReturned)),
    ...rowIf(texts.paidIn, sums.paidIn),
    ...rowIf(texts.paidOut, cents(-sums.paidOut)),
    { left: texts.expected, right: showEuro(sums.expected, lang), bold: true },
  ]
}

export const countBlocks = ({ sums, receipts }: TillReport, texts: TillReportTexts): Block[] => [
  { left: texts.payments, right: String(sums.payments) },
  ...(receipts
    ? [
        { left: texts.firstReceipt, right: receipts.first },
        { left: texts.lastReceipt, right: receipts.last },
      ]
    : []),
]

/** Every sum of a till that its X and its Z have in common, each part with a rule under it; a part without rows is left out. */
export const sumsBlocks = (report: TillReport, texts: TillReportTexts, lang: Lang): Block[] => [
  ...part(texts.byTender, tenderRows(report, texts), totalTaken(report), texts, lang),
  ...reversalBlocks(report, texts, lang),
  ...terminalBlocks(report, texts, lang),
  ...departmentBlocks(report, texts, lang),
  ...part(texts.byPaymentCode, codeRows(report, texts), netTaken(report), texts, lang),
  ...movementBlocks(report, texts, lang),
  ...overrideBlocks(report, texts, lang),
]

function part(
  title: string,
  rows: readonly Row[],
  total: Cents,
  texts: TillReportTexts,
  lang: Lang,
): Block[] {
  if (rows.length === 0) return []
  return [
    { text: title, bold: true },
    ...rows.map(({ name, amount }) => ({ left: name, right: showEuro(amount, lang) })),
    { left: texts.total, right: showEuro(total, lang), bold: true },
    { rule: '-' },
  ]
}

const tenderRows = ({ tenders }: TillReport, texts: TillReportTexts): Row[] =>
  tenders.map(({ tender, payments, amount }) => ({
    name: texts.counted(texts.tenders[tender], payments),
    amount,
  }))

/** Money that went back stands below zero; the last row is what is left of all that was taken. */
function reversalBlocks(report: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  const { tenders, made } = report.reversals
  if (made.length === 0) return []
  return [
    { text: texts.reversals(made.length), bold: true },
    ...made.map(each => ({
      left: texts.reversal(each.number, each.receipt),
      right: showEuro(cents(-each.amount), lang),
    })),
    ...tenders.map(({ tender, amount }) => ({
      left: texts.returned[tender],
      right: showEuro(cents(-amount), lang),
    })),
    { left: texts.total, right: showEuro(cents(-totalReturned(report)), lang), bold: true },
    { left: texts.net, right: showEuro(netTaken(report), lang), bold: true },
    { rule: '-' },
  ]
}

function terminalBlocks({ terminals }: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  const rows = terminals.map(({ terminal, payments, amount, returned }) => ({
    name: texts.counted(terminal, payments),
    amount: cents(amount - returned),
  }))
  return part(texts.byTerminal, rows, sumCents(rows.map(row => row.amount)), texts, lang)
}

function departmentBlocks(report: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  if (report.departments.length === 0) return []
  return [
    { text: texts.byService, bold: true },
    ...report.departments.flatMap(({ name, amount, services }): Block[] => [
      { left: name, right: showEuro(amount, lang), bold: true },
      ...services.map(service => ({ left: serviceName(service), right: showEuro(service.amount, lang) })),
    ]),
    { left: texts.total, right: showEuro(netTaken(report), lang), bold: true },
    { rule: '-' },
  ]
}

const MOST_NAME = 28

/** A till may have hundreds of services: one line each, for the code tells which it is. */
function serviceName({ code, quantity, name }: ServiceSum): string {
  const letters = [...`  ${[code, quantity === 1 ? '' : `x${quantity}`, name].filter(Boolean).join(' ')}`]
  if (letters.length <= MOST_NAME) return letters.join('')
  return `${letters
    .slice(0, MOST_NAME - ELLIPSIS.length)
    .join('')
    .trimEnd()}${ELLIPSIS}`
}

const ELLIPSIS = '...'

/** Less what was reversed, as the budget and the bank count it. */
const codeRows = ({ paymentCodes }: TillReport, texts: TillReportTexts): Row[] =>
  paymentCodes.map(({ code, name, amount, returned }) => ({
    name: code ? [code, name].filter(Boolean).join(' ') : texts.noPaymentCode,
    amount: cents(amount - returned),
  }))

function movementBlocks({ movements }: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  if (movements.length === 0) return []
  return [
    { text: texts.movements, bold: true },
    ...movements.map(({ kind, voucher, reason, amount }) => ({
      left: [texts.movement[kind], voucher, reason].filter(Boolean).join(' '),
      right: kind === 'no_sale' ? '-' : showEuro(kind === 'pay_out' ? cents(-amount) : amount, lang),
    })),
    { rule: '-' },
  ]
}

function overrideBlocks({ overrides }: TillReport, texts: TillReportTexts, lang: Lang): Block[] {
  if (overrides.length === 0) return []
  return [
    { text: texts.overrides, bold: true },
    ...overrides.flatMap(({ receipt, code, price, published, reason, confirmedBy }): Block[] => [
      {
        left: texts.override(receipt, code, showEuro(published, lang).replaceAll(' ', '\u00a0')),
        right: showEuro(price, lang),
      },
      { text: `  ${reason} (${confirmedBy})` },
    ]),
    { rule: '-' },
  ]
}

/** Where somebody signs, with the name under it. */
export const signature = (role: string, name: string): Block[] => [
  { left: role, right: '..................' },
  ...(name ? [{ text: name, align: 'right' as const }] : []),
]
