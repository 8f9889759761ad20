export const report = {
  title: 'Отчет за деня',
  by: 'Друг разрез',
  dayBefore: 'Ден назад',
  dayAfter: 'Ден напред',
  today: 'Днес',
  leave: 'Изход',
  empty: 'Няма плащания за този ден.',
  help: [
    'Стрелките ← и → сменят разреза: услуга, отдел, каса, касиер, начин на плащане, код.',
    'F2 и F3 сменят деня, F5 е днес. Като команда: gishe reports cash --day',
  ],
}

export type ReportTexts = typeof report
