/** What can be done with a record of the register beside changing it. */
export const partyActs = {
  title: 'Действия',
  dossier: 'Досие: документи, заявления, сметки',
  near: 'Близки записи на този',
  duplicates: 'Повторени записи в регистъра',
  looks: 'Кой е гледал записа и досието',
  dossierOf: (name: string): string => `Досие: ${name}`,
  looksAt: (name: string): string => `Кой е гледал: ${name}`,
  noLooks: 'Никой не е гледал записа.',
  dossierHelp: [
    'Всичко, което имате право да видите за лицето, най-новото първо.',
    'Записите, обединени с този, са показани заедно с него.',
    'Всяко отваряне на досие се записва в дневника.',
  ],
  looksHelp: ['Кой, кога и какво е гледал, най-новото първо.'],
}

export type PartyActsTexts = typeof partyActs

/** Records that may be of one, and merging two of them. */
export const duplicates = {
  title: 'Повторени записи',
  near: (name: string): string => `Близки на ${name}`,
  merge: 'Обедини',
  searching: 'Сравнява регистъра…',
  found: (count: number): string => (count === 0 ? '' : `Двойки: ${count}, най-сигурните първи`),
  none: 'Няма записи, които да приличат на един и същ.',
  mergeTitle: 'Обединяване на два записа',
  why: 'Защо',
  stays: 'Остава',
  left: (name: string): string => `левият: ${name}`,
  right: (name: string): string => `десният: ${name}`,
  reason: 'Основание',
  reasonHint: 'лична карта, удостоверение…',
  merged: (name: string, into: string): string => `${name} вече води към ${into}.`,
  help: [
    'Двойките са записи, които може да са на едно лице; нищо не се обединява само.',
    'Enter отваря двата един до друг: избира се кой остава и защо.',
  ],
  mergeHelp: [
    'Записът, който не остава, не се изтрива: води към другия.',
    'Документи, сметки и плащания пазят каквото казват.',
  ],
}

export type DuplicatesTexts = typeof duplicates
