export const desksAnswers = {
  desks: { number: 'Каса', name: 'Име', printer: 'Принтер', terminal: 'Терминал' },
  deskSet: (number: number, added: boolean) => `Каса ${number} е ${added ? 'добавена' : 'променена'}.`,
}

export type DesksAnswers = typeof desksAnswers
