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
  askedNow: 'Устройството отговори сега.',
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
