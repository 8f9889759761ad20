export const startAnswers = {
  demoUser: (login: string, name: string) =>
    `ДЕМО: влизане като ${login} (${name}); друг потребител се посочва с --user.`,
  start: {
    signedIn: (name: string, desk: number, town: string) =>
      `${name} започва работа на каса ${desk} в община ${town}.`,
    tillOpened: (expected: string) => `Отваря касата с ${expected}.`,
    tillWasOpen: (expected: string) => `Касата е отворена отпреди, с ${expected} в нея.`,
    taken: (total: string, given: string, change: string) =>
      `Приема плащане за услуги на два отдела: общо ${total}, дадени ${given}, ресто ${change}. Квитанцията:`,
    tillClosed: (counted: string) => `Приключва касата: преброени ${counted}, без разлика.`,
    next: [
      'Оттук нататък:',
      '  ./gishe                                          екранът на касата (на терминал)',
      '  ./gishe till open --float 50                     отваряне на каса',
      '  ./gishe payments take --service 2016 --given 20  плащане без екран',
      '  ./gishe reports cash --day --by department       отчетът за деня',
      '  ./gishe init --help                              Вашата община',
      '  ./gishe --help                                   всичко останало',
    ].join('\n'),
    realTown:
      'Общината е създадена. Екранът на касата се отваря с „gishe“ на терминал; командите са в „gishe --help“.',
  },
}

export type StartAnswers = typeof startAnswers
