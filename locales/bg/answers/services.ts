export const servicesAnswers = {
  services: {
    code: 'Код',
    name: 'Услуга',
    department: 'Отдел',
    pricing: 'Такса',
    fee: { normal: 'Обикновена', fast: 'Бърза', express: 'Експресна' },
    pricings: { fixed: 'определена', per_unit: 'за брой', open: 'въвежда се' },
  },
  payerSet: (code: string, isNeeded: boolean) =>
    isNeeded ? `Услуга ${code} вече иска платец.` : `Услуга ${code} вече се плаща и без платец.`,
  feeSet: (code: string, fee: string, day: string) => `Такса на услуга ${code} от ${day}: ${fee}.`,
}

export type ServicesAnswers = typeof servicesAnswers
