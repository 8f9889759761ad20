import type { ControlRefusals } from '../../../rules/refusals/control.ts'

export const controlRefusals: { [Code in keyof ControlRefusals]: (facts: ControlRefusals[Code]) => string } =
  {
    'review.week_ahead': ({ week }) =>
      `The week from ${week} has not come yet. Review this week or one that has passed.`,
    'review.note_needed': () =>
      'Say in a few words what the problem is (at least 3 characters): the protocol says it too.',
    'review.not_yours': ({ unit }) =>
      `The task is of “${unit}”. The head of the unit or of its directorate reviews it.`,
    'review.not_of_week': ({ week }) =>
      `The task was not under way in the week from ${week}. See the list with “gishe control review”.`,
    'review.several': ({ number, tasks }) =>
      `Case ${number} has several tasks this week. Name one by its id: ${tasks}.`,
    'control.overdue': ({ tasks, requests }) =>
      `Overdue: tasks ${tasks}, requests ${requests}. See them with “gishe control list --near overdue”.`,
  }
