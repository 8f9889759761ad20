export const boardAnswers = {
  board: {
    title: (at: string) => `Касите към ${at}`,
    limit: (limit: string) => `Лимит на касова наличност: ${limit}`,
    noLimit: 'Лимит на касова наличност: не е определен',
    closed: 'затворена',
    minutes: (minutes: number) => `преди ${minutes} мин`,
    columns: {
      desk: 'Каса',
      cashier: 'Касиер',
      since: 'От',
      payments: 'Плащания',
      held: 'В касата',
      stuck: 'Печат',
      last: 'Последно',
      pace: '15/60 мин',
      served: 'Средно',
      alarms: 'Внимание',
    },
    alarms: { over_limit: 'над лимита', papers: 'неизлезли документи' },
  },
}

export type BoardAnswers = typeof boardAnswers
