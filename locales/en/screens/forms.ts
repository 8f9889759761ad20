import type { FormTexts } from '../../bg/screens/forms.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const forms: FormTexts = {
  next: 'Next',
  askDay: 'Working days from today, or a day: 5, 27.11, 27.11.2026, tomorrow',
  noDay: 'That is no day. Type for example 5 (working days) or 27.11',
  day: (day, weekday) => `until ${day}, ${WEEKDAYS[weekday - 1] ?? ''}`,
  suggestion: (days, day) =>
    `${String(days).padStart(3)} = ${day} (${days === 1 ? '1 working day' : `${days} working days`})`,
  askWhom: 'Type a part of the name of a person or a department; Enter takes it, Backspace removes.',
  nobody: 'There is no such person or department.',
  help: [
    'Enter and Tab go to the next line, so do the arrows; F8 writes from any line.',
    'On a line with choices the digit chooses. A term is working days or a day.',
    'Esc goes back without writing; after a refusal what was typed stays.',
  ],
}
