export type StructureRefusals = {
  'department.closed': { name: string }
  'department.code_taken': { code: string }
  'department.under_itself': { name: string }
  'department.in_use': {
    name: string
    tasks: string
    requests: string
    people: string
    services: string
    departments: string
  }
  'staff.left': { name: string }
  'substitution.self': { name: string }
  'substitution.not_yours': { name: string }
  'substitution.in_the_past': { day: string }
  'substitution.overlaps': { name: string; from: string; until: string }
  'substitution.acts_for_others': { name: string; absent: string }
  'substitution.unknown': { id: string }
  'substitution.over': { name: string; until: string }
}
