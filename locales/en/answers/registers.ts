import type { RegistersAnswers } from '../../bg/answers/registers.ts'

export const registersAnswers: RegistersAnswers = {
  registers: {
    index: 'Index',
    name: 'Register',
    official: 'Official',
    template: 'Template',
    replies: 'Replies',
    last: 'Last',
    example: 'Next number',
    closed: 'Closed',
    yes: 'yes',
  },
  kinds: {
    code: 'Code',
    name: 'Kind',
    letters: 'Letters',
    mode: 'Does',
    theme: 'Case',
    offered: 'Offered',
    modes: { starts: 'starts a service', continues: 'continues', unsolicited: 'comes by itself' },
    yes: 'yes',
    no: 'no',
  },
  nomenclature: {
    index: 'Index',
    name: 'Case',
    retention: 'Kept',
    source: 'Source',
    closed: 'Closed',
    yes: 'yes',
  },
  registerSet: (index, added) =>
    added ? `Register ${index} is added.` : `Register ${index} is changed; numbers that are given stay.`,
  kindSet: (code, added) => (added ? `Kind "${code}" is added.` : `Kind "${code}" is changed.`),
  nomenclatureSet: (index, added) => (added ? `Case ${index} is added.` : `Case ${index} is changed.`),
}
