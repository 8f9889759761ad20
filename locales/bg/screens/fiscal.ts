export const fiscal = {
  title: (desk: number): string => `Фискално устройство на каса ${desk}`,
  menu: 'Фискално устройство',
  device: 'Устройство',
  none: 'няма на тази каса',
  state: 'Състояние',
  ready: 'готово',
  lastZ: 'Последен Z отчет',
  unknown: 'не е известен',
  sold: 'Продажби след него',
  documents: (documents: number, total: string): string =>
    `${documents} ${documents === 1 ? 'бон' : 'бона'}, ${total}`,
  waiting: 'Чакат печат',
  papers: (waiting: number, inDoubt: number): string =>
    inDoubt > 0 ? `${waiting}, и ${inDoubt} под въпрос (F6)` : String(waiting),
  clock: 'Часовник',
  off: (seconds: number, isAhead: boolean): string => `${isAhead ? 'напред' : 'назад'} с ${seconds} сек.`,
  last: 'Последен документ',
  cash: 'Пари в устройството',
  notAsked: 'Enter пита устройството',
  paper: 'Поискано',
  ask: 'Питай',
  back: 'Назад',
  entries: {
    x_report: 'X отчет (без нулиране)',
    z_report: 'Z отчет (с нулиране)',
    cash_in: 'Служебно въведени пари',
    cash_out: 'Служебно изведени пари',
  },
  doIt: { z_report: 'Пусни Z', cash_in: 'Въведи', cash_out: 'Изведи' },
  zIsForGood:
    'Z отчетът нулира оборота и приключва деня на устройството. Не може да се върне. Enter го пуска, Esc се отказва.',
  amount: 'Сума',
  amountHint: 'например 50',
  tillIsApart: 'Касата Ви не се променя: за нея са захранване и теглене (F10).',
  remindsOfZ: (documents: number, total: string): string =>
    `Фискалното устройство е продавало след последния Z (${documents} ${documents === 1 ? 'бон' : 'бона'}, ${total}). Пуснете Z отчет: F10.`,
  help: [
    'Цифрите пускат отчетите и служебните суми; те чакат реда си при другите бонове.',
    'Enter пита устройството за часовника, последния документ и парите в него.',
    'Z отчет се пуска всеки ден; след 24 часа без Z устройството не продава.',
    'Часовникът се сверява с „gishe fiscal clock --set“, след Z отчета.',
  ],
}

export type FiscalScreenTexts = typeof fiscal
