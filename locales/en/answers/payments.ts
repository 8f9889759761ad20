import type { PaymentsAnswers } from '../../bg/answers/payments.ts'

export const paymentsAnswers: PaymentsAnswers = {
  takenFiscal: (sum, unp) => `By fiscal receipt: ${sum}, USN ${unp}.`,
  taken: (receipt, total) => `Receipt № ${receipt}\nTotal: ${total}`,
  paidInCash: (given, change) => `Given: ${given}\nChange: ${change}`,
  paidOtherwise: { card: amount => `By card: ${amount}`, bank: amount => `By bank: ${amount}` },
  paidFor: payer => `Payer: ${payer}`,
  notPrinted: state =>
    `The payment is taken, but the receipt did not come out (${state}). See "gishe print jobs".`,
}
