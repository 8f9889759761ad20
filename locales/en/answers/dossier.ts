import type { DossierAnswers } from '../../bg/answers/dossier.ts'

export const dossierAnswers: DossierAnswers = {
  dossier: {
    merged: (name, into) => `${name} now leads to ${into}.`,
    separated: name => `${name} is a record of its own again.`,
    mergedInto: 'Merged into',
    looks: { at: 'When', login: 'User', name: 'Name', what: 'What', desk: 'Desk' },
  },
}
