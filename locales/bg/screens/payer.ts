/** What can be done about the payer of a basket. */
export const payer = {
  title: 'Платец',
  other: 'Друг платец: въведете ЕГН, ЕИК или име',
  paidBy: 'Парите дава друго лице',
  nameless: 'Нов платец без номер',
  remove: 'Без платец',
}

export type PayerTexts = typeof payer

/** Another price than the published one. */
export const price = {
  title: (code: string): string => `Друга цена на услуга ${code}`,
  published: 'По тарифата',
  newPrice: 'Нова цена',
  priceHint: 'например 12,50',
  reason: 'Причина',
  reasonHint: 'защо цената е друга',
  forward: 'Напред',
  agree: 'Потвърди',
  help: [
    'Въведете новата цена на един брой и защо е друга.',
    'Ръководителят потвърждава тук, със своите потребител и парола.',
    'Tab и стрелките сменят полето. Потвърдената цена важи само за тази кошница.',
  ],
}

export type PriceTexts = typeof price
