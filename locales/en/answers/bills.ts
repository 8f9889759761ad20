import type { BillsAnswers } from '../../bg/answers/bills.ts'

export const billsAnswers: BillsAnswers = {
  bills: {
    number: 'Bill',
    payer: 'Payer',
    name: 'For',
    due: 'Due',
    state: 'State',
    amount: 'Amount, €',
    states: { open: 'waits', settled: 'settled' },
  },
  billIssued: (number, name, amount, payer, due) =>
    `Bill № ${number}: ${amount}\nFor: ${name}\nPayer: ${payer}\nDue: ${due}`,
  billWithdrawn: number => `Bill № ${number} is withdrawn.`,
}
