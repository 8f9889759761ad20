export const partiesAnswers = {
  parties: {
    id: 'Номер в регистъра',
    name: 'Име',
    kind: 'Вид',
    kinds: { person: 'човек', organisation: 'организация' },
    identifier: 'ЕГН, ЛНЧ или ЕИК',
    identifiers: { egn: 'ЕГН', lnch: 'ЛНЧ', eik: 'ЕИК' },
    address: 'Адрес',
    phone: 'Телефон',
    email: 'Имейл',
    changed: 'Променено',
    noDuplicates: 'Няма записи, които да приличат на един и същ.',
  },
}

export type PartiesAnswers = typeof partiesAnswers
