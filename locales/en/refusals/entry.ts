import type { EntryRefusals } from '../../../rules/refusals/entry.ts'

export const entryRefusals: {
  [Code in keyof EntryRefusals]: (facts: EntryRefusals[Code]) => string
} = {
  'entry.moment_wrong': ({ text }) =>
    `“${text}” is no day or time. Type for example 20.11, 20.11.2026 16:45, yesterday or 10:30.`,
  'entry.count_wrong': ({ text }) => `“${text}” is no number. Type it with digits.`,
  'entry.not_chosen': ({ text }) =>
    `“${text}” chooses nothing yet. Choose one of those shown with Enter, or delete it.`,
  'entry.file_not_taken': ({ text }) =>
    `The file “${text}” is not taken yet. Take it with Enter, or delete it.`,
  'entry.nothing_before': () => 'No document before this one has a person. Look for one by name or number.',
  'entry.unfinished': () => 'A document is unfinished. Register it with F8, or clear it with Esc, Esc.',
  'entry.no_slip': () => 'No confirmation was made at this screen yet. Register an incoming document.',
  'entry.nothing_registered': () => 'Nothing was registered at this screen yet. Register a document.',
  'entry.service_needed': () => 'No service is chosen. Type its number or a piece of its name.',
}
