const keptUntil = (until: string | null): string =>
  until ? `съхранява се до ${until}` : 'съхранява се постоянно'

export const casesAnswers = {
  cases: {
    number: 'Преписка',
    uri: 'УРИ',
    subject: 'Относно',
    opened: 'Открита',
    department: 'Звено',
    index: 'По номенклатурата',
    code: 'Код за достъп',
    state: 'Състояние',
    kind: 'Вид',
    due: 'Срок',
    next: 'Следва',
    request: 'Заявление',
    linked: 'Свързана преписка',
    seenBy: 'Достъп имат',
    restrictedFor: 'Достъпът е ограничен',
    underWay: 'работи се',
    section: (name: string) => `Раздел ${name}`,
    kept: (index: string, retention: string, until: string | null) =>
      `Приключена: ${index}, ${retention}, ${keptUntil(until)}`,
    corrected: (number: string, before: string, after: string, reason: string) =>
      `поправка на ${number}: „${before}“ → „${after}“ (${reason})`,
    filed: (document: string, number: string, section: string, ordinal: number) =>
      `${document} е приложен към преписка ${number}, раздел ${section}, под № ${ordinal}.`,
    linkedNow: (number: string, other: string) => `Преписка ${number} е свързана с ${other}.`,
    shared: (number: string, to: string) => `${to} вече има достъп до преписка ${number}.`,
    restrictedNow: (number: string) => `Преписка ${number} вече е с ограничен достъп.`,
    closedNow: (number: string, index: string, retention: string, until: string | null) =>
      `Преписка ${number} е приключена: ${index}, ${retention}, ${keptUntil(until)}.`,
    reopenedNow: (number: string) => `Преписка ${number} е отворена отново.`,
    otherLayout: (text: string) => `Няма нищо така написано. Намереното е за „${text}“ (друга клавиатура).`,
    otherLetter: 'Няма нищо така написано. Намереното е с една буква разлика.',
    more: (last: string) => `Има още: --after ${last}`,
  },
}

export type CasesAnswers = typeof casesAnswers
