export const printAnswers = {
  jobs: {
    id: 'Номер',
    queued: 'От',
    desk: 'Каса',
    title: 'Документ',
    printer: 'Принтер',
    state: 'Състояние',
  },
  jobState: {
    queued: 'чака',
    sending: 'печата се',
    printed: 'отпечатан',
    sent: 'изпратен',
    shown: 'на екрана',
    failed: 'неуспешен',
    unsure: 'неясно дали е излязъл',
  },
  noJobs: 'Няма документи за печат.',
  copied: (title: string) => `Чака печат: ${title}. Печата го касата или „gishe printers agent“.`,
  resolved: (title: string, state: string) => `${title}: ${state}.`,
  testQueued: (printer: string) =>
    `Пробната страница чака на принтер „${printer}“. Печата я касата или „gishe printers agent“.`,
  printing: (job: string) => `Печатам ${job}`,
  printingElsewhere: 'Друга програма вече печата на този принтер. Чакам реда си.',
  printingStopped: 'Печатането е спряно.',
}

export type PrintAnswers = typeof printAnswers
