import type { CardsAnswers } from '../../bg/answers/cards.ts'

export const cardsAnswers: CardsAnswers = {
  cards: {
    request: 'Request',
    ends: { completed: 'Issued', refused: 'Refused', terminated: 'Terminated' },
    head: unit => `Head: ${unit}`,
    waits: 'waits for all phases beside each other',
    sameDay: 'the same day',
    term: (amount, unit) =>
      `${amount} ${unit === 'working_days' ? 'working' : 'calendar'} ${amount === 1 ? 'day' : 'days'}`,
    source: text => `Source: ${text}`,
    ground: text => `Ground: ${text}`,
    applicants: who => `May ask: ${who}`,
    result: name => `Result: ${name}`,
    validity: months => `Valid for ${months} months`,
    versionOf: version => `version ${version}`,
    always: 'always',
    asked: 'brought',
    forms: { original: 'original', copy: 'copy', seen: 'shown' },
    sources: {
      regix: 'ex officio: RegiX',
      own_register: 'ex officio: own register',
      other_body: 'ex officio: another body',
    },
    columns: {
      code: 'Code',
      service: 'Service',
      version: 'Version',
      phases: 'Phases',
      from: 'From',
      document: 'Document',
      how: 'How',
      when: 'When',
      phase: 'Phase',
      unit: 'Unit',
      term: 'Term',
      next: 'Next',
    },
    moving: { intake: 'Where it came in', service: 'Department of the service' },
  },
  cardImported: (code, version, isNew, isDry) =>
    isNew
      ? `The card of service ${code} ${isDry ? 'would become' : 'is now'} version ${version}.`
      : `The card of service ${code} is the same: version ${version} stays.`,
  cardIsRight: (file, code, name) => `${file}: ${code} ${name}. The card is right.`,
}
