export const printerSetUp = {
  title: 'Настройка на принтер',
  answer: 'Отговор',
  take: 'Отговори',
  again: 'Листа пак',
  lookAgain: 'Търси пак',
  back: 'Назад',
  known: 'Дотук',
  saved: (name: string, profile: string, page: string): string =>
    `„${name}“ е настроен с профил ${profile}. Пробна страница: ${page}.`,
  help: [
    'Всеки въпрос се отговаря с това, което е на хартията.',
    'Числото избира, или стрелките и Enter; Enter сам взема предложеното.',
    'F5 печата листа пак, а в началото търси портовете отново.',
    'Esc връща към предишния въпрос, от първия – излиза.',
    'Записва се само след последния отговор. После се печата пробна страница.',
  ],
}

export type PrinterSetUpTexts = typeof printerSetUp

/** How the printer of this desk does. */
export const printer = {
  title: 'Принтер',
  testPage: 'Проба',
  queued: 'Пробната страница чака на принтера.',
  roles: { printer: 'Принтер', fiscal: 'Фискално устройство', standIn: 'Резервен принтер' },
  labels: { profile: 'Профил', line: 'Връзка', state: 'Състояние', by: 'Печата' },
  ready: 'готов',
  screen: 'екран: документите се четат тук',
  unknown: 'още никой не е печатал на него',
  stale: (when: string): string => `неизвестно от ${when}`,
  by: { desk: 'програмата на касата', agent: 'агент на компютъра с принтера' },
  here: 'тази програма',
  owed: 'Чакат печат',
  unsure: 'Под въпрос',
  failed: 'Неуспешни',
  whereToCheck: 'F6 на касата показва документите; там се отговаря дали са излезли.',
  help: [
    'Показва принтера на касата, какво му е и какво още чака печат.',
    'Enter печата пробна страница: букви, знаци, ширина.',
    'Настройката е в менюто (F10, Принтер) и е за администратор.',
  ],
}

export type PrinterTexts = typeof printer
