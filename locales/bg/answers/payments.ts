export const paymentsAnswers = {
  takenFiscal: (sum: string, unp: string) => `С фискален бон: ${sum}, УНП ${unp}.`,
  taken: (receipt: string, total: string) => `Квитанция № ${receipt}\nОбщо: ${total}`,
  paidInCash: (given: string, change: string) => `Дадени: ${given}\nРесто: ${change}`,
  paidOtherwise: {
    card: (amount: string) => `С карта: ${amount}`,
    bank: (amount: string) => `По банка: ${amount}`,
  },
  paidFor: (payer: string) => `Платец: ${payer}`,
  notPrinted: (state: string) =>
    `Плащането е прието, но квитанцията не е излязла (${state}). Вижте „gishe print jobs“.`,
}

export type PaymentsAnswers = typeof paymentsAnswers
