import type { DossierAnswers } from '../../bg/answers/dossier.ts'

export const dossierAnswers: DossierAnswers = {
  dossier: {
    merged: (name, into) => `${name} now leads to ${into}.`,
    separated: name => `${name} is a record of its own again.`,
    mergedInto: 'Merged into',
    records: 'Merged records',
    documents: 'Documents',
    requests: 'Requests',
    bills: 'Bills',
    payments: 'Payments',
    roles: {
      sender: 'sender',
      recipient: 'recipient',
      applicant: 'applicant',
      representative: 'representative',
    },
    directions: { incoming: 'in', outgoing: 'out', internal: 'int' },
    billStates: { open: 'to be paid', paid: 'paid', withdrawn: 'withdrawn' },
    outcomes: {
      completed: 'completed',
      refused: 'refused',
      terminated: 'terminated',
      withdrawn: 'withdrawn',
    },
    dueOn: day => `due ${day}`,
    empty: 'There is nothing else that you may see.',
    looks: { at: 'When', login: 'User', name: 'Name', what: 'What', desk: 'Desk' },
    lookedAt: { record: 'record', dossier: 'dossier' },
  },
}
