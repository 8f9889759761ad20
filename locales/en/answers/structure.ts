import type { StructureAnswers } from '../../bg/answers/structure.ts'

export const structureAnswers: StructureAnswers = {
  structure: {
    kinds: {
      directorate: 'directorate',
      department: 'department',
      mayoralty: 'mayoralty',
      centre: 'centre',
    },
    whole: 'For the whole municipality',
    closed: 'closed',
    actsToday: (name, until) => `absent until ${until}, ${name} acts for them`,
    added: (name, code) => `Added: ${name} (${code}).`,
    changed: (name, code) => `Changed: ${name} (${code}).`,
    departmentClosed: name => `“${name}” is closed.`,
    placed: (name, department, position) =>
      `${name}: ${[department ?? 'the whole municipality', position].filter(Boolean).join(', ')}.`,
    substituted: (absent, substitute, from, until) =>
      `${substitute} acts for ${absent} from ${from} until ${until}, both included.`,
    back: absent => `Nobody acts for ${absent} any more.`,
    noSubstitutions: 'Nobody acts for anybody now.',
    columns: {
      absent: 'Absent',
      substitute: 'Substitute',
      from: 'From',
      until: 'Until',
      ground: 'Ground',
      state: 'State',
    },
    states: { coming: 'coming', now: 'now', over: 'over', taken_back: 'taken back' },
  },
}
