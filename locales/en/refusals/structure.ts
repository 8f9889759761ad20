import type { StructureRefusals } from '../../../rules/refusals/structure.ts'

export const structureRefusals: {
  [Code in keyof StructureRefusals]: (facts: StructureRefusals[Code]) => string
} = {
  'department.closed': ({ name }) => `“${name}” is a closed department. Choose one that works.`,
}
