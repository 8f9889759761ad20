export const report = {
  title: 'Справки',
  reports: {
    cash: 'Приети суми',
    reversals: 'Сторно',
    differences: 'Разлики',
    overrides: 'Цени',
    times: 'Време',
  },
  by: 'Разрез',
  kinds: { day: 'Ден', week: 'Седмица', month: 'Месец', quarter: 'Тримесечие', year: 'Година' },
  compares: { none: 'Сравни', 'last-year': 'С лани', previous: 'С предишен' },
  tenders: { none: 'Всичко', cash: 'В брой', card: 'С карта', bank: 'По банка' },
  earlier: 'Назад',
  later: 'Напред',
  today: 'Днес',
  open: 'Отвори',
  print: 'Печат',
  printed: (title: string) => `Чака печат: ${title}`,
  payments: 'Плащания',
  more: (shown: number) => `показани ${shown}, надолу има още`,
  empty: 'Няма нищо за този период.',
  help: [
    'Цифрите избират справката, стрелките ← и → (или Tab) – разреза: услуга, отдел, каса, касиер…',
    'F2 сменя вида период: ден, седмица, месец, тримесечие, година. PgUp и PgDn са по-рано и по-късно, 0 е днес.',
    'F3 поставя до сумите миналата година или предишния период. F4 оставя само парите в брой, с карта или по банков път.',
    'Enter отваря плащанията зад реда, после квитанцията; Esc връща. F8 печата справката.',
    'Като команда: gishe reports cash --month --by department --compare',
  ],
  helpPayments: ['Enter показва квитанцията, Esc връща към справката. Сторното е с отрицателна сума.'],
  helpPaper: ['Стрелките, PgUp и PgDn местят квитанцията. Esc връща.'],
}

export type ReportTexts = typeof report
