import type { TillReport } from '../../rules/till-report.ts'

/** The X or Z of a till for programs: amounts are whole cents, moments ISO 8601. */
export const tillReportJson = (report: TillReport) => ({
  till: report.tillId,
  desk: report.desk.number,
  cashier: report.cashier.name,
  opened_at: report.openedAt.toString(),
  payments: report.sums.payments,
  first_receipt: report.receipts?.first ?? null,
  last_receipt: report.receipts?.last ?? null,
  opening_float_cents: report.sums.openingFloat,
  cash_taken_cents: report.sums.cashTaken,
  cash_returned_cents: report.sums.cashReturned,
  paid_in_cents: report.sums.paidIn,
  paid_out_cents: report.sums.paidOut,
  expected_cents: report.sums.expected,
  tenders: report.tenders.map(tenderJson),
  terminals: report.terminals.map(({ terminal, payments, amount, returned }) => ({
    terminal,
    payments,
    amount_cents: amount,
    returned_cents: returned,
  })),
  departments: report.departments.map(({ name, amount, services }) => ({
    name,
    amount_cents: amount,
    services: services.map(service => ({
      code: service.code,
      name: service.name,
      quantity: service.quantity,
      amount_cents: service.amount,
    })),
  })),
  payment_codes: report.paymentCodes.map(({ code, name, amount, returned }) => ({
    code,
    name,
    amount_cents: amount,
    returned_cents: returned,
  })),
  reversals: {
    tenders: report.reversals.tenders.map(tenderJson),
    made: report.reversals.made.map(({ amount, ...made }) => ({ ...made, amount_cents: amount })),
  },
  movements: report.movements.map(({ kind, movedAt, amount, reason, counterparty, voucher }) => ({
    kind,
    moved_at: movedAt.toString(),
    amount_cents: amount,
    reason,
    counterparty,
    voucher,
  })),
  overrides: report.overrides.map(({ receipt, code, quantity, price, published, reason, confirmedBy }) => ({
    receipt,
    code,
    quantity,
    price_cents: price,
    published_cents: published,
    reason,
    confirmed_by: confirmedBy,
  })),
  closing: report.closing && {
    z: report.closing.number,
    closed_at: report.closing.closedAt.toString(),
    counted_cents: report.closing.counted,
    counted_money: report.closing.countedMoney,
    difference_cents: report.closing.difference,
    reason: report.closing.reason,
    left_cents: report.closing.left,
  },
})

const tenderJson = ({ tender, payments, amount }: TillReport['tenders'][number]) => ({
  tender,
  payments,
  amount_cents: amount,
})
