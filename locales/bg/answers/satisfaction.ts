export const satisfactionAnswers = {
  satisfaction: {
    noted: (year: number, method: number, carriedOut: boolean, done: number, missing: string): string =>
      [
        `Отбелязано: ${year} г., метод ${method} – ${carriedOut ? 'проведен' : 'не е проведен'}.`,
        `Проведени са ${done} от 11; задължителни, които не са: ${missing || 'няма'}.`,
      ].join('\n'),
  },
}

export type SatisfactionAnswers = typeof satisfactionAnswers
