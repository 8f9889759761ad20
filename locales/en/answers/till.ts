import type { TillAnswers } from '../../bg/answers/till.ts'

export const tillAnswers: TillAnswers = {
  tillOpened: (desk, float) => `The till of desk ${desk} is open with ${float}.`,
  tillClosed: (desk, expected, counted, difference) =>
    `The till of desk ${desk} is closed. Expected ${expected}, counted ${counted}${difference ? `, difference ${difference}` : ', no difference'}.`,
  tillHandedOver: (z, handedOver, left) =>
    `Z No. ${z}: ${handedOver} handed over, ${left} stays in the drawer.`,
  noTill: 'You have no till open.',
  tillShown: (desk, since, payments, float, taken, expected) =>
    `Desk ${desk}, open since ${since}\nPayments: ${payments}\nOpening float: ${float}\nCash taken: ${taken}\nExpected cash: ${expected}`,
  cashMoved: {
    pay_in: (amount, voucher) => `${amount} paid in. Cash-in voucher No. ${voucher}.`,
    pay_out: (amount, voucher) => `${amount} paid out. Cash-out voucher No. ${voucher}.`,
    no_sale: 'The drawer opens with the slip.',
  },
  reportQueued: title => `Waits to be printed: ${title}`,
  tillList: {
    desk: 'Desk',
    cashier: 'Cashier',
    opened: 'Opened',
    closed: 'Closed',
    z: 'Z No.',
    float: 'Float',
    counted: 'Counted',
    difference: 'Difference',
    left: 'Left',
  },
  tillListEmpty: 'No tills in this period.',
}
