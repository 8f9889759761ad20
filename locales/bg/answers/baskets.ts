export const basketsAnswers = {
  baskets: {
    number: '№',
    heldAt: 'Оставена',
    label: 'За кого',
    lines: 'Реда',
    cashier: 'Касиер',
    id: 'Номер',
  },
  basketDropped: (label: string) => `Кошницата „${label}“ е махната.`,
  favourites: {
    digit: 'Цифра',
    code: 'Код',
    name: 'Услуга',
    speed: 'Скорост',
    notOffered: 'вече не се предлага',
  },
  favouriteSet: (digit: number, code: string) => `Цифрата ${digit} добавя услуга ${code}.`,
  favouriteCleared: (digit: number) => `Цифрата ${digit} е свободна.`,
}

export type BasketsAnswers = typeof basketsAnswers
