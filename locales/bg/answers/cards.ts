export const cardsAnswers = {
  cards: {
    request: 'Заявление',
    ends: { completed: 'Издадено', refused: 'Отказано', terminated: 'Прекратено' },
    head: (unit: string) => `Ръководител: ${unit}`,
    waits: 'чака всички успоредни етапи',
    sameDay: 'същия ден',
    term: (amount: number, unit: 'working_days' | 'calendar_days') =>
      `${amount} ${unit === 'working_days' ? 'раб.' : 'кал.'} ${amount === 1 ? 'ден' : 'дни'}`,
    source: (text: string) => `Източник: ${text}`,
    ground: (text: string) => `Основание: ${text}`,
    applicants: (who: string) => `Може да поиска: ${who}`,
    result: (name: string) => `Резултат: ${name}`,
    validity: (months: number) => `Важи ${months} мес.`,
    versionOf: (version: number) => `версия ${version}`,
    always: 'винаги',
    asked: 'носи се',
    forms: { original: 'оригинал', copy: 'копие', seen: 'показва се' },
    sources: {
      regix: 'служебно: RegiX',
      own_register: 'служебно: наш регистър',
      other_body: 'служебно: друг орган',
    },
    columns: {
      code: 'Код',
      service: 'Услуга',
      version: 'Версия',
      phases: 'Етапи',
      from: 'От',
      document: 'Документ',
      how: 'Как',
      when: 'Кога',
      phase: 'Етап',
      unit: 'Звено',
      term: 'Срок',
      next: 'Следва',
    },
    moving: { intake: 'Където е подадено', service: 'Отделът на услугата' },
  },
  cardImported: (code: string, version: number, isNew: boolean, isDry: boolean) =>
    isNew
      ? `Картата на услуга ${code} ${isDry ? 'би станала' : 'вече е'} версия ${version}.`
      : `Картата на услуга ${code} е същата: остава версия ${version}.`,
  cardIsRight: (file: string, code: string, name: string) => `${file}: ${code} ${name}. Картата е наред.`,
}

export type CardsAnswers = typeof cardsAnswers
