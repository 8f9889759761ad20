export const dossierAnswers = {
  dossier: {
    merged: (name: string, into: string) => `${name} вече води към ${into}.`,
    separated: (name: string) => `${name} пак е отделен запис.`,
    mergedInto: 'Обединен с',
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
    looks: { at: 'Кога', login: 'Потребител', name: 'Име', what: 'Какво', desk: 'Каса' },
    lookedAt: { record: 'запис', dossier: 'досие' },
  },
}

export type DossierAnswers = typeof dossierAnswers
