import type { CloseTillTexts, OpenTillTexts } from '../../bg/screens/tills.ts'

export const openTill: OpenTillTexts = {
  title: desk => `Opening till ${desk}`,
  explain: 'Count the money in the drawer. The till starts the day with it.',
  float: 'Opening float',
  hint: 'e.g. 50 or 50.00',
  open: 'Open',
  help: [
    'Type how much money is in the drawer and press Enter. An empty line is zero.',
    'Without an open till no payment is taken.',
  ],
}

export const closeTill: CloseTillTexts = {
  title: desk => `Closing till ${desk}`,
  opened: 'Opened at',
  payments: 'Payments',
  float: 'Opening float',
  taken: 'Cash taken',
  expected: 'There should be',
  counted: 'Counted',
  agrees: 'No difference',
  shortage: 'Shortage',
  surplus: 'Surplus',
  reason: 'Reason of difference',
  reasonHint: 'only for a difference',
  toReason: 'Reason',
  close: 'Close',
  forEver: 'Closing is final and is printed.',
  closed: difference => `The till is closed. Difference: ${difference}`,
  help: [
    'Count the money and type the sum. A difference wants a reason in words.',
    'Tab goes between sum and reason. A closed till is never opened again.',
  ],
}
