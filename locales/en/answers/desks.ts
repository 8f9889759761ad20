import type { DesksAnswers } from '../../bg/answers/desks.ts'

export const desksAnswers: DesksAnswers = {
  desks: { number: 'Desk', name: 'Name', printer: 'Printer', terminal: 'Terminal' },
  deskSet: (number, added) => `Desk ${number} is ${added ? 'added' : 'changed'}.`,
}
