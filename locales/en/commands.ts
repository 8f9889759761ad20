import type { CommandTexts, HelpTexts } from '../bg/commands.ts'

const CSV = ['', 'CSV (RFC 4180, UTF-8)'] as const
const JOB = ['<job>', 'the number from "gishe print jobs", or last'] as const
const NEW_PASSWORD = 'file with the password, readable by you alone (chmod 600)'
const LINE =
  'how it is connected: serial:/dev/ttyUSB0?baud=9600&flow=rtscts, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, file:/path, preview:'

const bare = { more: '', args: {}, options: {} }

export const commands: CommandTexts = {
  start: {
    ...bare,
    does: 'Open the program; where there is no town yet, make a demo one',
    more: 'Without a terminal it shows the main job once: opens a till, takes a payment, shows the receipt and the report of the day.',
    examples: [['gishe start', 'try the program']],
  },
  desk: {
    ...bare,
    does: 'Open the cash desk screen',
    examples: [
      ['gishe', 'the same, on a terminal'],
      ['gishe desk --desk 2', 'work at desk 2'],
    ],
  },
  init: {
    does: 'Make the town: municipality, first administrator, a desk and a printer',
    more: 'On a terminal it asks for whatever was not given. Run again it adds only what is missing. The password of the administrator comes from GISHE_ADMIN_PASSWORD, from the file, or is typed.',
    args: {},
    options: {
      demo: ['', 'a demo: Smolyan, three desks, staff of every post'],
      municipality: ['<name>', 'name or code of the municipality (Smolyan, SML31)'],
      admin: ['<login>', 'login of the first administrator (admin unless given)'],
      'admin-name': ['<name>', 'first and last name of the administrator'],
      'admin-password-file': ['<file>', NEW_PASSWORD],
      'desk-name': ['<name>', 'name of the desk; its number is given by --desk (1 unless given)'],
      'printer-name': ['<name>', 'name of the printer'],
      'printer-profile': ['<profile>', 'how it prints; see "gishe printers set --help"'],
      'printer-line': ['<line>', LINE],
    },
    examples: [
      ['gishe init', 'with questions, on a terminal'],
      ['gishe init --demo', 'a demo town'],
      [
        'gishe init --municipality Smolyan --admin admin --admin-name "Desislava Petrova" --desk 1 --desk-name "Ground floor" --printer-name desk1 --printer-profile escpos-80 --printer-line "serial:/dev/ttyUSB0?baud=19200"',
        'without questions; the password is in GISHE_ADMIN_PASSWORD',
      ],
    ],
  },
  doctor: {
    ...bare,
    does: 'Check the database, the printers, the clock and the terminal, and say what to do',
    examples: [
      ['gishe doctor', 'is everything all right'],
      ['gishe doctor --json', 'for monitoring; exit 3 when something is wrong'],
    ],
  },
  'db start': {
    ...bare,
    does: 'Start the embedded database (it starts by itself when needed)',
    examples: [['gishe db start', 'when the machine starts']],
  },
  'db stop': {
    ...bare,
    does: 'Stop the embedded database; what was begun is undone, what was recorded stays',
    examples: [['gishe db stop', 'before the machine is switched off']],
  },
  'db status': {
    ...bare,
    does: 'Say where the database is, whether it runs and which version it is',
    examples: [['gishe db status', 'where the data are']],
  },
  'db migrate': {
    ...bare,
    does: 'Bring the database to this version of the program',
    examples: [['gishe db migrate', 'after an update of the program']],
  },
  'db backup': {
    ...bare,
    does: 'Back up the database',
    args: { folder: ['<folder>', 'a new folder for the backup'] },
    examples: [['gishe db backup /var/backups/gishe-2026-11-22', 'into a new folder']],
  },
  'db restore': {
    ...bare,
    does: 'Restore a backup into an empty database',
    args: { folder: ['<folder>', 'the folder of the backup'] },
    examples: [
      ['GISHE_HOME=/srv/gishe gishe db restore /var/backups/gishe-2026-11-22', 'into a new folder of data'],
    ],
  },
  'staff add': {
    does: 'Add a member of staff with the rights of the post',
    more: 'The password comes from GISHE_NEW_PASSWORD, from the file, or is typed on the terminal.',
    args: {
      login: ['<login>', 'to sign in with: small Latin letters and digits; Cyrillic is transliterated'],
    },
    options: {
      name: ['<name>', 'first and last name, as on the receipt'],
      post: ['<post>', 'cashier, clerk, head, admin or auditor'],
      'new-password-file': ['<file>', NEW_PASSWORD],
    },
    examples: [['gishe staff add mivanova --name "Maria Ivanova" --post cashier', 'a new cashier']],
  },
  'staff list': {
    ...bare,
    does: 'List the staff, the disabled too',
    examples: [['gishe staff list', 'who has access']],
  },
  'staff disable': {
    ...bare,
    does: 'Disable a member of staff and end their sessions; what they recorded stays',
    args: { login: ['<login>', 'the member of staff'] },
    examples: [['gishe staff disable kasa2', 'somebody leaves']],
  },
  'staff password': {
    does: 'Change a password: your own, or as an administrator that of somebody else',
    more: 'The new password comes from GISHE_NEW_PASSWORD, from the file, or is typed on the terminal.',
    args: { login: ['[login]', 'whose; your own unless given'] },
    options: { 'new-password-file': ['<file>', NEW_PASSWORD] },
    examples: [
      ['gishe staff password', 'your own'],
      ['gishe staff password kasa1', 'a cashier forgot it'],
    ],
  },
  'tills open': {
    ...bare,
    does: 'Open the till with the money that lies in it',
    options: { float: ['<amount>', 'opening float (0 unless given)'] },
    examples: [['gishe tills open --float 50', 'in the morning, with 50 €']],
  },
  'tills close': {
    ...bare,
    does: 'Close the till with the counted sum; its paper is printed',
    more: 'A cashier closes the own till. A head closes the one open at --desk when the cashier cannot, and says why.',
    options: {
      counted: ['<amount>', 'the money counted'],
      exact: ['', 'the count is exactly what is expected'],
      reason: ['<reason>', 'why there is a difference, or why not the cashier closes'],
    },
    examples: [
      ['gishe tills close --counted 183.40', 'with the sum counted'],
      ['gishe tills close --counted 180 --reason "wrong change"', 'with a difference'],
      [
        'gishe tills close --desk 2 --user head --counted 95 --reason "the cashier is ill"',
        'for the cashier',
      ],
    ],
  },
  'tills show': {
    ...bare,
    does: 'Show your open till and the cash expected in it',
    examples: [['gishe tills show', 'how much there should be']],
  },
  'services list': {
    ...bare,
    does: 'List the services with the fees of today',
    options: { csv: CSV },
    examples: [['gishe services list --csv', 'the catalogue as a table']],
  },
  'services find': {
    ...bare,
    does: 'Find services by code or by parts of the name',
    args: { text: ['<text...>', 'a code or words, in any case'] },
    options: { csv: CSV },
    examples: [
      ['gishe services find heirs', 'by a word'],
      ['gishe services find 20', 'by the beginning of the code'],
    ],
  },
  'services set-fee': {
    ...bare,
    does: 'Set the fee of a service from a day on',
    args: {
      code: ['<code>', 'code of the service'],
      amount: ['[amount]', 'the fee in euro; not needed with --open'],
    },
    options: {
      speed: ['<speed>', 'normal, fast or express (normal unless given)'],
      from: ['<day>', 'from which day (today unless given)'],
      'per-unit': ['', 'the fee is for one unit'],
      open: ['', 'the amount is typed when paid'],
    },
    examples: [
      ['gishe services set-fee 2016 5.11', 'from today'],
      ['gishe services set-fee 2016 7.67 --speed fast --from 2027-01-01', 'the fast service from New Year'],
    ],
  },
  'payments take': {
    ...bare,
    does: 'Take a cash payment and print its receipt',
    more: 'A service is written [quantity*]code[:speed][=amount]; speed is fast or express; an amount is given only where there is no set fee. With the same --id a payment is not repeated.',
    options: {
      service: ['<service>', 'a service; may be repeated'],
      given: ['<amount>', 'cash given (the exact sum unless given)'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
      print: ['', 'wait until the receipt has come out of the printer'],
    },
    examples: [
      ['gishe payments take --service 2016 --given 20', 'one service, 20 € given'],
      [
        'gishe payments take --service 2*2037:fast --service 2396',
        'two fast ones and a normal one, exact sum',
      ],
    ],
  },
  'reports cash': {
    ...bare,
    does: 'Show the cash taken in a period',
    more: 'A day is written 2026-11-22, 22.11.2026, today or yesterday; a month 2026-11, 11.2026, this or last. Without a period it is today. A cashier sees the own tills.',
    options: {
      day: ['[day]', 'one day'],
      month: ['[month]', 'one month'],
      from: ['<day>', 'first day'],
      to: ['<day>', 'last day, inclusive (today unless given)'],
      by: ['<what>', 'service, department, desk, cashier, tender or payment-code (service unless given)'],
      csv: CSV,
    },
    examples: [
      ['gishe reports cash --day', 'today by service'],
      ['gishe reports cash --month last --by payment-code --csv', 'for the accountants'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'for another program'],
    ],
  },
  'print jobs': {
    ...bare,
    does: 'List the papers to be printed, newest first',
    options: {
      owed: ['', 'only those not printed yet'],
      all: ['', 'of all desks, not only yours'],
      limit: ['<count>', 'at most so many (20 unless given)'],
    },
    examples: [['gishe print jobs --owed', 'what is waiting']],
  },
  'print resolve': {
    ...bare,
    does: 'Say whether an unsure paper came out',
    args: { job: JOB },
    options: { 'came-out': ['<yes|no>', 'yes: it came out; no: it is printed again'] },
    examples: [['gishe print resolve last --came-out yes', 'the receipt is in your hand']],
  },
  'print retry': {
    ...bare,
    does: 'Print an unsure or failed paper again that did not come out',
    args: { job: JOB },
    examples: [['gishe print retry last', 'after changing the roll']],
  },
  'print copy': {
    ...bare,
    does: 'Print a duplicate of a paper that came out: numbered, with the name of whoever prints it',
    args: { job: JOB },
    examples: [['gishe print copy last', 'a citizen lost the receipt']],
  },
  'print preview': {
    ...bare,
    does: 'Show a paper on the screen as it comes out on paper',
    args: { job: JOB },
    options: { columns: ['<count>', 'width in characters (42 unless given)'] },
    examples: [['gishe print preview last', 'the latest paper']],
  },
  'print test': {
    ...bare,
    does: 'Print a test page',
    args: { printer: ['[printer]', 'name of the printer; that of the desk unless given'] },
    options: { print: ['', 'wait until the page has come out'] },
    examples: [['gishe print test --print', 'does the printer work']],
  },
  'print run': {
    ...bare,
    does: 'Print the waiting papers of a printer until stopped (Ctrl-C, SIGTERM)',
    args: { printer: ['[printer]', 'name of the printer; that of the desk unless given'] },
    examples: [['gishe print run --desk 2', 'as a service on the machine with the printer']],
  },
  'printers list': {
    ...bare,
    does: 'List the printers and how they are connected',
    examples: [['gishe printers list', 'which printers there are']],
  },
  'printers set': {
    ...bare,
    does: 'Add a printer or change its settings',
    more: 'Profiles: escpos-80, escpos-58, epson-80, datecs-ep, datecs-ep-euro, rongta-80, xprinter-80, text. "gishe print test" shows which is right.',
    args: { name: ['<name>', 'name of the printer'] },
    options: { profile: ['<profile>', 'how it prints'], line: ['<line>', LINE] },
    examples: [
      [
        'gishe printers set desk1 --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'on a serial port',
      ],
      ['gishe printers set desk1 --profile epson-80 --line usb:/dev/usb/lp0', 'on USB'],
    ],
  },
  'desks list': {
    ...bare,
    does: 'List the desks and their printers',
    examples: [['gishe desks list', 'which desks there are']],
  },
  'desks set': {
    ...bare,
    does: 'Add a desk or change its name and printer',
    args: { number: ['<number>', 'number of the desk, 1 to 9999'] },
    options: {
      name: ['<name>', 'name of the desk'],
      printer: ['<printer>', 'name of its printer'],
    },
    examples: [['gishe desks set 4 --name "Momchilovtsi" --printer "екран 1"', 'a new desk']],
  },
}

export const help: HelpTexts = {
  program: "Gishe: a municipality's cash desk and registry on the terminal",
  groups: {
    db: 'the database',
    staff: 'staff and their access',
    tills: 'opening and closing a till',
    services: 'services and fees',
    payments: 'payments',
    reports: 'reports',
    print: 'papers to be printed',
    printers: 'printers',
    desks: 'desks of the town',
  },
  global: {
    lang: ['<language>', 'bg or en; also GISHE_LANG'],
    user: ['<login>', 'who works; also GISHE_USER'],
    'password-file': [
      '<file>',
      'file with the password (chmod 600); also GISHE_PASSWORD, GISHE_PASSWORD_FILE',
    ],
    desk: ['<number>', 'at which desk; also GISHE_DESK'],
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
