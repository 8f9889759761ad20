export const trainingAnswers = {
  trainingMade:
    'Базата за обучение е направена. Влиза се с F2 на екрана за вход или с „gishe --training“, със своите потребител и парола.',
  trainingNone: 'Няма база за обучение. Направете я с „gishe training make“.',
  trainingThere: (since: string) => `Базата за обучение е направена на ${since}.`,
  trainingHalfMade: 'Правенето на базата за обучение е прекъснато. Повторете „gishe training make“.',
  trainingStale: 'Тя не е от тази версия на програмата. Направете я наново с „gishe training make“.',
  trainingDropped: (dropped: boolean): string =>
    dropped ? 'Базата за обучение е премахната.' : 'Нямаше база за обучение.',
}

export type TrainingAnswers = typeof trainingAnswers
