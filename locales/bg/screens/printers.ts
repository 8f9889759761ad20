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
