import type { ControlAnswers } from '../../bg/answers/control.ts'

export const controlAnswers: ControlAnswers = {
  control: {
    review: 'Weekly review of tasks',
    reviewed: (week, status, verdict) => `Written for the week from ${week}: ${status}; ${verdict}.`,
  },
}
