import type { StructureRefusals } from '../../../rules/refusals/structure.ts'

const counted = (words: Record<string, string>, counts: Record<string, string>): string =>
  Object.entries(words)
    .filter(([key]) => counts[key] !== '0')
    .map(([key, word]) => `${word}: ${counts[key]}`)
    .join(', ')

export const structureRefusals: {
  [Code in keyof StructureRefusals]: (facts: StructureRefusals[Code]) => string
} = {
  'department.closed': ({ name }) => `“${name}” is a closed department. Choose one that works.`,
  'department.code_taken': ({ code }) =>
    `There is a department with the code “${code}”. Choose another code.`,
  'department.under_itself': ({ name }) => `“${name}” cannot stand under itself or under what is below it.`,
  'department.in_use': facts =>
    `“${facts.name}” cannot be closed (${counted(
      {
        tasks: 'open tasks',
        requests: 'open requests',
        people: 'staff',
        services: 'services',
        departments: 'departments under it',
      },
      facts,
    )}). Move them first.`,
  'staff.left': ({ name }) => `${name} no longer has a login. Choose somebody else.`,
  'substitution.self': ({ name }) => `${name} cannot act for themselves. Choose somebody else.`,
  'substitution.not_yours': ({ name }) =>
    `${name} is not of your staff: the head of the department or the administrator names a substitute.`,
  'substitution.in_the_past': ({ day }) => `${day} has passed. A substitution begins today at the earliest.`,
  'substitution.overlaps': ({ name, from, until }) =>
    `${name} is absent from ${from} until ${until} and has a substitute already. Choose other days or somebody else.`,
  'substitution.acts_for_others': ({ name, absent }) =>
    `On these days ${name} acts for ${absent}. Name somebody else for that first.`,
  'substitution.unknown': ({ id }) => `There is no substitution “${id}”. See “gishe staff substitutes”.`,
  'substitution.over': ({ name, until }) => `The substitution of ${name} ended on ${until}.`,
}
