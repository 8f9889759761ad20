import type { ConfirmingTexts } from '../../bg/screens/confirming.ts'

export const confirming: ConfirmingTexts = {
  who: 'A second person confirms, with a user and a password of their own:',
  login: 'Confirmed by',
  loginHint: 'user of a colleague',
  password: 'Password',
}
