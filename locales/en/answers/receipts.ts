import type { ReceiptsAnswers } from '../../bg/answers/receipts.ts'

export const receiptsAnswers: ReceiptsAnswers = {
  receipts: {
    taken: 'Taken',
    number: 'Receipt',
    payer: 'Payer',
    cashier: 'Cashier',
    total: 'Amount, €',
    reversal: 'Reversal',
    shown: (number, at, cashier) => `Receipt No ${number}, ${at}, ${cashier}`,
    soldFiscal: unp => `By fiscal receipt, USN ${unp}.`,
    paidFor: payer => `Payer: ${payer}`,
    paid: (total, ways) => `Total: ${total} (${ways})`,
    ways: {
      cash: amount => `${amount} in cash`,
      card: amount => `${amount} by card`,
      bank: amount => `${amount} by bank transfer`,
    },
    copy: (copy, who) => `Duplicate No ${copy}: ${who}`,
    reversed: (number, at) => `Reversed: reversal No ${number}, ${at}`,
    reversedBy: (cashier, confirmedBy, reason) => `  by ${cashier}, confirmed by ${confirmedBy}: ${reason}`,
    made: (number, receipt, back) => `Reversal No ${number} of receipt No ${receipt}. Give back: ${back}.`,
  },
  noReceipts: 'There are no such receipts.',
  moreReceipts: number => `There are older ones: --before ${number}`,
}
