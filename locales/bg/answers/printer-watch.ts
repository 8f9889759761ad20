export const printerWatchAnswers = {
  printers: {
    name: 'Принтер',
    desks: 'Каси',
    state: 'Състояние',
    seen: 'Видян',
    standIn: 'Замества го',
    by: 'Печата',
    profile: 'Профил',
    line: 'Връзка',
  },
  printerState: { screen: 'екран', unknown: 'неизвестно', ready: 'готов', unable: 'не може' },
  printedBy: { desk: 'касата', agent: 'агент' },
  printerWarns: (warning: string) => `Внимание: ${warning}.`,
  statusWords: {
    no_answer: 'не отговори',
    online: 'на линия',
    offline: 'спрян',
    cover_open: 'капакът е отворен',
    cover_closed: 'капакът е затворен',
    feed_pressed: 'натиснат бутон за хартия',
    stopped_by_paper_end: 'спрян без хартия',
    error: 'грешка',
    no_error: 'няма грешка',
    cutter: 'ножът е заял',
    unrecoverable: 'повреда, която не минава',
    ends_by_itself: 'грешка, която минава сама',
    paper_there: 'има хартия',
    paper_near_end: 'хартията свършва',
    paper_end: 'няма хартия',
  },
  askedNow: 'Попитан сега.',
  seenBy: (program: string, at: string) => `Видян в ${at} от „${program}“.`,
  printersAsOf: (moment: string) => `Принтерите, ${moment}. Ctrl-C спира.`,
  agent: {
    prints: (printer: string, line: string) => `Печатам за „${printer}“ (${line}).`,
    byDesk: (printer: string) =>
      `„${printer}“ се печата от касата. За агент: gishe printers set "${printer}" --printed-by agent`,
    wellAgain: 'Отново е готов.',
    standsIn: (other: string) => `Чакащото печата „${other}“.`,
  },
}

export type PrinterWatchAnswers = typeof printerWatchAnswers
