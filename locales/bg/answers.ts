import type { RefusalCode } from '../../rules/refusal.ts'

/** What is wrong with how a command was written, and how to write it. */
const usage = {
  unknownOption: (option: string) => `Няма опция ${option}. Вижте --help на командата.`,
  unknownCommand: (command: string) => `Няма команда „${command}“. Вижте gishe --help.`,
  near: (near: string) => `Имахте предвид ${near}?`,
  missingArgument: (argument: string) => `Липсва „${argument}“. Вижте --help на командата.`,
  optionNeedsValue: (option: string) => `Опцията ${option} иска стойност.`,
  missingOption: (option: string) => `Липсва задължителната опция ${option}. Вижте --help на командата.`,
  tooManyArguments: 'Твърде много думи след командата. Име с интервал се огражда с кавички.',
  conflict: (one: string, other: string) => `${one} и ${other} не могат да се посочат заедно.`,
  unknownLanguage: (text: string) =>
    `Няма език „${text}“. Изберете bg или en. (No such language: choose bg or en.)`,
  notOneOf: (option: string, text: string, known: readonly string[]) =>
    `${option} не може да е „${text}“. Изберете: ${known.join(', ')}.`,
  notBetween: (option: string, text: string, least: number, most: number) =>
    `${option} е цяло число от ${least} до ${most}, а не „${text}“.`,
  userNeeded: 'Кой работи? Посочете --user или GISHE_USER.',
  passwordNeeded: (login: string) =>
    `Нужна е паролата на „${login}“: посочете я с GISHE_PASSWORD или --password-file.`,
  newPasswordNeeded: (login: string, name: string) =>
    `Нужна е нова парола за „${login}“: посочете я с ${name} или с файл (вижте --help).`,
  secretReadable: (path: string) =>
    `Файлът с парола ${path} е достъпен и за други. Затворете го: chmod 600 ${path}`,
  secretUnreadable: (path: string) =>
    `Файлът с парола ${path} не може да се прочете. Проверете името и правата му.`,
  onePeriod: 'Посочете един период: или --day, или --month, или --from и --to.',
  countedOrExact: 'Посочете или --counted с преброената сума, или --exact.',
  folderTaken: (folder: string) => `${folder} вече съществува. Посочете нова папка за копието.`,
  needsTerminal: 'Екранът на касата иска терминал. За скриптове има команди: gishe --help.',
  ownServer: 'Базата е на сървъра от GISHE_DATABASE_URL. Пуска и спира я неговият администратор.',
  ownerUrl:
    'За тази работа е нужен собственикът на базата: GISHE_DATABASE_URL=postgres://собственик:парола@сървър/база',
  ownerHome: (home: string) =>
    `За тази работа е нужен собственикът на ${home}. Пуснете командата от неговото име.`,
}

export type UsageTexts = {
  [Key in keyof typeof usage]: (typeof usage)[Key] extends string ? string : (typeof usage)[Key]
}

export const answers = {
  usage: usage as UsageTexts,
  /** A command that gets one past the refusal. */
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
  } as Partial<Record<RefusalCode, string>>,
  incident: (number: string, path: string | null) =>
    `Грешка в програмата, номер ${number}.${path ? ` Подробностите са в ${path}.` : ''} Съобщете номера на администратора.`,
  progress: {
    making: 'Създавам базата данни…',
    starting: 'Пускам базата данни…',
    migrating: 'Привеждам базата към тази версия…',
    table: (table: string, at: number, of: number) => `${at}/${of} ${table}`,
  },
  makingDemo: 'Създавам демо община…',
  demoUser: (login: string, name: string) =>
    `ДЕМО: влизане като ${login} (${name}); друг потребител се посочва с --user.`,
  ask: {
    user: 'Потребител',
    password: (login: string) => `Парола на ${login}`,
    newPassword: (login: string) => `Нова парола за ${login}`,
    again: 'Още веднъж',
    notAlike: 'Двете пароли се различават. Опитайте отново.',
  },
  init: {
    municipality: 'Община (име или код)',
    admin: 'Потребителско име на администратора',
    'admin-name': 'Име и фамилия на администратора',
    'desk-name': 'Име на касата',
    'printer-name': 'Име на принтера',
    'printer-profile': 'Профил на принтера (escpos-80, escpos-58, epson-80, datecs-ep, text …)',
    'printer-line': 'Връзка с принтера (serial:…, usb:…, tcp://…, file:…, preview:)',
    deskName: (number: number) => `Каса ${number}`,
    printerName: (number: number) => `принтер ${number}`,
  },
  townMade: (name: string) =>
    `Община ${name} е създадена.\nПродължете с:\n  gishe staff add … --post cashier   касиери\n  gishe services set-fee …           такси (докато ги няма, сумите се въвеждат)\n  gishe print test --print           пробна страница\n  gishe doctor                       всичко ли е наред`,
  demoMade: (name: string) =>
    `Демо община ${name} е създадена. Продължете с „gishe“ на терминал или с „gishe start“.`,
  townThere: (name: string) => `Община ${name} вече е създадена; нищо не липсва.`,
  dbStarted: (now: boolean, home: string) => `Базата данни в ${home} ${now ? 'е пусната' : 'вече работи'}.`,
  dbStopped: (now: boolean): string => (now ? 'Базата данни е спряна.' : 'Базата данни не работеше.'),
  dbUp: (where: string, server: string, town: string) =>
    [`Базата данни ${where} работи.`, server, town && `Община ${town}.`].filter(Boolean).join('\n'),
  dbDown: (home: string) => `Базата данни в ${home} е спряна. Тръгва сама при нужда или с „gishe db start“.`,
  dbNone: (home: string) => `В ${home} още няма база данни. Направете я с „gishe init“.`,
  dbBehind: 'Базата не е от тази версия на програмата: „gishe db migrate“.',
  migrated: (applied: number) =>
    applied > 0 ? `Приложени промени: ${applied}.` : 'Базата вече е от тази версия.',
  backedUp: (folder: string, rows: number) => `Резервното копие е в ${folder}: ${rows} записа.`,
  restored: (town: string, madeAt: string, rows: number, withoutPassword: readonly string[]): string =>
    [
      `Община ${town} е възстановена от копие от ${madeAt}: ${rows} записа.`,
      withoutPassword.length > 0 &&
        `Тези служители искат нова парола (gishe staff password …): ${withoutPassword.join(', ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
  staffAdded: (login: string, post: string) => `Добавен: ${login}, ${post}.`,
  staffDisabled: (login: string) => `Достъпът на ${login} е спрян.`,
  passwordSet: (login: string) => `Паролата на ${login} е сменена.`,
  staff: { login: 'Потребител', name: 'Име', post: 'Длъжност', disabled: 'Спрян' },
  tillOpened: (desk: number, float: string) => `Каса ${desk} е отворена с ${float}.`,
  tillClosed: (desk: number, expected: string, counted: string, difference: string | null) =>
    `Каса ${desk} е приключена. Очаквани ${expected}, преброени ${counted}${difference ? `, разлика ${difference}` : ', без разлика'}.`,
  noTill: 'Нямате отворена каса.',
  tillShown: (
    desk: number,
    since: string,
    payments: number,
    float: string,
    taken: string,
    expected: string,
  ) =>
    `Каса ${desk}, отворена в ${since} ч.\nПлащания: ${payments}\nНачална наличност: ${float}\nПриети в брой: ${taken}\nОчаквана наличност: ${expected}`,
  taken: (receipt: string, total: string, given: string, change: string) =>
    `Квитанция № ${receipt}\nОбщо: ${total}\nДадени: ${given}\nРесто: ${change}`,
  notPrinted: (state: string) =>
    `Плащането е прието, но квитанцията не е излязла (${state}). Вижте „gishe print jobs“.`,
  services: {
    code: 'Код',
    name: 'Услуга',
    department: 'Отдел',
    pricing: 'Такса',
    fee: { normal: 'Обикновена', fast: 'Бърза', express: 'Експресна' },
    pricings: { fixed: 'определена', per_unit: 'за брой', open: 'въвежда се' },
  },
  feeSet: (code: string, fee: string, day: string) => `Такса на услуга ${code} от ${day}: ${fee}.`,
  jobs: {
    id: 'Номер',
    queued: 'От',
    desk: 'Каса',
    title: 'Документ',
    printer: 'Принтер',
    state: 'Състояние',
  },
  jobState: {
    queued: 'чака',
    sending: 'печата се',
    printed: 'отпечатан',
    sent: 'изпратен',
    shown: 'на екрана',
    failed: 'неуспешен',
    unsure: 'неясно дали е излязъл',
  },
  noJobs: 'Няма документи за печат.',
  copied: (title: string) => `Чака печат: ${title}. Печата го касата или „gishe print run“.`,
  resolved: (title: string, state: string) => `${title}: ${state}.`,
  testQueued: (printer: string) =>
    `Пробната страница чака на принтер „${printer}“. Печата я касата или „gishe print run“.`,
  printing: (job: string) => `Печатам ${job}`,
  printingFor: (printer: string, line: string) => `Печатам за „${printer}“ (${line}). Ctrl-C спира.`,
  printingElsewhere: 'Друга програма вече печата на този принтер. Чакам реда си.',
  printingStopped: 'Печатането е спряно.',
  printers: { name: 'Принтер', profile: 'Профил', line: 'Връзка' },
  printerSet: (name: string, added: boolean) =>
    `Принтерът „${name}“ е ${added ? 'добавен' : 'променен'}. Проверете го с „gishe print test --print“.`,
  desks: { number: 'Каса', name: 'Име', printer: 'Принтер' },
  deskSet: (number: number, added: boolean) => `Каса ${number} е ${added ? 'добавена' : 'променена'}.`,
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
      '  ./gishe tills open --float 50                    отваряне на каса',
      '  ./gishe payments take --service 2016 --given 20  плащане без екран',
      '  ./gishe reports cash --day --by department       отчетът за деня',
      '  ./gishe init --help                              Вашата община',
      '  ./gishe --help                                   всичко останало',
    ].join('\n'),
    realTown:
      'Общината е създадена. Екранът на касата се отваря с „gishe“ на терминал; командите са в „gishe --help“.',
  },
  doctor: {
    program: 'Програма',
    terminal: 'Терминал',
    noLocale: 'езикът не е зададен',
    setLocale: 'Кирилицата иска UTF-8: export LC_ALL=C.UTF-8 (или bg_BG.UTF-8)',
    home: 'Папка с данните',
    closeHome: (command: string) => `Други могат да пишат в нея. Затворете я: ${command}`,
    disk: 'Свободно място',
    free: (mib: number) => `${mib} MiB`,
    freeSomeSpace: (folder: string) => `Освободете място на диска с ${folder}: без него базата спира.`,
    database: 'База данни',
    broken: 'няма',
    server: 'Сървър',
    tooOld: 'Нужен е PostgreSQL 15 или по-нов. Обновете сървъра.',
    durable: 'Трайност на записа',
    setDurable: 'Включете fsync и synchronous_commit: иначе при спиране на тока се губят плащания.',
    clock: 'Часовник',
    skew: (ms: number) => `разлика с базата ${ms} ms`,
    setClock: 'Сверете часовника на тази машина: timedatectl set-ntp true',
    schema: 'Версия на базата',
    town: 'Община',
    demo: 'ДЕМО',
    printer: (desk: number) => `Принтер на каса ${desk}`,
  },
}

export type AnswerTexts = typeof answers
