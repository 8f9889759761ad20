export const billsAnswers = {
  bills: {
    number: 'Сметка',
    payer: 'Платец',
    name: 'За какво',
    due: 'Срок',
    state: 'Състояние',
    amount: 'Сума, €',
    states: { open: 'чака', settled: 'уредена' },
  },
  billIssued: (number: string, name: string, amount: string, payer: string, due: string) =>
    `Сметка № ${number}: ${amount}\nЗа: ${name}\nПлатец: ${payer}\nСрок: ${due}`,
  billWithdrawn: (number: string) => `Сметка № ${number} е оттеглена.`,
}

export type BillsAnswers = typeof billsAnswers
