import type { SatisfactionRefusals } from '../../../rules/refusals/satisfaction.ts'

export const satisfactionRefusals: {
  [Code in keyof SatisfactionRefusals]: (facts: SatisfactionRefusals[Code]) => string
} = {
  'satisfaction.question_unknown': ({ text }) =>
    `There is no question “${text}”. “gishe satisfaction questions” has their numbers.`,
  'satisfaction.no_device': ({ name }) =>
    `There is no satisfaction device in “${name}”. “gishe kiosks list” shows where there is one.`,
  'satisfaction.method_unknown': ({ method }) =>
    `There is no method ${method}. Those of art. 24(2) of the Ordinance are 1 to 11: “gishe satisfaction methods”.`,
  'satisfaction.year_wrong': ({ year, first, last }) =>
    `There is no report of ${year}: the year is from ${first} to ${last}.`,
  'satisfaction.method_not_told': ({ missing }) => {
    if (missing === 'why') return 'The report needs to know why the method was not carried out: --why.'
    return missing === 'conduct'
      ? 'The report needs to know how the method was carried out, and with how many people: --conduct.'
      : 'The report needs to know what was found: --findings.'
  },
}
