export const fiscalAnswers = {
  fiscal: {
    operatorPassword: (operator: number) => `Парола на оператор ${operator} в устройството`,
    setUp: (device: string, number: string, isNew: boolean) =>
      isNew
        ? `„${device}“ е фискално устройство ${number}. Дайте го на каса с „gishe fiscal give“.`
        : `„${device}“ (${number}) е променено.`,
    given: (desk: number, device: string) => `Каса ${desk} издава фискални бонове с „${device}“.`,
    taken: (desk: number) => `На каса ${desk} вече няма фискално устройство.`,
    status: {
      device: 'Устройство',
      number: 'Индивидуален номер',
      memory: 'Фискална памет',
      clock: 'Часовник',
      last: 'Последен документ',
      cash: 'Пари в устройството',
      owner: 'Печата там',
      since: 'Продажби след Z',
      lastZ: 'Последен Z отчет',
      waiting: 'Чакат печат',
    },
    isExact: 'точен',
    isAhead: (seconds: number) => `напред с ${seconds} сек.`,
    isBehind: (seconds: number) => `назад с ${seconds} сек.`,
    otherNumber: (number: string) =>
      `Устройството казва номер ${number}, а е настроено друго. Проверете с „gishe fiscal set-up“.`,
    unknown: 'не е известен',
    nobody: 'никой сега',
    sold: (documents: number, total: string) => `${documents} ${documents === 1 ? 'бон' : 'бона'}, ${total}`,
    queued: (title: string) => `${title}: чака фискалното устройство.`,
    done: (title: string, state: string) => `${title}: ${state}.`,
    askZ: 'Z отчетът приключва деня на устройството и не се връща. Продължавам ли? (да/не)',
    yes: ['да', 'д'],
    notDone: 'Z отчетът не е пуснат.',
    clock: (clock: string, difference: string) => `Часовник на устройството: ${clock}, ${difference}.`,
    clockSet: (clock: string) => `Часовникът е сверен: ${clock}.`,
    ended: {
      none_open: 'Няма отворен бон.',
      cancelled: 'Отвореният бон е анулиран.',
      closed: 'Отвореният бон беше платен и е приключен. Вижте дали трябва да се сторнира.',
    },
    told: (title: string, document: string) => `${title}: фискален бон № ${document}.`,
    columns: {
      issued_at: 'Издаден',
      device: 'Устройство',
      task: 'Вид',
      document: '№',
      unp: 'УНП',
      receipt: 'Квитанция',
      amount: 'Сума',
      fiscal_memory: 'ФП памет',
    },
    tasks: {
      sale: 'бон',
      storno: 'сторно',
      cash_in: 'въведени',
      cash_out: 'изведени',
      x_report: 'X отчет',
      z_report: 'Z отчет',
    },
  },
}

export type FiscalAnswers = typeof fiscalAnswers
