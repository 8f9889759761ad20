export const settingsAnswers = {
  settings: {
    columns: { setting: 'Настройка', from: 'От', amount: 'Лимит', inForce: 'Важи', source: 'Основание' },
    names: { cash_limit: 'плащане в брой', till_limit: 'наличност в касата' },
    yes: 'да',
    noLimit: 'без лимит',
    byLaw: 'ЗОПБ чл. 3, ал. 1',
    notSet: 'не е определян',
    set: (name: string, amount: string, from: string) => `Лимит за ${name} от ${from}: ${amount}.`,
  },
}

export type SettingsAnswers = typeof settingsAnswers
