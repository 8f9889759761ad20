export type StructureRefusals = {
  'department.closed': { name: string }
}
