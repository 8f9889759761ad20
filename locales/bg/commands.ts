/** Help is the manual. Names of arguments and options are the program's; what stands between brackets is for people. */
export type CommandText = {
  does: string
  more: string
  args: Record<string, [shown: string, meaning: string]>
  options: Record<string, [shown: string, meaning: string]>
  examples: [command: string, meaning: string][]
}

const command = <const Args extends CommandText['args'], const Options extends CommandText['options']>(text: {
  does: string
  more?: string
  args?: Args
  options?: Options
  examples: CommandText['examples']
}) => ({ more: '', args: {} as Args, options: {} as Options, ...text })

export const commands = {
  start: command({
    does: 'Отваря програмата; ако още няма община, прави демо',
    more: 'Без терминал показва основната работа веднъж: отваря каса, приема плащане, показва квитанцията и отчета за деня.',
    examples: [['gishe start', 'опитайте програмата']],
  }),
  desk: command({
    does: 'Отваря екрана на касата',
    examples: [
      ['gishe', 'на терминал е същото'],
      ['gishe desk --desk 2', 'работа на каса 2'],
    ],
  }),
  init: command({
    does: 'Прави общината: данни, пръв администратор, каса и принтер',
    more: 'На терминал пита за всичко, което не е посочено. Пуснато пак, добавя само липсващото. Паролата на администратора се взема от GISHE_ADMIN_PASSWORD, от файла или се въвежда.',
    options: {
      demo: ['', 'демо: община Смолян, три каси, служители от всички длъжности'],
      municipality: ['<име>', 'име или код на общината (Смолян, SML31)'],
      admin: ['<потребител>', 'потребителско име на първия администратор (по подразбиране admin)'],
      'admin-name': ['<име>', 'име и фамилия на администратора'],
      'admin-password-file': ['<файл>', 'файл с паролата му, достъпен само за Вас (chmod 600)'],
      'desk-name': ['<име>', 'име на касата; номерът ѝ се посочва с --desk (по подразбиране 1)'],
      'printer-name': ['<име>', 'име на принтера'],
      'printer-profile': ['<профил>', 'как печата; вижте „gishe printers set --help“'],
      'printer-line': [
        '<връзка>',
        'как е свързан: serial:/dev/ttyUSB0?baud=9600, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, file:/път, preview:',
      ],
    },
    examples: [
      ['gishe init', 'с въпроси на терминала'],
      ['gishe init --demo', 'демо община'],
      [
        'gishe init --municipality Смолян --admin admin --admin-name "Десислава Петрова" --desk 1 --desk-name "Каса партер" --printer-name касов --printer-profile escpos-80 --printer-line "serial:/dev/ttyUSB0?baud=19200"',
        'без въпроси; паролата е в GISHE_ADMIN_PASSWORD',
      ],
    ],
  }),
  doctor: command({
    does: 'Проверява базата, принтерите, часовника и терминала и казва какво да се направи',
    examples: [
      ['gishe doctor', 'всичко ли е наред'],
      ['gishe doctor --json', 'за наблюдение; изход 3, ако нещо не е наред'],
    ],
  }),
  'db start': command({
    does: 'Пуска вградената база данни (иначе тя тръгва сама при нужда)',
    examples: [['gishe db start', 'при старт на машината']],
  }),
  'db stop': command({
    does: 'Спира вградената база данни; започнатото се отменя, записаното остава',
    examples: [['gishe db stop', 'преди изключване на машината']],
  }),
  'db status': command({
    does: 'Казва къде е базата, работи ли и коя версия е',
    examples: [['gishe db status', 'къде са данните']],
  }),
  'db migrate': command({
    does: 'Привежда базата към тази версия на програмата',
    examples: [['gishe db migrate', 'след обновяване на програмата']],
  }),
  'db backup': command({
    does: 'Прави резервно копие на базата',
    args: { folder: ['<папка>', 'нова папка за копието'] },
    examples: [['gishe db backup /var/backups/gishe-2026-11-22', 'копие в нова папка']],
  }),
  'db restore': command({
    does: 'Възстановява резервно копие в празна база',
    args: { folder: ['<папка>', 'папката с копието'] },
    examples: [
      ['GISHE_HOME=/srv/gishe gishe db restore /var/backups/gishe-2026-11-22', 'в нова папка с данни'],
    ],
  }),
  'staff add': command({
    does: 'Добавя служител с достъп според длъжността му',
    more: 'Паролата се взема от GISHE_NEW_PASSWORD, от файла или се въвежда на терминала.',
    args: { login: ['<потребител>', 'за вход: малки латински букви и цифри; кирилицата се преписва'] },
    options: {
      name: ['<име>', 'име и фамилия, както стоят на квитанцията'],
      post: ['<длъжност>', 'cashier, clerk, head, admin или auditor'],
      'new-password-file': ['<файл>', 'файл с паролата му, достъпен само за Вас (chmod 600)'],
    },
    examples: [['gishe staff add mivanova --name "Мария Иванова" --post cashier', 'нов касиер']],
  }),
  'staff list': command({
    does: 'Показва служителите, включително спрените',
    examples: [['gishe staff list', 'кой има достъп']],
  }),
  'staff disable': command({
    does: 'Спира достъпа на служител и прекъсва работата му; записаното от него остава',
    args: { login: ['<потребител>', 'служителят'] },
    examples: [['gishe staff disable kasa2', 'служителят напуска']],
  }),
  'staff password': command({
    does: 'Сменя паролата: своята, а администраторът и чужда',
    more: 'Новата парола се взема от GISHE_NEW_PASSWORD, от файла или се въвежда на терминала.',
    args: { login: ['[потребител]', 'чия парола; без него своята'] },
    options: { 'new-password-file': ['<файл>', 'файл с новата парола (chmod 600)'] },
    examples: [
      ['gishe staff password', 'своята парола'],
      ['gishe staff password kasa1', 'забравена парола на касиер'],
    ],
  }),
  'tills open': command({
    does: 'Отваря касата с наличните в нея пари',
    options: { float: ['<сума>', 'начална наличност (по подразбиране 0)'] },
    examples: [['gishe tills open --float 50', 'сутрин, с 50 € в касата']],
  }),
  'tills close': command({
    does: 'Приключва касата с преброената сума; описът се печата',
    more: 'Касиерът приключва своята каса. Ръководител приключва отворената на --desk, когато касиерът не може, и казва защо.',
    options: {
      counted: ['<сума>', 'преброените пари'],
      exact: ['', 'преброеното е точно очакваното'],
      reason: ['<причина>', 'защо има разлика или защо не я приключва касиерът'],
    },
    examples: [
      ['gishe tills close --counted 183,40', 'с преброена сума'],
      ['gishe tills close --counted 180 --reason "грешно ресто"', 'с разлика'],
      ['gishe tills close --desk 2 --user head --counted 95 --reason "касиерът е болен"', 'вместо касиера'],
    ],
  }),
  'tills show': command({
    does: 'Показва отворената Ви каса и очакваната наличност',
    examples: [['gishe tills show', 'колко трябва да има в касата']],
  }),
  'services list': command({
    does: 'Показва услугите с днешните им такси',
    examples: [['gishe services list --csv', 'каталогът като таблица']],
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
  }),
  'services find': command({
    does: 'Търси услуги по код или по части от името',
    args: { text: ['<текст...>', 'код или думи, главни или малки букви'] },
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [
      ['gishe services find наследници', 'по дума'],
      ['gishe services find 20', 'по начало на кода'],
    ],
  }),
  'services set-fee': command({
    does: 'Определя таксата на услуга от даден ден нататък',
    args: {
      code: ['<код>', 'код на услугата'],
      amount: ['[сума]', 'таксата в евро; не е нужна с --open'],
    },
    options: {
      speed: ['<скорост>', 'normal, fast или express (по подразбиране normal)'],
      from: ['<ден>', 'от кой ден (по подразбиране днес)'],
      'per-unit': ['', 'таксата е за една бройка'],
      open: ['', 'сумата се въвежда при плащане'],
    },
    examples: [
      ['gishe services set-fee 2016 5,11', 'от днес'],
      ['gishe services set-fee 2016 7,67 --speed fast --from 01.01.2027', 'бърза услуга от Нова година'],
    ],
  }),
  'payments take': command({
    does: 'Приема плащане в брой и печата квитанция',
    more: 'Услуга се пише като [брой*]код[:скорост][=сума]; скорост fast или express; сума се посочва само за услуги без определена такса. Със същото --id плащането не се повтаря.',
    options: {
      service: ['<услуга>', 'услуга; може да се повтаря'],
      given: ['<сума>', 'дадени пари (по подразбиране точната сума)'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
      print: ['', 'чака квитанцията да излезе от принтера'],
    },
    examples: [
      ['gishe payments take --service 2016 --given 20', 'една услуга, дадени 20 €'],
      ['gishe payments take --service 2*2037:fast --service 2396', 'две бързи и една обикновена, точна сума'],
    ],
  }),
  'reports cash': command({
    does: 'Показва приетите суми за период',
    more: 'Ден се пише като 2026-11-22, 22.11.2026, днес или вчера; месец като 2026-11, 11.2026, този или миналия. Без период е днес. Касиерът вижда своите каси.',
    options: {
      day: ['[ден]', 'един ден'],
      month: ['[месец]', 'един месец'],
      from: ['<ден>', 'първи ден'],
      to: ['<ден>', 'последен ден, включително (по подразбиране днес)'],
      by: [
        '<разрез>',
        'service, department, desk, cashier, tender или payment-code (по подразбиране service)',
      ],
      csv: ['', 'CSV (RFC 4180, UTF-8)'],
    },
    examples: [
      ['gishe reports cash --day', 'днес по услуги'],
      ['gishe reports cash --month миналия --by payment-code --csv', 'за счетоводството'],
      ['gishe reports cash --from 2026-11-01 --to 2026-11-15 --by department --json', 'за друга програма'],
    ],
  }),
  'print jobs': command({
    does: 'Показва документите за печат, най-новите първи',
    options: {
      owed: ['', 'само неотпечатаните'],
      all: ['', 'на всички каси, не само на Вашата'],
      limit: ['<брой>', 'най-много толкова (по подразбиране 20)'],
    },
    examples: [['gishe print jobs --owed', 'какво чака']],
  }),
  'print resolve': command({
    does: 'Казва дали документ с неясен печат е излязъл',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    options: { 'came-out': ['<yes|no>', 'yes: излязъл е; no: печата се отново'] },
    examples: [['gishe print resolve last --came-out yes', 'квитанцията е в ръката Ви']],
  }),
  'print retry': command({
    does: 'Печата отново документ с неясен или неуспешен печат, който не е излязъл',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    examples: [['gishe print retry last', 'след смяна на хартията']],
  }),
  'print copy': command({
    does: 'Печата дубликат на излязъл документ: номериран, с името на този, който го печата',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    examples: [['gishe print copy last', 'гражданинът е загубил квитанцията']],
  }),
  'print preview': command({
    does: 'Показва документ на екрана, както излиза на хартия',
    args: { job: ['<документ>', 'номерът от „gishe print jobs“ или last'] },
    options: { columns: ['<брой>', 'ширина в знаци (по подразбиране 42)'] },
    examples: [['gishe print preview last', 'последният документ']],
  }),
  'print test': command({
    does: 'Печата пробна страница',
    args: { printer: ['[принтер]', 'име на принтера; без него този на касата'] },
    options: { print: ['', 'чака страницата да излезе'] },
    examples: [['gishe print test --print', 'работи ли принтерът']],
  }),
  'print run': command({
    does: 'Печата чакащите документи на принтера, докато бъде спряна (Ctrl-C, SIGTERM)',
    args: { printer: ['[принтер]', 'име на принтера; без него този на касата'] },
    examples: [['gishe print run --desk 2', 'като услуга на машината с принтера']],
  }),
  'printers list': command({
    does: 'Показва принтерите и как са свързани',
    examples: [['gishe printers list', 'кои принтери има']],
  }),
  'printers set': command({
    does: 'Добавя принтер или променя настройките му',
    more: 'Профили: escpos-80, escpos-58, epson-80, datecs-ep, datecs-ep-euro, rongta-80, xprinter-80, text. Кой е верният показва „gishe print test“.',
    args: { name: ['<име>', 'име на принтера'] },
    options: {
      profile: ['<профил>', 'как печата'],
      line: [
        '<връзка>',
        'как е свързан: serial:/dev/ttyUSB0?baud=9600&flow=rtscts, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, file:/път/до/файл, preview:',
      ],
    },
    examples: [
      [
        'gishe printers set касов --profile escpos-80 --line "serial:/dev/ttyUSB0?baud=19200"',
        'на сериен порт',
      ],
      ['gishe printers set касов --profile epson-80 --line usb:/dev/usb/lp0', 'на USB'],
    ],
  }),
  'desks list': command({
    does: 'Показва касите и принтерите им',
    examples: [['gishe desks list', 'кои каси има']],
  }),
  'desks set': command({
    does: 'Добавя каса или променя името и принтера ѝ',
    args: { number: ['<номер>', 'номер на касата, 1 до 9999'] },
    options: {
      name: ['<име>', 'име на касата'],
      printer: ['<принтер>', 'име на принтера ѝ'],
    },
    examples: [['gishe desks set 4 --name "Кметство Момчиловци" --printer "екран 1"', 'нова каса']],
  }),
}

export type CommandName = keyof typeof commands

/** The same commands, arguments and options in another language. */
export type CommandTexts = {
  [Name in CommandName]: Omit<CommandText, 'args' | 'options'> & {
    args: { [Arg in keyof (typeof commands)[Name]['args']]: readonly [string, string] }
    options: { [Option in keyof (typeof commands)[Name]['options']]: readonly [string, string] }
  }
}

export const help = {
  program: 'Гише: каса и деловодство на общината от терминала',
  groups: {
    db: 'базата данни',
    staff: 'служителите и достъпът им',
    tills: 'отваряне и приключване на каса',
    services: 'услугите и таксите',
    payments: 'плащанията',
    reports: 'отчетите',
    print: 'документите за печат',
    printers: 'принтерите',
    desks: 'касите в общината',
  },
  global: {
    lang: ['<език>', 'bg или en; също GISHE_LANG'],
    user: ['<потребител>', 'кой работи; също GISHE_USER'],
    'password-file': ['<файл>', 'файл с паролата (chmod 600); също GISHE_PASSWORD, GISHE_PASSWORD_FILE'],
    desk: ['<номер>', 'на коя каса; също GISHE_DESK'],
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
