import type { DossierTexts } from '../bg/dossier.ts'

export const dossier: DossierTexts = {
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
  lookedAt: { record: 'record', dossier: 'dossier' },
}
