import type { AskTexts } from '../../bg/answers/ask.ts'

export const ask: AskTexts = {
  user: 'User',
  password: login => `Password of ${login}`,
  newPassword: login => `New password for ${login}`,
  again: 'Once more',
  notAlike: 'The two passwords differ. Try again.',
}
