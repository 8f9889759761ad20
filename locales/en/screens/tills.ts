import type { CloseTillTexts, MoveCashTexts, OpenTillTexts, XReportTexts } from '../../bg/screens/tills.ts'

export const openTill: OpenTillTexts = {
  title: desk => `Opening till ${desk}`,
  explain: left => [
    'Count the money in the drawer.',
    `${left} was left in it: Enter accepts it, another float is typed.`,
  ],
  float: 'Opening float',
  more: difference => `${difference} more than was left: a cash-in voucher is issued.`,
  less: difference => `${difference} less than was left: a cash-out voucher is issued.`,
  open: 'Open',
  help: [
    'Count the drawer. Enter on an empty line accepts what the last closing left.',
    'If there is another sum, type it: the difference goes into the cash book with a voucher.',
    'Without an open till no payment is taken.',
  ],
}

export const closeTill: CloseTillTexts = {
  title: desk => `Closing till ${desk}`,
  titleFor: (desk, cashier) => `Closing till ${desk} for ${cashier}`,
  explain: 'How many of each note and coin. In heaps too: 10+10+7.',
  soFar: 'So far',
  sum: 'Only the sum',
  nextRow: 'Down',
  onlySum: 'Only sum',
  byMoney: 'Notes, coins',
  counted: 'Counted',
  back: 'Back',
  leaving: 'The count will be lost. Esc once more to leave.',
  countedSum: 'Counted',
  expected: 'There should be',
  agrees: 'No difference',
  shortage: 'Shortage',
  surplus: 'Surplus',
  reason: 'Reason of difference',
  reasonFor: 'Reason',
  reasonHint: 'no difference',
  left: 'Stays in the drawer',
  handedOver: 'To be handed over',
  next: 'Next',
  close: 'Close',
  recount: 'Count anew',
  forEver: 'Closing is final and is printed. Esc goes back to the count.',
  closed: (z, difference, handedOver) =>
    `Closed, Z No. ${z}. Difference ${difference}, to be handed over ${handedOver}.`,
  help: [
    'The count is blind: what there should be is told only after it.',
    'Arrows, Tab and Enter go through notes and coins; type how many.',
    'F2 goes to the sum, where only that is counted. F8: counted.',
    'Then the difference is shown. A difference wants a reason in words.',
    '"Stays in the drawer": empty is the opening float, the rest is handed over.',
    'Esc goes back to the count, and nothing typed is lost.',
    'F8 closes for ever: the Z is printed with two lines to sign.',
  ],
}

export const moveCash: MoveCashTexts = {
  titles: {
    pay_in: desk => `Pay-in, till ${desk}`,
    pay_out: desk => `Pay-out, till ${desk}`,
    no_sale: desk => `No-sale opening, till ${desk}`,
  },
  explain: {
    pay_in:
      'Money that comes into the till without a payment. A cash-in voucher is printed and the drawer opens.',
    pay_out: 'Money that leaves the till. A cash-out voucher is printed and the drawer opens.',
    no_sale: 'The drawer opens with a slip that says why. No money moves.',
  },
  labels: { amount: 'Amount', reason: 'Reason', counterparty: 'Received from' },
  paidTo: 'Given to',
  hints: { amount: 'e.g. 50 or 50.00', reason: 'at least 3 characters', counterparty: 'may be empty' },
  next: 'Next',
  doIt: { pay_in: 'Pay in', pay_out: 'Pay out', no_sale: 'Open' },
  done: {
    pay_in: (amount, voucher) => `${amount} paid in, cash-in voucher No. ${voucher}.`,
    pay_out: (amount, voucher) => `${amount} paid out, cash-out voucher No. ${voucher}.`,
    no_sale: () => 'The drawer opens with the slip.',
  },
  help: [
    'Enter and Tab go through the fields, F8 does it from anywhere.',
    'The drawer opens by the paper, after the movement was written down.',
    'Every movement is in the X and Z of the till and in the cash book.',
  ],
}

export const xReport: XReportTexts = {
  title: desk => `X report of till ${desk}`,
  print: 'Print',
  printed: 'The X report waits to be printed.',
  help: [
    'All sums of the till until now. The till stays open.',
    'Arrows and PgUp, PgDn move the sheet, Enter prints it.',
  ],
}
