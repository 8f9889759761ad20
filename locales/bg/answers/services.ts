export const servicesAnswers = {
  services: {
    code: 'Код',
    name: 'Услуга',
    department: 'Отдел',
    pricing: 'Такса',
    fee: { normal: 'Обикновена', fast: 'Бърза', express: 'Експресна' },
    pricings: { fixed: 'определена', per_unit: 'за брой', open: 'въвежда се' },
  },
  feeSet: (code: string, fee: string, day: string) => `Такса на услуга ${code} от ${day}: ${fee}.`,
}

export type ServicesAnswers = typeof servicesAnswers
