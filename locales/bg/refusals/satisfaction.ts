import type { SatisfactionRefusals } from '../../../rules/refusals/satisfaction.ts'

export const satisfactionRefusals: {
  [Code in keyof SatisfactionRefusals]: (facts: SatisfactionRefusals[Code]) => string
} = {
  'satisfaction.question_unknown': ({ text }) =>
    `Няма въпрос „${text}“. Номерата им са в „gishe satisfaction questions“.`,
  'satisfaction.no_device': ({ name }) =>
    `В „${name}“ няма устройство за обратна връзка. Къде има, показва „gishe kiosks list“.`,
  'satisfaction.method_unknown': ({ method }) =>
    `Няма метод ${method}. Методите по чл. 24, ал. 2 НАО са от 1 до 11: „gishe satisfaction methods“.`,
  'satisfaction.year_wrong': ({ year, first, last }) =>
    `За ${year} г. няма доклад: годината е от ${first} до ${last}.`,
  'satisfaction.method_not_told': ({ missing }) => {
    if (missing === 'why') return 'Докладът иска да се каже защо методът не е проведен: --why.'
    return missing === 'conduct'
      ? 'Докладът иска да се каже как е проведен методът и с колко души: --conduct.'
      : 'Докладът иска да се каже какво е установено: --findings.'
  },
}
