export type RegistersRefusals = {
  'register.name_needed': Record<never, never>
  'register.official_stays': { name: string }
  'kind.code_wrong': { text: string }
  'kind.letters_wrong': { text: string }
  'kind.name_needed': Record<never, never>
  'nomenclature.unknown': { text: string }
  'nomenclature.index_wrong': { text: string }
  'nomenclature.name_needed': Record<never, never>
  'nomenclature.retention_wrong': { text: string }
}
