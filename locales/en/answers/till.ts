import type { TillAnswers } from '../../bg/answers/till.ts'

export const tillAnswers: TillAnswers = {
  tillOpened: (desk, float) => `The till of desk ${desk} is open with ${float}.`,
  tillClosed: (desk, expected, counted, difference) =>
    `The till of desk ${desk} is closed. Expected ${expected}, counted ${counted}${difference ? `, difference ${difference}` : ', no difference'}.`,
  noTill: 'You have no till open.',
  tillShown: (desk, since, payments, float, taken, expected) =>
    `Desk ${desk}, open since ${since}\nPayments: ${payments}\nOpening float: ${float}\nCash taken: ${taken}\nExpected cash: ${expected}`,
}
