import type { StructureRefusals } from '../../../rules/refusals/structure.ts'

const counted = (words: Record<string, string>, counts: Record<string, string>): string =>
  Object.entries(words)
    .filter(([key]) => counts[key] !== '0')
    .map(([key, word]) => `${word}: ${counts[key]}`)
    .join(', ')

export const structureRefusals: {
  [Code in keyof StructureRefusals]: (facts: StructureRefusals[Code]) => string
} = {
  'department.closed': ({ name }) => `„${name}“ е закрито звено. Изберете действащо.`,
  'department.code_taken': ({ code }) => `Вече има звено с код „${code}“. Изберете друг код.`,
  'department.under_itself': ({ name }) => `„${name}“ не може да е под себе си или под свое звено.`,
  'department.in_use': facts =>
    `„${facts.name}“ не може да се закрие (${counted(
      {
        tasks: 'отворени задачи',
        requests: 'отворени заявления',
        people: 'служители',
        services: 'услуги',
        departments: 'звена под него',
      },
      facts,
    )}). Прехвърлете ги първо.`,
  'staff.left': ({ name }) => `Достъпът на ${name} е спрян. Изберете друг служител.`,
  'substitution.self': ({ name }) => `${name} не може да замества себе си. Изберете друг.`,
  'substitution.not_yours': ({ name }) =>
    `${name} не е от Вашите служители: заместник определя ръководителят на звеното или администраторът.`,
  'substitution.in_the_past': ({ day }) => `${day} вече е минал. Заместването започва най-рано днес.`,
  'substitution.overlaps': ({ name, from, until }) =>
    `${name} отсъства от ${from} до ${until} и вече има заместник. Изберете други дни или друг човек.`,
  'substitution.acts_for_others': ({ name, absent }) =>
    `В тези дни ${name} замества ${absent}. Определете първо друг за това.`,
  'substitution.unknown': ({ id }) => `Няма заместване „${id}“. Вижте „gishe staff substitutes“.`,
  'substitution.over': ({ name, until }) => `Заместването на ${name} е приключило на ${until}.`,
}
