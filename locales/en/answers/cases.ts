import type { CasesAnswers } from '../../bg/answers/cases.ts'

const keptUntil = (until: string | null): string => (until ? `kept until ${until}` : 'kept for ever')

export const casesAnswers: CasesAnswers = {
  cases: {
    number: 'Case',
    uri: 'URI',
    subject: 'About',
    opened: 'Opened',
    department: 'Department',
    index: 'In the nomenclature',
    code: 'Access code',
    state: 'State',
    kind: 'Kind',
    due: 'Due',
    next: 'Next',
    request: 'Request',
    linked: 'Linked case',
    seenBy: 'Seen by',
    restrictedFor: 'Confidential',
    underWay: 'under way',
    section: (name: string) => `The ${name} section`,
    kept: (index: string, retention: string, until: string | null) =>
      `Closed: ${index}, ${retention}, ${keptUntil(until)}`,
    corrected: (number: string, before: string, after: string, reason: string) =>
      `correction of ${number}: “${before}” → “${after}” (${reason})`,
    filed: (document: string, number: string, section: string, ordinal: number) =>
      `${document} is in case ${number}, the ${section} section, as no. ${ordinal}.`,
    linkedNow: (number: string, other: string) => `Case ${number} is linked to ${other}.`,
    shared: (number: string, to: string) => `${to} sees case ${number} from now on.`,
    restrictedNow: (number: string) => `Case ${number} is confidential from now on.`,
    closedNow: (number: string, index: string, retention: string, until: string | null) =>
      `Case ${number} is closed: ${index}, ${retention}, ${keptUntil(until)}.`,
    reopenedNow: (number: string) => `Case ${number} is open again.`,
    otherLayout: (text: string) => `Nothing is written so. Found for “${text}” (another keyboard layout).`,
    otherLetter: 'Nothing is written so. What was found differs by one letter.',
    more: (last: string) => `There are more: --after ${last}`,
  },
}
