import type { CardsAnswers } from '../../bg/answers/cards.ts'

export const cardsAnswers: CardsAnswers = {
  cards: {
    request: 'Request',
    ends: { completed: 'Issued', refused: 'Refused', terminated: 'Terminated' },
    head: unit => `Head: ${unit}`,
    waits: 'waits for all phases beside each other',
    sameDay: 'the same day',
    term: (amount, unit) =>
      `${amount} ${unit === 'working_days' ? 'working' : 'calendar'} ${amount === 1 ? 'day' : 'days'}`,
    moving: { intake: 'Where it came in', service: 'Department of the service' },
  },
  cardIsRight: (file, code, name) => `${file}: ${code} ${name}. The card is right.`,
}
