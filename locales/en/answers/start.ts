import type { StartAnswers } from '../../bg/answers/start.ts'

export const startAnswers: StartAnswers = {
  demoUser: (login, name) => `DEMO: signing in as ${login} (${name}); --user names another one.`,
  start: {
    signedIn: (name, desk, town) => `${name} begins work at desk ${desk} in the municipality of ${town}.`,
    tillOpened: expected => `Opens the till with ${expected}.`,
    tillWasOpen: expected => `The till was left open, with ${expected} in it.`,
    taken: (total, given, change) =>
      `Takes a payment for services of two departments: total ${total}, given ${given}, change ${change}. The receipt:`,
    tillClosed: counted => `Closes the till: counted ${counted}, no difference.`,
    next: [
      'From here on:',
      '  ./gishe                                          the cash desk screen (on a terminal)',
      '  ./gishe till open --float 50                     open a till',
      '  ./gishe payments take --service 2016 --given 20  a payment without a screen',
      '  ./gishe reports cash --day --by department       the report of the day',
      '  ./gishe init --help                              your own municipality',
      '  ./gishe --help                                   everything else',
    ].join('\n'),
    realTown:
      'The town is made. The cash desk screen opens with "gishe" on a terminal; the commands are in "gishe --help".',
  },
}
