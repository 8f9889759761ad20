import type { RegistersRefusals } from '../../../rules/refusals/registers.ts'

export const registersRefusals: {
  [Code in keyof RegistersRefusals]: (facts: RegistersRefusals[Code]) => string
} = {
  'register.name_needed': () => 'Новият регистър няма име. Посочете го с --name.',
  'register.official_stays': ({ name }) =>
    `„${name}“ е официалният регистър и не се закрива: общината има точно един.`,
  'kind.code_wrong': ({ text }) =>
    `„${text}“ не е код на вид документ. Пишете 2–40 малки латински букви, цифри и тирета.`,
  'kind.letters_wrong': ({ text }) =>
    `„${text}“ не са букви за номера. Пишете до 6 букви, цифри или тирета, или оставете празно.`,
  'kind.name_needed': () => 'Новият вид документ няма име. Посочете го с --name.',
  'nomenclature.unknown': ({ text }) =>
    `В номенклатурата няма дело „${text}“. Вижте „gishe nomenclature list“.`,
  'nomenclature.index_wrong': ({ text }) =>
    `„${text}“ не е индекс на дело. Пишете до 10 букви, цифри, точки и тирета, например 02-03.`,
  'nomenclature.name_needed': () => 'Новото дело в номенклатурата няма име. Посочете го с --name.',
  'nomenclature.retention_wrong': ({ text }) =>
    `„${text}“ не е срок за съхранение. Пишете П, П – в институцията, или години от 1 до 130, с ЕК или без: 5 ЕК.`,
}
