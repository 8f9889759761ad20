import type { HelpTexts } from '../bg/help.ts'

export const help: HelpTexts = {
  program: "Gishe: a municipality's cash desk and registry on the terminal",
  groups: {
    db: 'the database',
    training: 'the database for training',
    staff: 'staff and their access',
    till: 'the till: opening, movements, X and Z, closing',
    services: 'services and fees',
    payments: 'payments',
    reports: 'reports',
    books: 'the cash book, deposits and card terminals',
    print: 'papers to be printed',
    printers: 'printers',
    desks: 'desks of the town',
    settings: 'limits of the town',
  },
  global: {
    lang: ['<language>', 'bg or en; also GISHE_LANG'],
    user: ['<login>', 'who works; also GISHE_USER'],
    'password-file': [
      '<file>',
      'file with the password (chmod 600); also GISHE_PASSWORD, GISHE_PASSWORD_FILE',
    ],
    desk: ['<number>', 'at which desk; also GISHE_DESK'],
    training: ['', 'for training: numbers of its own, nothing of it is reported; also GISHE_TRAINING=1'],
    json: ['', 'answer in JSON; amounts are whole cents'],
  },
  version: 'version of the program',
  help: 'this help',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Global Options:': 'Global options:',
    'Commands:': 'Commands:',
    'Examples:': 'Examples:',
    '[options]': '[options]',
    '[command]': '[command]',
  },
  more: 'Details of a command: gishe COMMAND --help. Exit: 0 done, 1 refused, 2 wrong usage, 3 fault of a line or device, 70 bug in the program.',
}
