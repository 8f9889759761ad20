import { randomUUIDv7 } from 'node:crypto'
import { giveConfirmation } from '../../office/confirmations/give-confirmation.ts'
import { printCopy } from '../../office/print/print-copy.ts'
import { findReceipts, MOST_RECEIPTS, type ReceiptRow } from '../../office/receipts/find-receipts.ts'
import { reversalTold } from '../../office/receipts/lookup.ts'
import { type ReceiptShown, showPayment, showReceipt } from '../../office/receipts/show-receipt.ts'
import { makeReversal, type ReversalMade } from '../../office/reversals/make-reversal.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { myTill } from '../../office/tills/lookup.ts'
import { showMoment } from '../../rules/dates.ts'
import { STORNO_REASONS, type StornoReason } from '../../rules/fiscal.ts'
import { showEuro } from '../../rules/money.ts'
import { refusal, refuseIf } from '../../rules/refusal.ts'
import { whyNotReverse } from '../../rules/reversals.ts'
import type { Tender } from '../../rules/tenders.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { refuseOtherSession } from '../other-session.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSecondPerson } from '../second-person.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const receiptsCommands = () => [
  declare('receipts list', (given, door) => {
    const limit = readLimit(given.text('limit'), door)
    return withSession(door, 'receipts.see', session => list(session, limit, given, door))
  }),
  declare('receipts show', (given, door) =>
    withSession(door, 'receipts.see', async session => {
      const shown = await receiptMeant(session, given.arg('receipt'))
      answer(door, shownJson(shown), shownText(shown, door))
    }),
  ),
  declare(
    'receipts reverse',
    (given, door) => withSession(door, 'reversals.make', session => reverse(session, given, door)),
    { required: ['reason', 'confirm-user'] },
  ),
  declare('receipts copy', (given, door) =>
    withSession(door, 'print.copy', session => copy(session, given, door)),
  ),
]

/** The receipt that a person means: its number, or `last`. */
async function receiptMeant(session: Session, text: string): Promise<ReceiptShown> {
  if (text !== 'last') return showReceipt(session.ctx(), text)
  const { receipts } = await findReceipts(session.ctx(), { text: '', limit: 1 })
  const [latest] = receipts
  if (!latest) throw refusal('receipt.unknown', { text })
  return showPayment(session.ctx(), latest.paymentId)
}

async function list(session: Session, limit: number, given: Given<'receipts list'>, door: Door) {
  const after = given.text('before')
  const before = after === undefined ? null : (await showReceipt(session.ctx(), after)).paymentId
  const text = given.optionalArg('text') ?? ''
  const { receipts, isMore } = await findReceipts(session.ctx(), { text, limit, before })
  if (receipts.length === 0 && !door.options.json) return door.say(door.words.noReceipts)
  listed(receipts, door, given.has('csv'))
  if (isMore) door.say(door.words.moreReceipts(receipts.at(-1)?.number ?? ''))
}

function listed(receipts: readonly ReceiptRow[], door: Door, csv: boolean): void {
  const { receipts: words } = door.words
  const column = (key: 'taken' | 'number' | 'payer' | 'cashier' | 'reversal') => ({
    key,
    title: words[key],
    kind: 'text' as const,
  })
  const forPrograms = door.options.json || csv
  answerTable(
    door,
    {
      name: 'receipts',
      title: '',
      subtitle: [],
      columns: [
        column('taken'),
        column('number'),
        column('payer'),
        column('cashier'),
        { key: 'total', title: words.total, kind: 'money' },
        column('reversal'),
      ],
      rows: receipts.map(({ takenAt, number, payer, cashier, total, reversal }) => ({
        taken: forPrograms ? takenAt.toString() : showMoment(takenAt, door.lang),
        number,
        payer,
        cashier,
        total,
        reversal: reversal?.number ?? null,
      })),
      totals: null,
    },
    csv,
  )
}

const tenderJson = (tender: Tender) => {
  const { amount, ...rest } = tender
  return tender.tender === 'cash'
    ? { tender: 'cash', amount_cents: amount, given_cents: tender.given, change_cents: tender.change }
    : { ...rest, amount_cents: amount }
}

const shownJson = ({ reversal, ...shown }: ReceiptShown) => ({
  payment_id: shown.paymentId,
  receipt: shown.number,
  taken_at: shown.takenAt.toString(),
  desk: shown.desk,
  cashier: shown.cashier,
  payer: shown.payer && {
    id: shown.payer.id,
    name: shown.payer.name,
    identifier: shown.payer.identifierMasked,
  },
  paid_by: shown.paidBy,
  total_cents: shown.total,
  lines: shown.lines.map(({ code, name, speed, quantity, price, amount, department, paymentCode }) => ({
    code,
    name,
    speed,
    quantity,
    price_cents: price,
    amount_cents: amount,
    department,
    payment_code: paymentCode,
  })),
  tenders: shown.tenders.map(tenderJson),
  papers: shown.papers.map(({ jobId, kind, copy: at, duplicate, state, confirmed }) => ({
    print_job: jobId,
    kind,
    copy: at,
    made_by: duplicate?.who ?? null,
    state,
    confirmed,
  })),
  fiscal: shown.sold && { unp: shown.sold.unp, state: shown.sold.state },
  reversal: reversal && {
    id: reversal.reversalId,
    number: reversal.number,
    reversed_at: reversal.reversedAt.toString(),
    cashier: reversal.cashier,
    confirmed_by: reversal.confirmedBy,
    reason: reversal.reason,
    refund_reference: reversal.refundReference,
  },
})

function shownText({ papers, reversal, ...shown }: ReceiptShown, door: Door): string {
  const { receipts: words } = door.words
  const euro = (amount: typeof shown.total) => showEuro(amount, door.lang)
  const copies = papers.filter(paper => paper.kind === 'receipt' && paper.copy > 0)
  return [
    words.shown(shown.number, showMoment(shown.takenAt, door.lang), shown.cashier),
    ...(shown.payer ? [words.paidFor(shown.payer.name)] : []),
    ...shown.lines.map(line => `  ${line.code} ${line.name}: ${line.quantity} x ${euro(line.price)}`),
    words.paid(
      euro(shown.total),
      shown.tenders.map(tender => words.ways[tender.tender](euro(tender.amount))).join(', '),
    ),
    ...(shown.sold ? [words.soldFiscal(shown.sold.unp)] : []),
    ...copies.map(paper => words.copy(paper.copy, paper.duplicate?.who ?? '')),
    ...(reversal
      ? [
          words.reversed(reversal.number, showMoment(reversal.reversedAt, door.lang)),
          words.reversedBy(reversal.cashier, reversal.confirmedBy, reversal.reason),
        ]
      : []),
  ].join('\n')
}

/** The second person signs in only when nothing else stands in the way; the same --id gives back what was done. */
async function reverse(session: Session, given: Given<'receipts reverse'>, door: Door): Promise<void> {
  const reversalId = given.text('id') ?? randomUUIDv7()
  const reason = given.text('reason') ?? ''
  const refundReference = given.text('refund-reference') ?? null
  const stornoReason = readStornoReason(given.text('storno-reason'), door)
  const [shown, till] = await Promise.all([
    receiptMeant(session, given.arg('receipt')),
    myTill(session.ctx()),
    refuseOtherSession(session),
  ])
  const { paymentId, tenders } = shown
  const confirmationId = randomUUIDv7()
  if (shown.reversal?.reversalId !== reversalId) {
    const reversal = shown.reversal && reversalTold(shown.reversal, door.lang)
    const held = till && till.deskId === session.desk?.id ? till.expected : null
    const storno = { reason: stornoReason, today: session.ctx().today, lang: door.lang }
    const how = { held, reason, refundReference, confirmation: 'given' as const, storno }
    refuseIf(whyNotReverse({ tenders, reversal, sold: shown.sold }, how))
    await withSecondPerson(session, given.text('confirm-user') ?? '', door, second =>
      giveConfirmation(second.ctx(), {
        id: confirmationId,
        act: 'reversals.make',
        subjectId: paymentId,
        what: '',
      }),
    )
  }
  const made = await makeReversal(session.ctx(), {
    reversalId,
    paymentId,
    reason,
    confirmationId,
    refundReference,
    stornoReason,
  })
  tellReversed(made, door)
}

/** `operator-error` for operator_error. */
function readStornoReason(text: string | undefined, door: Door): StornoReason {
  if (text === undefined) return 'refund'
  const known = STORNO_REASONS.find(reason => reason.replace('_', '-') === text)
  const all = STORNO_REASONS.map(reason => reason.replace('_', '-'))
  if (!known) throw new WrongUsage(door.lang, usage => usage.notOneOf('--storno-reason', text, all))
  return known
}

function tellReversed(made: ReversalMade, door: Door): void {
  const { receipts: words } = door.words
  const back = made.tenders.map(({ tender, amount }) => words.ways[tender](showEuro(amount, door.lang)))
  answer(
    door,
    {
      reversal_id: made.reversalId,
      reversal: made.number,
      receipt: made.receiptNumber,
      payment_id: made.paymentId,
      reversed_at: made.reversedAt.toString(),
      total_cents: made.total,
      given_back: made.tenders.map(({ tender, amount }) => ({ tender, amount_cents: amount })),
      print_job: made.printJobId,
      fiscal: made.fiscal && { unp: made.fiscal.unp, print_job: made.fiscal.printJobId },
    },
    words.made(made.number, made.receiptNumber, back.join(', ')),
  )
}

async function copy(session: Session, given: Given<'receipts copy'>, door: Door): Promise<void> {
  const shown = await receiptMeant(session, given.arg('receipt'))
  const kind = given.has('reversal') ? 'reversal' : 'receipt'
  const original = shown.papers.find(paper => paper.kind === kind && paper.copy === 0)
  if (!original) throw refusal('receipt.not_reversed', { number: shown.number })
  const owed = await printCopy(session.ctx(), { id: randomUUIDv7(), jobId: original.jobId })
  answer(door, owed, door.words.copied(owed.title))
}

function readLimit(text: string | undefined, door: Door): number {
  if (text === undefined) return 50
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MOST_RECEIPTS) return limit
  throw new WrongUsage(door.lang, usage => usage.notBetween('--limit', text, 1, MOST_RECEIPTS))
}
