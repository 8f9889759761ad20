import type { SatisfactionAnswers } from '../../bg/answers/satisfaction.ts'

export const satisfactionAnswers: SatisfactionAnswers = {
  satisfaction: {
    noted: (year, method, carriedOut, done, missing) =>
      [
        `Noted: ${year}, method ${method} – ${carriedOut ? 'carried out' : 'not carried out'}.`,
        `${done} of 11 were carried out; obligatory ones that were not: ${missing || 'none'}.`,
      ].join('\n'),
  },
}
