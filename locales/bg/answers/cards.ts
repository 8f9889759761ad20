export const cardsAnswers = {
  cards: {
    request: 'Заявление',
    ends: { completed: 'Издадено', refused: 'Отказано', terminated: 'Прекратено' },
    head: (unit: string) => `Ръководител: ${unit}`,
    waits: 'чака всички успоредни етапи',
    sameDay: 'същия ден',
    term: (amount: number, unit: 'working_days' | 'calendar_days') =>
      `${amount} ${unit === 'working_days' ? 'раб.' : 'кал.'} ${amount === 1 ? 'ден' : 'дни'}`,
    moving: { intake: 'Където е подадено', service: 'Отделът на услугата' },
  },
  cardIsRight: (file: string, code: string, name: string) => `${file}: ${code} ${name}. Картата е наред.`,
}

export type CardsAnswers = typeof cardsAnswers
