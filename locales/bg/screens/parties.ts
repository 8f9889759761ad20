/** The register of people and organisations: searching it, and the form of one record. */
export const parties = {
  title: 'Хора и организации',
  search: 'Търсене',
  hint: 'ЕГН, ЛНЧ, ЕИК или части от името',
  edit: 'Промени',
  find: 'Намери',
  add: 'Нов',
  acts: 'Действия',
  askText: 'Напишете номер или части от името, например „ив петр“.',
  none: 'Няма такова лице. F8 го записва.',
  wrongNumber: 'Контролната цифра на номера не съвпада. Проверете го.',
  searching: 'търси…',
  found: (count: number): string => `Намерени: ${count}`,
  foundMore: (count: number): string => `първите ${count}; напишете още букви за останалите`,
  written: (name: string): string => `Записано: ${name}`,
  help: [
    'Всяка дума е началото на дума от името, редът няма значение.',
    'Целият номер (ЕГН, ЛНЧ, ЕИК) намира точно своя човек или организация.',
    'Стрелките избират, Enter отваря записа за промяна, F8 записва нов.',
  ],
}

export type PartiesTexts = typeof parties

export const party = {
  titleNew: 'Нов запис',
  title: (name: string): string => `Запис: ${name}`,
  kind: 'Вид',
  kinds: { person: 'човек', organisation: 'организация' },
  name: 'Име',
  identifier: 'ЕГН, ЛНЧ, ЕИК',
  identifiers: { egn: 'ЕГН', lnch: 'ЛНЧ', eik: 'ЕИК' },
  settlement: 'Населено място',
  settlementHint: 'име или код по ЕКАТТЕ',
  street: 'Адрес',
  streetHint: 'улица, номер, вход, етаж, апартамент',
  address: 'Адрес',
  phone: 'Телефон',
  email: 'Имейл',
  changed: 'Променено',
  otherKind: 'Вид',
  next: 'Напред',
  save: 'Запиши',
  near: 'Вече има близък запис. F8 още веднъж го записва като друго лице; Esc връща.',
  choosePlace: 'Стрелките избират населено място, Enter го взема.',
  help: [
    'Enter и Tab водят към следващия ред, Shift-Tab към предишния, F8 записва.',
    'F2 сменя човек и организация. Номерът не е задължителен.',
    'Населеното място се избира от показаните: стрелки и Enter.',
  ],
}

export type PartyTexts = typeof party
