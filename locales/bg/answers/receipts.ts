export const receiptsAnswers = {
  receipts: {
    taken: 'Приета',
    number: 'Квитанция',
    payer: 'Платец',
    cashier: 'Касиер',
    total: 'Сума, €',
    reversal: 'Сторно',
    shown: (number: string, at: string, cashier: string) => `Квитанция № ${number}, ${at}, ${cashier}`,
    soldFiscal: (unp: string) => `С фискален бон, УНП ${unp}.`,
    paidFor: (payer: string) => `Платец: ${payer}`,
    paid: (total: string, ways: string) => `Общо: ${total} (${ways})`,
    ways: {
      cash: (amount: string) => `${amount} в брой`,
      card: (amount: string) => `${amount} с карта`,
      bank: (amount: string) => `${amount} по банков път`,
    },
    copy: (copy: number, who: string) => `Дубликат № ${copy}: ${who}`,
    reversed: (number: string, at: string) => `Сторнирана: сторно № ${number}, ${at}`,
    reversedBy: (cashier: string, confirmedBy: string, reason: string) =>
      `  от ${cashier}, потвърдил ${confirmedBy}: ${reason}`,
    made: (number: string, receipt: string, back: string) =>
      `Сторно № ${number} на квитанция № ${receipt}. Върнете: ${back}.`,
  },
  noReceipts: 'Няма такива квитанции.',
  moreReceipts: (number: string) => `Има и по-стари: --before ${number}`,
}

export type ReceiptsAnswers = typeof receiptsAnswers
