import type { TasksAnswers } from '../../bg/answers/tasks.ts'

const inDays = (days: number): string => {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 0) return `in ${days} days`
  return days === -1 ? '1 day late' : `${-days} days late`
}

export const tasksAnswers: TasksAnswers = {
  tasks: {
    id: 'Task',
    what: 'What',
    of: 'Case',
    has: 'With',
    from: 'From',
    kind: 'Kind',
    due: 'Due',
    state: 'State',
    document: 'Document',
    under: 'Part of',
    part: 'Sub-task',
    outcomes: 'Outcomes',
    result: 'Result',
    late: 'late',
    card: 'technology card',
    left: inDays,
    endedOn: (due: string, outcome: string, day: string) => `${due}, ${outcome} on ${day}`,
    substitute: (absent: string, substitute: string) => `${absent} is absent; ${substitute} acts for them`,
    given: (what: string, to: string, due: string) => `given to ${to} until ${due}: ${what}`,
    taken: 'taken',
    delegated: (to: string) => `given on to ${to}`,
    returned: (to: string) => `given back to ${to}`,
    reassigned: (to: string) => `reassigned to ${to}`,
    termSet: (due: string) => `another last day, ${due}`,
    outdated: 'the document changed after it',
    opined: (number: string, value: string) => `Opinion on ${number}: ${value}.`,
    more: (last: string) => `There are more: --after ${last}`,
  },
}
