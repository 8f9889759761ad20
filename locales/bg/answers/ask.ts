export const ask = {
  user: 'Потребител',
  password: (login: string) => `Парола на ${login}`,
  newPassword: (login: string) => `Нова парола за ${login}`,
  again: 'Още веднъж',
  notAlike: 'Двете пароли се различават. Опитайте отново.',
}

export type AskTexts = typeof ask
