import type { DepositMade } from '../office/books/make-deposit.ts'
import { type BookPage, type BookVoucher, pageAgrees } from '../rules/cash-book.ts'
import type { HandedTill } from '../rules/deposits.ts'
import { cents } from '../rules/money.ts'
import type { ListedDeposit } from '../rules/reports/deposits.ts'
import { type TerminalDay, terminalExpected, terminalState } from '../rules/terminals.ts'

/** What `--json` says of the books; amounts are whole cents. */
export const pageJson = (page: BookPage) => ({
  desk: page.desk.number,
  day: page.day.toString(),
  opening_cents: page.opening,
  in_cents: page.cashIn,
  out_cents: page.cashOut,
  closing_cents: page.closing,
  left_cents: page.left,
  open_till: page.openTill && {
    cashier: page.openTill.cashier,
    opened_at: page.openTill.openedAt.toString(),
  },
  agrees: pageAgrees(page),
  vouchers: page.vouchers.map(voucherJson),
})

export const voucherJson = (voucher: BookVoucher) => ({
  id: voucher.id,
  desk: voucher.desk.number,
  direction: voucher.direction,
  number: voucher.number,
  issued_at: voucher.issuedAt.toString(),
  cashier: voucher.cashier,
  ground: voucher.ground,
  counterparty: voucher.counterparty,
  amount_cents: voucher.amount,
})

export const waitingJson = (till: HandedTill) => ({
  till: till.id,
  z: till.number,
  desk: till.desk.number,
  cashier: till.cashier.name,
  closed_at: till.closedAt.toString(),
  amount_cents: till.handedOver,
})

export const depositJson = (deposit: ListedDeposit & { id: string; printJobId: string }) => ({
  deposit: deposit.id,
  number: deposit.number,
  made_at: deposit.madeAt.toString(),
  made_by: deposit.madeBy,
  amount_cents: deposit.amount,
  note: deposit.note,
  tills: deposit.tills,
  print_job: deposit.printJobId,
})

export const madeJson = (made: DepositMade) => ({
  deposit: made.id,
  number: made.number,
  made_at: made.madeAt.toString(),
  amount_cents: made.amount,
  print_job: made.printJobId,
})

export const terminalJson = (day: TerminalDay) => ({
  terminal: day.terminal,
  day: day.day.toString(),
  payments: day.payments,
  paid_cents: day.paid,
  reversals: day.reversals,
  returned_cents: day.returned,
  expected_cents: terminalExpected(day),
  state: terminalState(day),
  report: day.report && {
    stated_cents: day.report.stated,
    expected_cents: day.report.expected,
    difference_cents: cents(day.report.stated - day.report.expected),
    reason: day.report.reason,
    by: day.report.who,
    at: day.report.at.toString(),
  },
})
