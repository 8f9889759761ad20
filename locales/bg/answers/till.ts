export const tillAnswers = {
  tillOpened: (desk: number, float: string) => `Каса ${desk} е отворена с ${float}.`,
  tillClosed: (desk: number, expected: string, counted: string, difference: string | null) =>
    `Каса ${desk} е приключена. Очаквани ${expected}, преброени ${counted}${difference ? `, разлика ${difference}` : ', без разлика'}.`,
  tillHandedOver: (z: string, handedOver: string, left: string) =>
    `Z № ${z}: предадени ${handedOver}, в касата остават ${left}.`,
  noTill: 'Нямате отворена каса.',
  tillShown: (
    desk: number,
    since: string,
    payments: number,
    float: string,
    taken: string,
    expected: string,
  ) =>
    `Каса ${desk}, отворена в ${since} ч.\nПлащания: ${payments}\nНачална наличност: ${float}\nПриети в брой: ${taken}\nОчаквана наличност: ${expected}`,
  cashMoved: {
    pay_in: (amount: string, voucher: string) => `Касата е захранена с ${amount}. ПКО № ${voucher}.`,
    pay_out: (amount: string, voucher: string) => `Изтеглени от касата ${amount}. РКО № ${voucher}.`,
    no_sale: 'Чекмеджето се отваря с бележката.',
  },
  reportQueued: (title: string) => `Чака печат: ${title}`,
  tillList: {
    desk: 'Каса',
    cashier: 'Касиер',
    opened: 'Отворена',
    closed: 'Приключена',
    z: 'Z №',
    float: 'Начална',
    counted: 'Преброени',
    difference: 'Разлика',
    left: 'Остават',
  },
  tillListEmpty: 'Няма каси за този период.',
}

export type TillAnswers = typeof tillAnswers
