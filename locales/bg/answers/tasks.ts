const inDays = (days: number): string => {
  if (days === 0) return 'днес'
  if (days === 1) return 'утре'
  if (days > 0) return `след ${days} дни`
  return days === -1 ? 'закъсняла 1 ден' : `закъсняла ${-days} дни`
}

export const tasksAnswers = {
  tasks: {
    id: 'Задача',
    what: 'Какво',
    of: 'Преписка',
    has: 'При',
    from: 'От',
    kind: 'Вид',
    due: 'Срок',
    state: 'Състояние',
    document: 'Документ',
    under: 'Към задача',
    part: 'Подзадача',
    outcomes: 'Изходи',
    result: 'Резултат',
    late: 'забава',
    card: 'технологична карта',
    left: inDays,
    endedOn: (due: string, outcome: string, day: string) => `${due}, ${outcome} на ${day}`,
    substitute: (absent: string, substitute: string) => `${absent} отсъства, замества: ${substitute}`,
    given: (what: string, to: string, due: string) => `възложена на ${to} до ${due}: ${what}`,
    taken: 'поета',
    delegated: (to: string) => `превъзложена на ${to}`,
    returned: (to: string) => `върната на ${to}`,
    reassigned: (to: string) => `пренасочена към ${to}`,
    termSet: (due: string) => `нов срок ${due}`,
    outdated: 'документът е променен след него',
    opined: (number: string, value: string) => `Становище по ${number}: ${value}.`,
    more: (last: string) => `Има още: --after ${last}`,
  },
}

export type TasksAnswers = typeof tasksAnswers
