/** The reports of the registry. */
export const figures = {
  title: 'Справки на деловодството',
  by: 'По какво',
  reports: {
    requests: 'Услуги',
    late: 'Закъснели',
    reasons: 'Причини',
    workload: 'Натовареност',
    documents: 'Документи',
  },
  help: [
    'Цифрите избират справката, ← и → (или Tab) – по какво се брои: услуга, звено, начин на подаване, изход…',
    'F2 сменя вида период, PgUp и PgDn са по-рано и по-късно, 0 е днес. F8 печата.',
    'Виждате това, за което отговаряте. Като команда: gishe control report requests --month --by service',
  ],
}

/** The board of the terms, and the list behind one of its numbers. */
export const deadlines = {
  title: 'Срокове',
  what: { tasks: 'Задачи', requests: 'Заявления' },
  department: 'Звено',
  columns: {
    overdue: 'Просроч',
    today: 'Днес',
    soon: '3 дни',
    week: '7 дни',
    later: 'Нататък',
    still: 'Спрени',
  },
  all: 'Всичко',
  total: 'Общо',
  oldest: (day: string, what: string, holder: string | null): string =>
    `Най-старо: до ${day}, ${holder ?? 'никой не го е поел'} · ${what}`,
  noOldest: 'Няма незавършени задачи.',
  oldestRequest: (day: string, number: string, service: string): string =>
    `Най-старо: до ${day}, ${number} · ${service}`,
  noOldestRequest: 'Няма заявление, чийто срок тече.',
  list: 'Списък',
  inbox: 'Задачи',
  find: 'Преписки',
  reports: 'Справки',
  menu: 'Меню',
  leave: 'Изход',
  nothing: 'Тук няма нищо.',
  more: (count: number): string => `показани са ${count}, надолу има още`,
  listTitle: (where: string, column: string): string => `${where} · ${column}`,
  listColumns: ['Срок', 'Преписка', 'Какво', 'При кого'],
  openCase: 'Преписка',
  nobody: 'никой не е поел',
  help: [
    'Незавършеното по звена и по близост на срока; 3 и 7 дни са работни. Таблото се обновява само.',
    'Дирекциите събират отделите си. Стрелките избират число, Enter показва какво е зад него, още веднъж Enter отваря преписката.',
    'Tab сменя задачи и заявления. F3 отваря вашите задачи, F6 търси преписки, F7 са справките.',
    'Като команда: gishe control board',
  ],
  helpList: [
    'Каквото брои числото от таблото, най-старото първо. Enter отваря преписката.',
    'Като команда: gishe control list',
  ],
}
