import type { RegistersRefusals } from '../../../rules/refusals/registers.ts'

export const registersRefusals: {
  [Code in keyof RegistersRefusals]: (facts: RegistersRefusals[Code]) => string
} = {
  'register.name_needed': () => 'The new register has no name. Give it with --name.',
  'register.official_stays': ({ name }) =>
    `"${name}" is the official register and is never closed: a town has exactly one.`,
  'kind.code_wrong': ({ text }) =>
    `"${text}" is no code of a kind of document. Write 2 to 40 small Latin letters, digits and dashes.`,
  'kind.letters_wrong': ({ text }) =>
    `"${text}" are no letters for a number. Write up to 6 letters, digits or dashes, or leave it empty.`,
  'kind.name_needed': () => 'The new kind of document has no name. Give it with --name.',
  'nomenclature.unknown': ({ text }) =>
    `The nomenclature has no case "${text}". See "gishe nomenclature list".`,
  'nomenclature.index_wrong': ({ text }) =>
    `"${text}" is no index of a case. Write up to 10 letters, digits, dots and dashes, for example 02-03.`,
  'nomenclature.name_needed': () => 'The new case of the nomenclature has no name. Give it with --name.',
  'nomenclature.retention_wrong': ({ text }) =>
    `"${text}" is no term of keeping. Write P, P-here, or years from 1 to 130, with EK or without: 5 EK.`,
}
