import { command, type InOtherWords } from '../command-text.ts'

export const paymentsCommands = {
  'payments take': command({
    does: 'Приема плащане в брой и печата квитанция',
    more: 'Услуга се пише като [брой*]код[:скорост][=сума]; скорост fast или express; сума се посочва само за услуги без определена такса. Със същото --id плащането не се повтаря.',
    options: {
      service: ['<услуга>', 'услуга; може да се повтаря'],
      given: ['<сума>', 'дадени пари (по подразбиране точната сума)'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
      print: ['', 'чака квитанцията да излезе от принтера'],
    },
    examples: [
      ['gishe payments take --service 2016 --given 20', 'една услуга, дадени 20 €'],
      ['gishe payments take --service 2*2037:fast --service 2396', 'две бързи и една обикновена, точна сума'],
    ],
  }),
}

export type PaymentsCommands = InOtherWords<typeof paymentsCommands>
