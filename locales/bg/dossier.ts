/** What a dossier is made of, and how its parts stand. */
export const dossier = {
  records: 'Обединени записи',
  documents: 'Документи',
  requests: 'Заявления',
  bills: 'Сметки',
  payments: 'Плащания',
  roles: {
    sender: 'подател',
    recipient: 'получател',
    applicant: 'заявител',
    representative: 'представител',
  },
  directions: { incoming: 'вх.', outgoing: 'изх.', internal: 'вътр.' },
  billStates: { open: 'чака плащане', paid: 'платена', withdrawn: 'оттеглена' },
  outcomes: {
    completed: 'изпълнено',
    refused: 'отказано',
    terminated: 'прекратено',
    withdrawn: 'оттеглено',
  },
  dueOn: (day: string) => `срок ${day}`,
  empty: 'Няма нищо друго, което можете да видите.',
  lookedAt: { record: 'запис', dossier: 'досие' },
}

export type DossierTexts = typeof dossier
