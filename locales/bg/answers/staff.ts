export const staffAnswers = {
  staffAdded: (login: string, post: string) => `Добавен: ${login}, ${post}.`,
  staffDisabled: (login: string) => `Достъпът на ${login} е спрян.`,
  passwordSet: (login: string) => `Паролата на ${login} е сменена.`,
  staff: { login: 'Потребител', name: 'Име', post: 'Длъжност', disabled: 'Спрян' },
}

export type StaffAnswers = typeof staffAnswers
