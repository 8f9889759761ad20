export const servicesAnswers = {
  services: {
    code: 'Код',
    name: 'Услуга',
    department: 'Отдел',
    pricing: 'Такса',
    fee: { normal: 'Обикновена', fast: 'Бърза', express: 'Експресна' },
    fiscal: 'Фискален бон',
    from: 'От',
    ground: 'Основание',
    noFiscal: 'без',
    neverFiscal: 'Фискален бон: не иска.',
    speed: 'Скорост',
    amount: 'Такса',
    term: 'Срок',
    terms: { working_days: 'раб. дни', calendar_days: 'кал. дни', days: 'дни', hours: 'часа' },
    pricings: { fixed: 'определена', per_unit: 'за брой', open: 'въвежда се' },
  },
  payerSet: (code: string, isNeeded: boolean) =>
    isNeeded ? `Услуга ${code} вече иска платец.` : `Услуга ${code} вече се плаща и без платец.`,
  fiscalSet: (code: string, letter: string | null, day: string) =>
    letter === null
      ? `Услуга ${code} не иска фискален бон от ${day}.`
      : `Услуга ${code} иска фискален бон от ${day}, данъчна група ${letter}.`,
  feeSet: (code: string, fee: string, day: string) => `Такса на услуга ${code} от ${day}: ${fee}.`,
}

export type ServicesAnswers = typeof servicesAnswers
