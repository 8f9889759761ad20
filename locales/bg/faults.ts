export type DatabaseFaultFacts = { path: string; detail: string }

const because = (detail: string): string => (detail ? ` (${detail})` : '')

/** What is wrong with a line or a device, in one sentence that says what to do. Short names are for lists. */
export const faults = {
  database: {
    home_unwritable: ({ path }: DatabaseFaultFacts) =>
      `Папката ${path} не може да се пише. Поправете правата ѝ (chown, chmod) или посочете друга с GISHE_HOME.`,
    home_unreachable: ({ path }: DatabaseFaultFacts) =>
      `Базата данни не може да влезе в папката ${path}: затворена е тя или папка над нея. Посочете друга с GISHE_HOME, не в /root.`,
    disk_full: ({ path }: DatabaseFaultFacts) =>
      `Дискът с ${path || 'базата данни'} е пълен. Освободете място и опитайте отново; записаното е запазено.`,
    binaries_missing: ({ path }: DatabaseFaultFacts) =>
      `Липсва ${path}. Инсталирайте програмата отново с „npm ci“ и разрешени инсталационни скриптове.`,
    no_system_user: ({ detail }: DatabaseFaultFacts) =>
      `Базата не се изпълнява като root, а потребител „gishe“ не може да се създаде${because(detail)}. Направете го с „useradd --system gishe“.`,
    data_of_other_version: ({ path }: DatabaseFaultFacts) =>
      `Данните в ${path} са от друга версия на PostgreSQL. Възстановете резервно копие в нова папка (GISHE_HOME).`,
    start_failed: ({ path, detail }: DatabaseFaultFacts) =>
      `Базата данни в ${path} не тръгна${because(detail)}. Вижте дневника ${path}/cluster/data/log.`,
    not_running: () => 'Базата данни не работи. Пуснете я с „gishe db start“.',
    unreachable: ({ detail }: DatabaseFaultFacts) =>
      `Няма връзка с базата данни${because(detail)}. Проверете мрежата и дали сървърът работи.`,
    bad_url: () =>
      'GISHE_DATABASE_URL не е адрес на база. Пишете postgres://потребител:парола@сървър:5432/база?sslmode=verify-full',
    bad_database_name: ({ detail }: DatabaseFaultFacts) =>
      `База „${detail}“ не може да служи на Гише. Името е до 30 малки латински букви, цифри и „_“, започва с буква, няма в себе си „_staff“ и не завършва на „_cashier“, „_clerk“, „_head“, „_admin“, „_auditor“ или „_training“.`,
    needs_migration: () =>
      'Базата е от по-стара версия на програмата. Нека администраторът пусне „gishe db migrate“.',
    newer_database: () => 'Базата е от по-нова версия на програмата. Обновете Гише на този компютър.',
  },
  connection: {
    lost: (detail: string) =>
      `Няма връзка с базата данни${because(detail)}. Проверете мрежата и дали сървърът работи, после повторете.`,
    too_many: () =>
      'Сървърът на базата няма свободни връзки. Затворете ненужните програми и опитайте отново.',
    disk_full: () => 'Дискът на базата данни е пълен. Нищо не е записано; освободете място и повторете.',
    denied: (detail: string) =>
      `Базата отказа достъп${because(detail)}. Ролята няма нужните права; обърнете се към администратора.`,
    login: () => 'Базата не прие потребителя или паролата. Проверете ги, също и тези в GISHE_DATABASE_URL.',
    certificate: (detail: string) =>
      `Сертификатът на сървъра на базата не е доверен${because(detail)}. Посочете издателя му със sslrootcert в GISHE_DATABASE_URL.`,
    read_only: () => 'Този сървър на базата е само за четене. Посочете основния в GISHE_DATABASE_URL.',
  },
  printer: {
    no_answer: (detail: string) =>
      `Принтерът не отговаря${because(detail)}. Проверете дали е включен и свързан.`,
    out_of_paper: () => 'Хартията в принтера е свършила. Сложете нова ролка.',
    cover_open: () => 'Капакът на принтера е отворен. Затворете го.',
    offline: () => 'Принтерът е спрян. Натиснете бутона му за работа.',
    busy: (detail: string) => `Принтерът е зает от друга програма${because(detail)}. Затворете я.`,
    no_device: (detail: string) =>
      `Принтерът го няма${because(detail)}. Включете кабела и проверете настройката на връзката.`,
    no_permission: (detail: string) =>
      `Няма право за достъп до принтера${because(detail)}. Добавете потребителя в групите dialout и lp и влезте наново.`,
    line_broken: (detail: string) => `Връзката с принтера прекъсна${because(detail)}. Проверете кабела.`,
    disk_full: (detail: string) =>
      `Няма място за файла на принтера${because(detail)}. Освободете място на диска.`,
    timeout: (detail: string) =>
      `Принтерът спря да приема данни${because(detail)}. Проверете хартията и го рестартирайте.`,
    bad_settings: (detail: string) =>
      `Настройките на принтера са грешни${because(detail)}. Поправете ги с „gishe printers set“.`,
    cutter: () => 'Ножът на принтера е заял. Изключете го, махнете хартията от ножа и го включете.',
    overheated: () => 'Принтерът е прегрял. Изчакайте няколко минути, печатът ще продължи.',
    device_error: (detail: string) =>
      `Принтерът съобщи за повреда${because(detail)}. Изключете го и го включете; ако остане, обадете се на сервиза.`,
    refused: (detail: string) =>
      `Устройството отказа документа${because(detail)}. Поправете причината и го пуснете отново с „gishe print retry“.`,
    receipt_open: (detail: string) =>
      `В устройството има отворен бон${because(detail)}. Приключете го с „gishe fiscal end-receipt“.`,
    unlike_total: (detail: string) =>
      `Сборът на устройството е друг${because(detail)}. Бон не е издаден, а излязлото е анулирано; обадете се на администратора.`,
    day_not_closed: () => 'Минаха 24 часа без дневен отчет. Пуснете Z отчет с „gishe fiscal z“.',
    memory_full: (detail: string) =>
      `Паметта на устройството е пълна${because(detail)}. Обадете се на сервиза.`,
    clock: (detail: string) =>
      `Часовникът на устройството е грешен${because(detail)}. Сверете го с „gishe fiscal clock --set“.`,
    password: (detail: string) =>
      `Устройството не прие паролата на оператора${because(detail)}. Поправете я с „gishe fiscal set-up“; след три грешки устройството се изключва и включва.`,
    too_late: () =>
      'Документът чака твърде дълго. Вижте дали още е нужен и го пуснете с „gishe print retry“.',
    another_device: (detail: string) =>
      `Свързано е друго фискално устройство${because(detail)}. Включете това на касата.`,
    no_agent: () =>
      'Принтерът е на друг компютър и там никой не печата. Пуснете „gishe printers agent“ на компютъра с принтера.',
    restored: () =>
      'Документът е чакал, когато е правено резервното копие. Вижте дали е излязъл след това и отговорете.',
    interrupted: () =>
      'Програмата е прекъсната по време на печат. Вижте дали документът е излязъл и отговорете.',
  },
  hub: {
    no_answer: (detail: string) =>
      `Хъбът не отговаря${because(detail)}. Проверете адреса и мрежата и повторете със същия код.`,
    certificate: (detail: string) =>
      `Сертификатът на хъба не е доверен${because(detail)}. Посочете издателя му с NODE_EXTRA_CA_CERTS=/път/ca.pem.`,
    away: () => 'Хъбът няма връзка с базата данни. Повторете след малко със същия код.',
    too_often: () => 'Твърде много опити от тази мрежа. Повторете след четвърт час със същия код.',
    unlike: (detail: string) =>
      `На този адрес не отговаря хъб на Гише от тази версия${because(detail)}. Проверете адреса и версиите.`,
  },
  outbox: {
    disk_full: () => 'Дискът на устройството е пълен. Освободете място и повторете; записаното е запазено.',
    disk_fault: (detail: string) =>
      `Паметта на устройството не може да се пише или чете${because(detail)}. Проверете GISHE_KIOSK_HOME, правата и диска.`,
  },
}

export type FaultTexts = typeof faults
