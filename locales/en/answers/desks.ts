import type { DesksAnswers } from '../../bg/answers/desks.ts'

export const desksAnswers: DesksAnswers = {
  desks: { number: 'Desk', name: 'Name', printer: 'Printer' },
  deskSet: (number, added) => `Desk ${number} is ${added ? 'added' : 'changed'}.`,
}
