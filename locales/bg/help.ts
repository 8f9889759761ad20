/** What the help says around the commands. */
export const help = {
  program: 'Гише: каса и деловодство на общината от терминала',
  groups: {
    db: 'базата данни',
    training: 'базата за обучение',
    staff: 'служителите и достъпът им',
    till: 'касата: отваряне, движения, X и Z, приключване',
    parties: 'регистърът на хората и организациите',
    bills: 'сметките, които чакат плащане',
    services: 'услугите и таксите',
    payments: 'плащанията',
    receipts: 'квитанциите: търсене, дубликат, сторно',
    reports: 'отчетите',
    books: 'касовата книга, предаването на пари и картовите терминали',
    print: 'документите за печат',
    printers: 'принтерите',
    desks: 'касите в общината',
    settings: 'лимитите на общината',
  },
  global: {
    lang: ['<език>', 'bg или en; също GISHE_LANG'],
    user: ['<потребител>', 'кой работи; също GISHE_USER'],
    'password-file': ['<файл>', 'файл с паролата (chmod 600); също GISHE_PASSWORD, GISHE_PASSWORD_FILE'],
    desk: ['<номер>', 'на коя каса; също GISHE_DESK'],
    training: ['', 'за обучение: отделни номера, нищо не влиза в отчетите; също GISHE_TRAINING=1'],
    json: ['', 'отговор в JSON; сумите са цели центове'],
  } satisfies Record<string, readonly [string, string]>,
  version: 'версията на програмата',
  help: 'тази помощ',
  titles: {
    'Usage:': 'Употреба:',
    'Arguments:': 'Аргументи:',
    'Options:': 'Опции:',
    'Global Options:': 'Общи опции:',
    'Commands:': 'Команди:',
    'Examples:': 'Примери:',
    '[options]': '[опции]',
    '[command]': '[команда]',
  },
  more: 'Подробно за команда: gishe КОМАНДА --help. Изход: 0 готово, 1 отказано, 2 грешна употреба, 3 повреда на връзка или устройство, 70 грешка в програмата.',
}

export type HelpTexts = typeof help
