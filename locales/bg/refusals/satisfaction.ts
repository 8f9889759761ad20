import type { SatisfactionRefusals } from '../../../rules/refusals/satisfaction.ts'

export const satisfactionRefusals: {
  [Code in keyof SatisfactionRefusals]: (facts: SatisfactionRefusals[Code]) => string
} = {
  'satisfaction.question_unknown': ({ text }) =>
    `Няма въпрос „${text}“. Номерата им са в „gishe satisfaction questions“.`,
  'satisfaction.no_device': ({ name }) =>
    `В „${name}“ няма устройство за обратна връзка. Къде има, показва „gishe kiosks list“.`,
}
