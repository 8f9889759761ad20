export const dossierAnswers = {
  dossier: {
    merged: (name: string, into: string) => `${name} вече води към ${into}.`,
    separated: (name: string) => `${name} пак е отделен запис.`,
    mergedInto: 'Обединен с',
    looks: { at: 'Кога', login: 'Потребител', name: 'Име', what: 'Какво', desk: 'Каса' },
  },
}

export type DossierAnswers = typeof dossierAnswers
