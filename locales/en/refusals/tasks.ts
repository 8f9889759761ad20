import type { TasksRefusals } from '../../../rules/refusals/tasks.ts'

export const tasksRefusals: { [Code in keyof TasksRefusals]: (facts: TasksRefusals[Code]) => string } = {
  'task.unknown': ({ text }) =>
    `There is no task “${text}”, or it is not yours to see. See “gishe tasks list”.`,
  'task.ended': () => 'The task has ended already.',
  'task.parent_ended': () => 'The task above it has ended. Give a separate task.',
  'task.beyond_term': ({ due, most }) =>
    `${due} is beyond ${most}, the last day of what it belongs to. Choose a day until ${most}.`,
  'task.not_yours': () => 'The task was not given to you, to your department or by you.',
  'task.outlived': () => 'A sub-task has a later last day. Shorten that one first.',
  'task.has_open': () => 'There are sub-tasks under way. End or cancel them first.',
  'task.late_reason_needed': ({ due }) => `The term ended on ${due}. Say why it is late.`,
}
