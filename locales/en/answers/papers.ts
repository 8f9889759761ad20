import type { PapersAnswers } from '../../bg/answers/papers.ts'

export const papersAnswers: PapersAnswers = {
  papers: {
    document: 'Document',
    subject: 'About',
    from: 'From',
    to: 'To',
    given_at: 'Given',
    back_by: 'Back by',
  },
}
