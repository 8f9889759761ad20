import type { CasesRefusals } from '../../../rules/refusals/cases.ts'

export const casesRefusals: { [Code in keyof CasesRefusals]: (facts: CasesRefusals[Code]) => string } = {
  'case.unknown': ({ text }) =>
    `There is no case “${text}”, or it is not yours to see. Look for it by number, person or words.`,
  'case.ambiguous': ({ text, near }) =>
    `There are several cases “${text}”. Name the URI:${near.map(one => `\n  ${one}`).join('')}`,
  'case.closed': ({ number }) => `Case ${number} is closed. Reopen it with a ground, then go on.`,
  'case.not_closed': ({ number }) => `Case ${number} is not closed: it is worked on.`,
  'case.has_open_work': ({ number }) =>
    `Case ${number} has tasks or a request under way. End them, then close it.`,
  'case.index_needed': ({ number }) =>
    `Case ${number} has no index of the nomenclature. Choose where it belongs: how long it is kept follows from it.`,
  'case.index_unknown': ({ text }) => `The nomenclature has no index “${text}” in force. See its list.`,
  'case.reopen_needs_reason': () => 'Write on what ground the case is reopened.',
  'case.filed_already': ({ number }) => `${number} is in this section of the case already.`,
  'case.not_official': ({ number }) =>
    `${number} is not in the official section: only what is taken out of that goes into the control one.`,
  'case.taken_out': ({ number }) =>
    `${number} was taken out of the official section and stays in the control one. Register a new document.`,
  'case.take_out_needs_reason': () => 'Write why the document is taken out of the official section.',
  'case.linked_to_itself': ({ number }) => `Case ${number} is not linked to itself. Name another one.`,
  'case.linked_already': ({ number }) => `Case ${number} is linked to this one already.`,
  'case.restricted': ({ number }) => `Access to case ${number} is restricted already.`,
  'case.restrict_needs_reason': () => 'Write why access is restricted.',
  'case.restricted_to_people': ({ number }) =>
    `Case ${number} is confidential: it is shared with named people only, by a clerk or a head.`,
  'case.not_seen': () =>
    'Access to the case was restricted and it is not open to you. Ask a clerk or a head for access.',
  'case.code_wrong': () => 'There is no case with this number and access code. Compare them with the slip.',
}
