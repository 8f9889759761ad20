/** A second person confirms at the same keyboard. */
export const confirming = {
  who: 'Потвърждава втори човек, със своите потребител и парола:',
  login: 'Потвърждава',
  loginHint: 'потребител на колега',
  password: 'Парола',
}

export type ConfirmingTexts = typeof confirming
