import type { SatisfactionRefusals } from '../../../rules/refusals/satisfaction.ts'

export const satisfactionRefusals: {
  [Code in keyof SatisfactionRefusals]: (facts: SatisfactionRefusals[Code]) => string
} = {
  'satisfaction.question_unknown': ({ text }) =>
    `There is no question “${text}”. “gishe satisfaction questions” has their numbers.`,
  'satisfaction.no_device': ({ name }) =>
    `There is no satisfaction device in “${name}”. “gishe kiosks list” shows where there is one.`,
}
