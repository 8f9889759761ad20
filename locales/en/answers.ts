import type { AnswerTexts } from '../bg/answers.ts'

export const answers: AnswerTexts = {
  usage: {
    unknownOption: option => `There is no option ${option}. See --help of the command.`,
    unknownCommand: command => `There is no command "${command}". See gishe --help.`,
    near: near => `Did you mean ${near}?`,
    missingArgument: argument => `"${argument}" is missing. See --help of the command.`,
    optionNeedsValue: option => `The option ${option} needs a value.`,
    missingOption: option => `The option ${option} is needed. See --help of the command.`,
    tooManyArguments: 'Too many words after the command. A name with a space goes between quotes.',
    conflict: (one, other) => `${one} and ${other} cannot be given together.`,
    unknownLanguage: text => `There is no language "${text}". Choose bg or en.`,
    notOneOf: (option, text, known) => `${option} cannot be "${text}". Choose: ${known.join(', ')}.`,
    notBetween: (option, text, least, most) =>
      `${option} is a whole number from ${least} to ${most}, not "${text}".`,
    userNeeded: 'Who works? Give --user or GISHE_USER.',
    passwordNeeded: login =>
      `The password of "${login}" is needed: give it by GISHE_PASSWORD or --password-file.`,
    newPasswordNeeded: (login, name) =>
      `A new password for "${login}" is needed: give it by ${name} or by a file (see --help).`,
    secretReadable: path => `The password file ${path} can be read by others. Close it: chmod 600 ${path}`,
    secretUnreadable: path => `The password file ${path} cannot be read. Check its name and permissions.`,
    onePeriod: 'Give one period: either --day, or --month, or --from and --to.',
    countedOrExact: 'Give either --counted with the sum counted, or --exact.',
    folderTaken: folder => `${folder} is there already. Name a new folder for the backup.`,
    needsTerminal: 'The cash desk screen needs a terminal. For scripts there are commands: gishe --help.',
    ownServer:
      'The database is on the server of GISHE_DATABASE_URL. Its own administrator starts and stops it.',
    ownerUrl:
      'This needs the owner of the database: GISHE_DATABASE_URL=postgres://owner:password@server/database',
    ownerHome: home => `This needs the owner of ${home}. Run the command as that user.`,
  },
  hints: {
    'till.not_open': 'gishe tills open --float 50',
    'town.missing': 'gishe init --demo',
    'service.unknown': 'gishe services list',
    'desk.unknown': 'gishe desks list',
    'desk.needed': 'gishe desks set 1 --name … --printer …',
    'printer.unknown': 'gishe printers list',
    'job.unknown': 'gishe print jobs',
    'staff.unknown': 'gishe staff list',
    'till.open_elsewhere': 'gishe tills close --counted …',
  },
  incident: (number, path) =>
    `A bug in the program, number ${number}.${path ? ` The details are in ${path}.` : ''} Tell the number to the administrator.`,
  progress: {
    making: 'Making the database…',
    starting: 'Starting the database…',
    migrating: 'Bringing the database to this version…',
    table: (table, at, of) => `${at}/${of} ${table}`,
  },
  makingDemo: 'Making a demo town…',
  demoUser: (login, name) => `DEMO: signing in as ${login} (${name}); --user names another one.`,
  ask: {
    user: 'User',
    password: login => `Password of ${login}`,
    newPassword: login => `New password for ${login}`,
    again: 'Once more',
    notAlike: 'The two passwords differ. Try again.',
  },
  init: {
    municipality: 'Municipality (name or code)',
    admin: 'Login of the administrator',
    'admin-name': 'First and last name of the administrator',
    'desk-name': 'Name of the desk',
    'printer-name': 'Name of the printer',
    'printer-profile': 'Profile of the printer (escpos-80, escpos-58, epson-80, datecs-ep, text …)',
    'printer-line': 'Line to the printer (serial:…, usb:…, tcp://…, file:…, preview:)',
    deskName: number => `Desk ${number}`,
    printerName: number => `printer ${number}`,
  },
  townMade: name =>
    `The municipality of ${name} is made.\nGo on with:\n  gishe staff add … --post cashier   cashiers\n  gishe services set-fee …           fees (until there are any, amounts are typed)\n  gishe print test --print           a test page\n  gishe doctor                       is everything all right`,
  demoMade: name =>
    `A demo of the municipality of ${name} is made. Go on with "gishe" on a terminal or with "gishe start".`,
  townThere: name => `The municipality of ${name} is there already; nothing is missing.`,
  dbStarted: (now, home) => `The database in ${home} ${now ? 'is started' : 'is running already'}.`,
  dbStopped: now => (now ? 'The database is stopped.' : 'The database was not running.'),
  dbUp: (where, server, town) =>
    [`The database ${where} is running.`, server, town && `Municipality of ${town}.`]
      .filter(Boolean)
      .join('\n'),
  dbDown: home =>
    `The database in ${home} is stopped. It starts by itself when needed, or with "gishe db start".`,
  dbNone: home => `There is no database in ${home} yet. Make it with "gishe init".`,
  dbBehind: 'The database is not of this version of the program: "gishe db migrate".',
  migrated: applied =>
    applied > 0 ? `Changes applied: ${applied}.` : 'The database is of this version already.',
  backedUp: (folder, rows) => `The backup is in ${folder}: ${rows} rows.`,
  restored: (town, madeAt, rows, withoutPassword) =>
    [
      `The municipality of ${town} is restored from a backup of ${madeAt}: ${rows} rows.`,
      withoutPassword.length > 0 &&
        `These need a new password (gishe staff password …): ${withoutPassword.join(', ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
  staffAdded: (login, post) => `Added: ${login}, ${post}.`,
  staffDisabled: login => `The access of ${login} is disabled.`,
  passwordSet: login => `The password of ${login} is changed.`,
  staff: { login: 'Login', name: 'Name', post: 'Post', disabled: 'Disabled' },
  tillOpened: (desk, float) => `The till of desk ${desk} is open with ${float}.`,
  tillClosed: (desk, expected, counted, difference) =>
    `The till of desk ${desk} is closed. Expected ${expected}, counted ${counted}${difference ? `, difference ${difference}` : ', no difference'}.`,
  noTill: 'You have no till open.',
  tillShown: (desk, since, payments, float, taken, expected) =>
    `Desk ${desk}, open since ${since}\nPayments: ${payments}\nOpening float: ${float}\nCash taken: ${taken}\nExpected cash: ${expected}`,
  taken: (receipt, total, given, change) =>
    `Receipt № ${receipt}\nTotal: ${total}\nGiven: ${given}\nChange: ${change}`,
  notPrinted: state =>
    `The payment is taken, but the receipt did not come out (${state}). See "gishe print jobs".`,
  services: {
    code: 'Code',
    name: 'Service',
    department: 'Department',
    pricing: 'Fee',
    fee: { normal: 'Normal', fast: 'Fast', express: 'Express' },
    pricings: { fixed: 'set', per_unit: 'per unit', open: 'typed' },
  },
  feeSet: (code, fee, day) => `Fee of service ${code} from ${day}: ${fee}.`,
  jobs: { id: 'Number', queued: 'Since', desk: 'Desk', title: 'Paper', printer: 'Printer', state: 'State' },
  jobState: {
    queued: 'waiting',
    sending: 'being printed',
    printed: 'printed',
    sent: 'sent',
    shown: 'on the screen',
    failed: 'failed',
    unsure: 'unsure whether it came out',
  },
  noJobs: 'There are no papers to be printed.',
  copied: (title: string) => `Waits to be printed: ${title}. The desk or "gishe print run" prints it.`,
  resolved: (title, state) => `${title}: ${state}.`,
  testQueued: printer =>
    `The test page waits for the printer "${printer}". The desk or "gishe print run" prints it.`,
  printing: job => `Printing ${job}`,
  printingFor: (printer, line) => `Printing for "${printer}" (${line}). Ctrl-C stops.`,
  printingElsewhere: 'Another program prints for this printer already. Waiting for it to end.',
  printingStopped: 'Printing is stopped.',
  printers: { name: 'Printer', profile: 'Profile', line: 'Line' },
  printerSet: (name, added) =>
    `The printer "${name}" is ${added ? 'added' : 'changed'}. Check it with "gishe print test --print".`,
  desks: { number: 'Desk', name: 'Name', printer: 'Printer' },
  deskSet: (number, added) => `Desk ${number} is ${added ? 'added' : 'changed'}.`,
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
      '  ./gishe tills open --float 50                    open a till',
      '  ./gishe payments take --service 2016 --given 20  a payment without a screen',
      '  ./gishe reports cash --day --by department       the report of the day',
      '  ./gishe init --help                              your own municipality',
      '  ./gishe --help                                   everything else',
    ].join('\n'),
    realTown:
      'The town is made. The cash desk screen opens with "gishe" on a terminal; the commands are in "gishe --help".',
  },
  doctor: {
    program: 'Program',
    terminal: 'Terminal',
    noLocale: 'no language set',
    setLocale: 'Cyrillic needs UTF-8: export LC_ALL=C.UTF-8 (or bg_BG.UTF-8)',
    home: 'Folder of the data',
    closeHome: command => `Others can write in it. Close it: ${command}`,
    disk: 'Free space',
    free: mib => `${mib} MiB`,
    freeSomeSpace: folder => `Free some space on the disk of ${folder}: without it the database stops.`,
    database: 'Database',
    broken: 'none',
    server: 'Server',
    tooOld: 'PostgreSQL 15 or newer is needed. Update the server.',
    durable: 'Durability',
    setDurable: 'Switch fsync and synchronous_commit on: without them a power cut loses payments.',
    clock: 'Clock',
    skew: ms => `${ms} ms from the database`,
    setClock: 'Set the clock of this machine: timedatectl set-ntp true',
    schema: 'Version of the database',
    town: 'Municipality',
    demo: 'DEMO',
    printer: desk => `Printer of desk ${desk}`,
  },
}
