/** The menu of all that has no key of its own. */
export const menu = {
  title: 'Меню',
  choose: 'Избери',
  till: 'Каса',
  openTill: 'Отваряне на каса',
  payIn: 'Захранване',
  payOut: 'Теглене',
  noSale: 'Отваряне без продажба',
  x: 'X отчет',
  closeTill: 'Приключване на каса',
  printers: 'Принтер',
  printerState: 'Състояние и пробна страница',
  printerSetUp: 'Настройка',
  people: 'Хора, структура и обратна връзка',
  parties: 'Хора и организации',
  training: 'Обучение',
  work: 'Към истинската каса',
  again: 'Последната кошница пак',
  favourites: 'Любими услуги',
  help: [
    'Цифрата избира, или стрелките и Enter. Esc връща.',
    'Каквото е в скоби, сега не може; изберете го, за да видите защо.',
  ],
}

export type MenuTexts = typeof menu
