/** What the digits of a desk put into the basket. */
export const favourites = {
  title: 'Любими услуги',
  service: 'Услуга',
  hint: 'номер на услуга за избраната цифра',
  put: 'Сложи',
  speed: 'Скорост',
  clear: 'Освободи',
  free: '–',
  set: (digit: number, code: string): string => `Цифрата ${digit} добавя услуга ${code}.`,
  cleared: (digit: number): string => `Цифрата ${digit} е свободна.`,
  help: [
    'Стрелките избират цифра. Въведете номера на услугата и Enter.',
    'F2 сменя скоростта на избраната, Delete я освобождава.',
    'На касата цифрата и Enter добавят услугата. Важи за всички на тази каса.',
  ],
}

export type FavouritesTexts = typeof favourites
