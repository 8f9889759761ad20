export const papersAnswers = {
  papers: {
    document: 'Документ',
    subject: 'Относно',
    from: 'От',
    to: 'На',
    given_at: 'Предаден',
    back_by: 'Връща се до',
  },
}

export type PapersAnswers = typeof papersAnswers
