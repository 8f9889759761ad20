import type { TrainingAnswers } from '../../bg/answers/training.ts'

export const trainingAnswers: TrainingAnswers = {
  trainingMade:
    'The database for training is made. One signs in with F2 on the sign-in screen or with "gishe --training", with the own user and password.',
  trainingNone: 'There is no database for training. Make it with "gishe training make".',
  trainingThere: since => `The database for training was made on ${since}.`,
  trainingHalfMade: 'The making of the database for training was cut short. Repeat "gishe training make".',
  trainingStale: 'It is not of this version of the program. Make it anew with "gishe training make".',
  trainingDropped: dropped =>
    dropped ? 'The database for training is gone.' : 'There was no database for training.',
}
