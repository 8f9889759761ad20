export const doctor = {
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
  notLooked: 'за повече посочете --user и паролата му',
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
  training: 'База за обучение',
  files: 'Файлове на документи',
  filesFound: (folder: string, count: number, size: string) => `${folder}: ${count}, ${size}`,
  filesLost: (count: number, hashes: readonly string[]) =>
    `Липсват или са с друг размер: ${count}. Възстановете ги от резервно копие: ${hashes.join(', ')}`,
  printer: (desk: number) => `Принтер на каса ${desk}`,
  attached: 'На USB',
  socket: (place: string) => `гнездо ${place}, без свой номер`,
  rule: (command: string, line: string) =>
    `Постоянно име ${line} дава правилото по-долу; записва го „sudo ${command}“.`,
  joinGroup: (command: string) => `Нямате достъп до него: ${command}, после влезте наново.`,
  writeRules: (command: string) =>
    `Устройството не е на група, в която да влезете. Запишете правилата: ${command}`,
  rulesWritten: (file: string, count: number) =>
    `Записани правила в ${file}: ${count}. Приложете ги: sudo udevadm control --reload && sudo udevadm trigger`,
  noneAttached: 'На USB няма нито сериен порт, нито принтер: няма за какво да се пише правило.',
}

export type DoctorTexts = typeof doctor
