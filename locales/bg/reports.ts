import type { ReportTexts } from '../../rules/reports/texts.ts'
import { papers } from './papers.ts'

export const reports: ReportTexts = {
  municipality: papers.heading.municipality,
  demo: 'ДЕМО – измислени данни',
  training: 'ОБУЧЕНИЕ – не влиза в отчетите на общината',
  day: day => `за ${day} г.`,
  period: (from, to) => `от ${from} г. до ${to} г. включително`,
  made: (at, by) => `Изготвено на ${at} от ${by}`,
  page: (page, of) => `стр. ${page} от ${of}`,
  empty: 'Няма нищо за този период.',
  cash: {
    title: {
      service: 'Приети суми по услуги',
      department: 'Приети суми по отдели',
      desk: 'Приети суми по каси',
      cashier: 'Приети суми по касиери',
      tender: 'Приети суми по начин на плащане',
      'payment-code': 'Приети суми по код за вид плащане',
    },
    key: {
      service: 'Код',
      department: 'Код',
      desk: 'Каса',
      cashier: 'Потребител',
      tender: 'Код',
      'payment-code': 'Код',
    },
    name: {
      service: 'Услуга',
      department: 'Отдел',
      desk: 'Място',
      cashier: 'Касиер',
      tender: 'Начин на плащане',
      'payment-code': 'Вид плащане',
    },
    payments: 'Плащания',
    quantity: 'Брой',
    amount: 'Сума, €',
    tender: { cash: 'в брой' },
    noPaymentCode: 'без код',
    total: 'Общо',
  },
}
