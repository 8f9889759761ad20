export const structureAnswers = {
  structure: {
    kinds: {
      directorate: 'дирекция',
      department: 'отдел',
      mayoralty: 'кметство',
      centre: 'център',
    },
    whole: 'За цялата община',
    closed: 'закрито',
    actsToday: (name: string, until: string) => `отсъства до ${until}, замества ${name}`,
    added: (name: string, code: string) => `Добавено: ${name} (${code}).`,
    changed: (name: string, code: string) => `Променено: ${name} (${code}).`,
    departmentClosed: (name: string) => `„${name}“ е закрито.`,
    placed: (name: string, department: string | null, position: string | null) =>
      `${name}: ${[department ?? 'цялата община', position].filter(Boolean).join(', ')}.`,
    substituted: (absent: string, substitute: string, from: string, until: string) =>
      `${substitute} замества ${absent} от ${from} до ${until} включително.`,
    back: (absent: string) => `Заместването на ${absent} е прекратено.`,
    noSubstitutions: 'Сега никой никого не замества.',
    columns: {
      absent: 'Отсъства',
      substitute: 'Замества го',
      from: 'От',
      until: 'До',
      ground: 'Основание',
      state: 'Състояние',
    },
    states: { coming: 'предстои', now: 'сега', over: 'приключило', taken_back: 'отменено' },
  },
}

export type StructureAnswers = typeof structureAnswers
