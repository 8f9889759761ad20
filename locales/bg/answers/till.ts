export const tillAnswers = {
  tillOpened: (desk: number, float: string) => `Каса ${desk} е отворена с ${float}.`,
  tillClosed: (desk: number, expected: string, counted: string, difference: string | null) =>
    `Каса ${desk} е приключена. Очаквани ${expected}, преброени ${counted}${difference ? `, разлика ${difference}` : ', без разлика'}.`,
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
}

export type TillAnswers = typeof tillAnswers
