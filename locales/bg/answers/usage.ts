/** What is wrong with how a command was written, and how to write it. */
export const usage = {
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
  operatorPasswordNeeded:
    'Няма терминал, на който да се попита за паролата на оператора. Посочете --operator-password-file или GISHE_OPERATOR_PASSWORD.',
  oneOfBoth: (one: string, other: string) => `Посочете или ${one}, или ${other}.`,
  notOneOf: (option: string, text: string, known: readonly string[]) =>
    `${option} не може да е „${text}“. Изберете: ${known.join(', ')}.`,
  notBetween: (option: string, text: string, least: number, most: number) =>
    `${option} е цяло число от ${least} до ${most}, а не „${text}“.`,
  notThus: (option: string, shape: string, text: string) =>
    `${option} се пише като ${shape}, а не „${text}“.`,
  userNeeded: 'Кой работи? Посочете --user или GISHE_USER.',
  passwordNeeded: (login: string) =>
    `Нужна е паролата на „${login}“: посочете я с GISHE_PASSWORD или --password-file.`,
  confirmPasswordNeeded: (login: string) =>
    `Нужна е паролата на „${login}“, който потвърждава: посочете я с GISHE_CONFIRM_PASSWORD или GISHE_CONFIRM_PASSWORD_FILE.`,
  copyOfReceipt: (title: string) => `„${title}“ е документ на платец: дубликат прави „gishe receipts copy“.`,
  newPasswordNeeded: (login: string, name: string) =>
    `Нужна е нова парола за „${login}“: посочете я с ${name} или с файл (вижте --help).`,
  secretReadable: (path: string) =>
    `Файлът с парола ${path} е достъпен и за други. Затворете го: chmod 600 ${path}`,
  secretUnreadable: (path: string) =>
    `Файлът с парола ${path} не може да се прочете. Проверете името и правата му.`,
  notInTraining: (command: string) => `„gishe ${command}“ е за самата община и не приема --training.`,
  onePeriod: 'Посочете един период: --day, --week, --month, --quarter, --year, или --from и --to.',
  countedOrExact: 'Посочете преброеното по един начин: --counted, --money или --exact.',
  fileUnreadable: (path: string) => `Файлът ${path} не може да се прочете. Проверете името и правата му.`,
  questionUnreadable: (file: string, known: string) =>
    `Няма готов въпрос и файл „${file}“. Готовите са: ${known}.`,
  pinNeeded: 'Няма терминал, на който да се попита за ПИН. Посочете --pin-file или GISHE_KIOSK_PIN.',
  fileNotJson: (path: string, detail: string) =>
    `Файлът ${path} не е JSON (${detail}). Поправете го и опитайте отново.`,
  fileNotPng: (path: string) => `${path} не е картина PNG. Запишете я като PNG и опитайте отново.`,
  fileNotWritten: (path: string) => `Файлът ${path} не може да се запише. Проверете папката и правата ѝ.`,
  fileOfAnother: (path: string) =>
    `${path} не е писан от „gishe doctor --udev“ и няма да бъде сменен. Посочете друг файл.`,
  onePagePrinted: 'Отпечатва се една страница: посочете един ден и една каса (--day, --desk).',
  whichVoucher: 'Кой ордер да се отпечата? Посочете вида и номера му: ПКО 2-2026-000017.',
  folderTaken: (folder: string) => `${folder} вече съществува. Посочете нова папка за копието.`,
  hubNotSecure: (address: string) =>
    `${address} не е https: който слуша по мрежата, ще прочете ключа. Посочете https://…, или допуснете го с --plain.`,
  deviceNeedsTerminal:
    'Устройството иска терминал: пуснете го на tty1 с „gishe kiosk install“ или в прозорец на терминал.',
  needsTerminal: 'Екранът на касата иска терминал. За скриптове има команди: gishe --help.',
  setUpNeedsTerminal:
    'Настройката на принтер е разговор и иска терминал. Без него: gishe printers set <име> --profile <профил> --line <връзка>.',
  hubPasswordNeeded: (login: string) =>
    `Нужна е паролата на „${login}“ за хъба: посочете я с --password-file или GISHE_PASSWORD. Ако още няма такъв потребител, администраторът го прави: gishe staff add hub --name „Хъб“ --post hub`,
  hubInTheOpen: (host: string) =>
    `На ${host} слушат и други машини: посочете сертификат с --cert и --key, или --plain, ако връзката е защитена иначе.`,
  cannotListen: (address: string, code: string) =>
    `На ${address} не може да се слуша (${code}). Посочете друг адрес или порт с --host и --port.`,
  certificateWrong: (cert: string, key: string) =>
    `${cert} и ${key} не са сертификат и неговият ключ в PEM. Проверете файловете.`,
  ownServer: 'Базата е на сървъра от GISHE_DATABASE_URL. Пуска и спира я неговият администратор.',
  ownerUrl:
    'За тази работа е нужен собственикът на базата: GISHE_DATABASE_URL=postgres://собственик:парола@сървър/база',
  ownerHome: (home: string) =>
    `За тази работа е нужен собственикът на ${home}. Пуснете командата от неговото име.`,
}

export type UsageTexts = typeof usage
